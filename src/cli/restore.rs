//! `frontrow restore FILE` takes a backup over, all of it or nothing: into an empty database, or with `--replace` in place
//! of what is there.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use tokio::sync::mpsc;

use super::exit::Exit;
use super::store;
use super::terminal::Terminal;
use crate::reply::texts;
use crate::store::{BackupReader, BackupRecord, RestoreMode, SqlStore, Store};

/// The number of records that wait for the database.
const WAITING: usize = 1_000;

/// The arguments of `restore`.
#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Put it in place of everything that the database holds
    #[arg(long)]
    replace: bool,
}

/// Takes the backup over.
pub(super) fn run(args: &RestoreArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let shown = args.file.display().to_string();
    let file = File::open(&args.file).with_context(|| shown.clone())?;
    let (runtime, store) = store::open_or_make(terminal.config)?;
    let mode = match args.replace {
        true => RestoreMode::Replace,
        false => RestoreMode::IntoEmpty,
    };
    let restored = runtime.block_on(restore(&store, BufReader::new(file), mode));
    let n = restored.with_context(|| shown.clone())?;
    writeln!(terminal.out, "{}", texts::store::restored(n, &shown))?;
    Ok(Exit::Done)
}

async fn restore(store: &SqlStore, file: impl BufRead, mode: RestoreMode) -> Result<u64> {
    let (records, source) = mpsc::channel(WAITING);
    let (read, restored) = tokio::join!(read_lines(file, records), store.restore(source, mode));
    // The file says what is wrong with it; the store only notices that nothing comes any more.
    read?;
    let restored = restored?;
    store.close().await;
    Ok(restored)
}

/// Reads all lines and sends their records. What is wrong with a line ends it before the end is sent.
async fn read_lines(file: impl BufRead, records: mpsc::Sender<Option<BackupRecord>>) -> Result<()> {
    let mut reader = BackupReader::default();
    for line in file.lines() {
        if let Some(record) = reader.read(&line?)?
            // The store has said why it takes no more.
            && records.send(Some(record)).await.is_err()
        {
            return Ok(());
        }
    }
    if reader.is_over() {
        let _ = records.send(None).await;
    }
    Ok(())
}
