//! `frontrow backup FILE` writes everything that the database holds to a file; it never overwrites one.
//!
//! The file is lines of JSON, whichever database it comes from. One that is not whole lacks its last line, and is not
//! taken over by `restore`.

use std::fs::{self, File};
use std::io::{BufWriter, ErrorKind, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use tokio::sync::mpsc;

use super::exit::{Exit, Failure};
use super::store;
use super::terminal::Terminal;
use crate::reply::texts;
use crate::store::{BackupRecord, SqlStore, Store, backup_end, backup_head, backup_line};

/// The number of records that wait for the file.
const WAITING: usize = 100;

/// The arguments of `backup`.
#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    /// The file to write
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Writes the backup.
pub(super) fn run(args: &BackupArgs, terminal: &mut Terminal<'_>) -> Result<Exit> {
    let shown = args.file.display().to_string();
    let (runtime, store) = store::open_existing(terminal.config)?;
    let file = match File::create_new(&args.file) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let message = texts::exists(&shown);
            let exit = Exit::Failed;
            return Err(Failure { exit, message }.into());
        }
        Err(error) => return Err(error).with_context(|| format!("writing {shown}")),
    };
    let written = runtime.block_on(write(&store, file));
    if written.is_err() {
        // Half a backup is of no use to anybody; where it cannot be removed, `restore` refuses it.
        let _ = fs::remove_file(&args.file);
    }
    let n = written.with_context(|| format!("writing {shown}"))?;
    writeln!(terminal.out, "{}", texts::store::backed_up(n, &shown))?;
    Ok(Exit::Done)
}

/// Writes all records of the store and returns how many there are.
async fn write(store: &SqlStore, file: File) -> Result<u64> {
    let (sink, records) = mpsc::channel(WAITING);
    // The file says what is wrong with it; the store only notices that nobody takes its records any more.
    let (sent, written) = tokio::join!(store.backup(sink), write_lines(file, records));
    let written = written?;
    sent?;
    store.close().await;
    Ok(written)
}

async fn write_lines(file: File, mut records: mpsc::Receiver<BackupRecord>) -> Result<u64> {
    let (mut file, mut n) = (BufWriter::new(file), 0);
    writeln!(file, "{}", backup_head()?)?;
    while let Some(record) = records.recv().await {
        writeln!(file, "{}", backup_line(&record)?)?;
        n += 1;
    }
    writeln!(file, "{}", backup_end(n)?)?;
    let file = file.into_inner().map_err(|error| error.into_error())?;
    file.sync_all()?;
    Ok(n)
}
