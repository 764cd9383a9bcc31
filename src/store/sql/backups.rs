//! Backups of a database: all rows as they are at one moment, and all taken over or none.

use tokio::sync::mpsc;

use super::session::Session;
use super::tables::{counts, edits, meta, phrasings, questions, settings, trials};
use super::value::{SqlRow, SqlValue, sql};
use crate::store::backup::{BackupRecord, RestoreMode, not_empty, not_whole};
use crate::store::error::StoreError;

/// The number of rows that are added in one statement: SQLite takes 32,766 values, and a question has twelve.
const ROWS: usize = 500;
/// The number of rows that wait for whoever writes the backup.
const WAITING: usize = 100;

/// The tables that a backup has.
const TABLES: [&str; 9] = [
    "server_settings",
    "channel_settings",
    "open_questions",
    "taught_phrasings",
    "edits",
    "edit_revisions",
    "trial_answers",
    "question_counts",
    "entry_counts",
];
/// The table of copies of guides. Programs keep copies by themselves, so they are in a backup, but make no store full.
const GUIDES: &str = "guide_copies";
/// The tables whose records have numbers.
const NUMBERED: [&str; 4] = [
    "open_questions",
    "taught_phrasings",
    "edits",
    "trial_answers",
];

/// The way in which a table's rows become records.
type ToRecord = fn(&SqlRow) -> Result<BackupRecord, StoreError>;

/// The tables whose rows are records each.
const ROW_BY_ROW: [(&str, ToRecord); 8] = [
    (questions::SELECT, |row| {
        questions::taken(row).map(BackupRecord::Question)
    }),
    (phrasings::SELECT, |row| {
        phrasings::taken(row).map(BackupRecord::Phrasing)
    }),
    (edits::SELECT, |row| {
        edits::taken(row).map(BackupRecord::Edit)
    }),
    (edits::SELECT_REVISIONS, |row| {
        edits::taken_revision(row).map(|(key, at)| BackupRecord::Revision(key, at))
    }),
    (trials::SELECT, |row| {
        trials::taken(row).map(BackupRecord::Trial)
    }),
    (counts::SELECT_QUESTIONS, |row| {
        let taken = counts::taken_questions(row);
        taken.map(|(key, counts)| BackupRecord::QuestionCount(key, counts))
    }),
    (counts::SELECT_ENTRIES, |row| {
        let taken = counts::taken_entry(row);
        taken.map(|(key, counts)| BackupRecord::EntryCount(key, counts))
    }),
    (meta::SELECT_GUIDES, |row| {
        meta::taken_guide(row).map(BackupRecord::Guide)
    }),
];

/// Sends all records and returns how many there are.
pub(super) async fn backup(
    session: &mut Session,
    sink: &mpsc::Sender<BackupRecord>,
) -> Result<u64, StoreError> {
    let mut n = 0;
    for record in settings::read_all(session).await? {
        let record = BackupRecord::Settings(record);
        sink.send(record).await.map_err(|_| not_whole())?;
        n += 1;
    }
    for (select, taken) in ROW_BY_ROW {
        let (rows, waiting) = mpsc::channel(WAITING);
        // Both go on side by side, so that no table has to fit into memory.
        let (sent, taken) = tokio::join!(
            async {
                let sent = session.send_rows(sql(select), &rows).await;
                drop(rows);
                sent
            },
            pass_on(waiting, taken, sink)
        );
        taken?;
        n += sent?;
    }
    Ok(n)
}

async fn pass_on(
    mut rows: mpsc::Receiver<SqlRow>,
    taken: ToRecord,
    sink: &mpsc::Sender<BackupRecord>,
) -> Result<(), StoreError> {
    while let Some(row) = rows.recv().await {
        sink.send(taken(&row)?).await.map_err(|_| not_whole())?;
    }
    Ok(())
}

/// Takes all records over; nothing holds until the transaction is committed.
pub(super) async fn restore(
    session: &mut Session,
    mut source: mpsc::Receiver<Option<BackupRecord>>,
    mode: RestoreMode,
) -> Result<u64, StoreError> {
    if mode == RestoreMode::IntoEmpty && !is_empty(session).await? {
        return Err(not_empty());
    }
    for table in TABLES.into_iter().chain([GUIDES]) {
        session.execute(sql("DELETE FROM").and(table)).await?;
    }
    let (mut rows, mut n) = (PendingRows::default(), 0);
    while let Some(record) = source.recv().await.ok_or_else(not_whole)? {
        rows.add(session, record).await?;
        n += 1;
    }
    rows.write(session).await?;
    if session.is_postgres() {
        settle(session).await?;
    }
    Ok(n)
}

async fn is_empty(session: &mut Session) -> Result<bool, StoreError> {
    for table in TABLES {
        let any = sql("SELECT COUNT(*) FROM (SELECT 1 AS one FROM").and(table);
        let row = session.row(any.and("LIMIT 1) AS any_row")).await?;
        if row.map_or(Ok(0), |row| row.count(0))? > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Has PostgreSQL number new records after those that came with numbers, and look at what there is now: without that it
/// reads whole tables for a while. SQLite does the first by itself and needs no second.
async fn settle(session: &mut Session) -> Result<(), StoreError> {
    for table in NUMBERED {
        let next = format!(
            "SELECT SETVAL(PG_GET_SERIAL_SEQUENCE('{table}', 'id'), (SELECT COALESCE(MAX(id), 0) + 1 FROM {table}), FALSE)"
        );
        session.rows(sql(&next)).await?;
    }
    for table in TABLES {
        session.execute(sql("ANALYZE").and(table)).await?;
    }
    Ok(())
}

/// Rows of one table that wait to be added together.
#[derive(Default)]
struct PendingRows {
    add: &'static str,
    rows: Vec<Vec<SqlValue>>,
}

impl PendingRows {
    async fn add(&mut self, session: &mut Session, record: BackupRecord) -> Result<(), StoreError> {
        let (add, row) = match &record {
            BackupRecord::Settings(record) => return settings::add(session, record).await,
            BackupRecord::Question(question) => (questions::ADD, questions::row(question)),
            BackupRecord::Phrasing(taught) => (phrasings::ADD, phrasings::row(taught)),
            BackupRecord::Edit(edit) => (edits::ADD, edits::row(edit)),
            BackupRecord::Revision(key, at) => {
                (edits::ADD_REVISIONS, edits::revision_row(key, *at))
            }
            BackupRecord::Trial(trial) => (trials::ADD, trials::row(trial)),
            BackupRecord::QuestionCount(key, counts) => {
                (counts::ADD_QUESTIONS, counts::question_row(key, *counts))
            }
            BackupRecord::EntryCount(key, counts) => {
                (counts::ADD_ENTRIES, counts::entry_row(key, *counts))
            }
            BackupRecord::Guide(copy) => (meta::ADD_GUIDES, meta::guide_row(copy)),
        };
        if add != self.add || self.rows.len() == ROWS {
            self.write(session).await?;
            self.add = add;
        }
        self.rows.push(row);
        Ok(())
    }

    async fn write(&mut self, session: &mut Session) -> Result<(), StoreError> {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return Ok(());
        }
        session.execute(sql(self.add).rows(rows)).await?;
        Ok(())
    }
}
