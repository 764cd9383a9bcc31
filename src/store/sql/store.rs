//! The store itself: which statements a request needs, and who hears of its changes.

use std::sync::{Mutex, OnceLock, PoisonError};

use async_trait::async_trait;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Row};
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio_util::task::AbortOnDropHandle;

use super::session::{Pool, Session};
use super::tables::{
    counts, edits, meta, phrasings, processes, purging, questions, settings, trials,
};
use super::value::sql;
use super::{backups, failure, listener, migrations, postgres, sqlite, writes};
use crate::guide::{FilmId, ServerId};
use crate::store::api::Store;
use crate::store::backup::{BackupRecord, RestoreMode};
use crate::store::change::{BEAT, Change, announcements};
use crate::store::error::StoreError;
use crate::store::records::{
    Day, Edit, EditId, EditKey, FilmCounts, GuideCopy, MetaValue, OpenQuestion, ProcessRecord,
    QuestionId, QuestionPage, QuestionQuery, ReloadAnswer, ReloadId, ReloadRequest, Revision,
    Scope, SettingsRecord, TaughtPhrasing, TopEntry, TopQuery, TrialPage, TrialQuery,
};
use crate::store::write::{Purge, Write, Written};

/// The name of the channel of announcements, before the name of the schema: who shares the tables hears each other.
const CHANNEL: &str = "frontrow_";

/// A store in a database.
#[derive(Debug)]
pub struct SqlStore {
    database: DatabaseOptions,
    /// True if a file that is not there is refused.
    only_existing: bool,
    /// The connections, once the store is open.
    opened: OnceLock<Opened>,
    changes: broadcast::Sender<Change>,
}

/// The way to a database. It holds the password and is never shown.
enum DatabaseOptions {
    Sqlite(SqliteConnectOptions),
    Postgres(PgConnectOptions),
}

/// The connections of a store that is open.
#[derive(Debug)]
struct Opened {
    pool: Pool,
    /// The name of the channel of announcements; empty where there is none.
    channel: String,
    /// Hears announcements, as long as it is kept.
    listening: Mutex<Option<AbortOnDropHandle<()>>>,
}

impl std::fmt::Debug for DatabaseOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        })
    }
}

impl SqlStore {
    /// Takes the address of a database: `sqlite://…` or `postgres://…`. Nothing is connected yet.
    ///
    /// # Errors
    /// Returns what is wrong with the address, without any of it that may be secret.
    pub fn new(url: &str) -> Result<Self, StoreError> {
        let scheme = url.split(':').next().unwrap_or_default();
        let database = match scheme {
            "sqlite" => DatabaseOptions::Sqlite(sqlite::options(url)?),
            "postgres" | "postgresql" => DatabaseOptions::Postgres(postgres::options(url)?),
            _ => {
                return Err(StoreError::Setup(
                    "DATABASE_URL must begin with sqlite:// or postgres://, as in sqlite://frontrow.db".to_owned(),
                ));
            }
        };
        Ok(Self {
            database,
            only_existing: false,
            opened: OnceLock::new(),
            changes: announcements(),
        })
    }

    /// Refuses a file that is not there yet, in place of making it.
    pub fn only_existing(mut self) -> Self {
        self.only_existing = true;
        self
    }

    fn opened(&self) -> Result<&Opened, StoreError> {
        let opened = self.opened.get();
        opened.ok_or_else(|| StoreError::Away("it has not been reached yet".to_owned()))
    }

    fn pool(&self) -> Result<&Pool, StoreError> {
        Ok(&self.opened()?.pool)
    }

    async fn connect(&self) -> Result<Opened, StoreError> {
        match &self.database {
            DatabaseOptions::Sqlite(options) => {
                sqlite::check_path(options, self.only_existing)?;
                connect_sqlite(options).await
            }
            DatabaseOptions::Postgres(options) => connect_postgres(options, &self.changes).await,
        }
    }

    /// Announces changes with the transaction, where a server passes them on.
    async fn announce(
        &self,
        session: &mut Session,
        writes: &[Write],
        changes: &[Change],
    ) -> Result<(), StoreError> {
        if !session.is_postgres() {
            return Ok(());
        }
        let is_beat = |write: &Write| matches!(write, Write::SeeProcess(_));
        let beat = writes.iter().any(is_beat).then(|| BEAT.to_owned());
        let lines = changes.iter().map(|change| change.to_line()).chain(beat);
        for line in lines {
            let notify = sql("SELECT 1::BIGINT FROM (SELECT PG_NOTIFY($1, $2)) AS told");
            let channel = self.opened()?.channel.as_str();
            let notify = notify.with(channel).with(line.as_str());
            session.rows(notify).await?;
        }
        Ok(())
    }

    /// Makes what was written hold, and announces changes where no server does.
    async fn commit(&self, session: Session, changes: Vec<Change>) -> Result<(), StoreError> {
        let is_told = session.is_postgres();
        session.commit().await?;
        if !is_told {
            for change in changes {
                // Nobody may be listening.
                let _ = self.changes.send(change);
            }
        }
        Ok(())
    }
}

/// Opens the file, makes it where it is missing, and brings it up to date.
async fn connect_sqlite(options: &SqliteConnectOptions) -> Result<Opened, StoreError> {
    let mut connection = options.connect().await.map_err(failure::of_request)?;
    migrations::migrate_sqlite(&mut connection).await?;
    connection.close().await.map_err(failure::of_request)?;
    Ok(Opened {
        pool: Pool::Sqlite(sqlite::pool(options.clone())),
        channel: String::new(),
        listening: Mutex::new(None),
    })
}

/// Connects to the server, brings the tables up to date, and begins to hear announcements.
async fn connect_postgres(
    options: &PgConnectOptions,
    changes: &broadcast::Sender<Change>,
) -> Result<Opened, StoreError> {
    // A connection of its own: the pool would only say that time is up. It also holds the lock of the migrations, which
    // goes with it where they fail.
    let mut connection = options.connect().await.map_err(failure::of_request)?;
    migrations::migrate_postgres(&mut connection).await?;
    let schema = sqlx::query("SELECT CURRENT_SCHEMA()::TEXT");
    let schema = schema.fetch_one(&mut connection).await;
    let schema: String = schema
        .and_then(|row| row.try_get(0))
        .map_err(failure::of_request)?;
    connection.close().await.map_err(failure::of_request)?;
    let channel = format!("{CHANNEL}{schema}");
    let (ready, is_ready) = oneshot::channel();
    let listening = listener::listen(options.clone(), channel.clone(), changes.clone(), ready);
    let listening = AbortOnDropHandle::new(tokio::spawn(listening));
    let gone = |_| StoreError::Away("announcements are not heard".to_owned());
    is_ready.await.map_err(gone)?;
    Ok(Opened {
        pool: Pool::Postgres(postgres::pool(options.clone())),
        channel,
        listening: Mutex::new(Some(listening)),
    })
}

#[async_trait]
impl Store for SqlStore {
    async fn open(&self) -> Result<(), StoreError> {
        if self.opened.get().is_none() {
            let opened = self.connect().await?;
            // Only one task opens a store; the connections of a second one would end here.
            let _ = self.opened.set(opened);
        }
        Ok(())
    }

    async fn apply(&self, writes: &[Write]) -> Result<Vec<Written>, StoreError> {
        let mut session = self.pool()?.begin().await?;
        let mut written = Vec::with_capacity(writes.len());
        for write in writes {
            written.push(writes::apply(&mut session, write).await?);
        }
        let changes = Change::of_all(writes, &written);
        self.announce(&mut session, writes, &changes).await?;
        self.commit(session, changes).await?;
        Ok(written)
    }

    async fn purge(&self, purge: Purge, limit: u32) -> Result<u64, StoreError> {
        let mut session = self.pool()?.begin().await?;
        let removed = purging::purge(&mut session, purge, limit).await?;
        let changes = match removed {
            0 => Vec::new(),
            _ => Change::of_purge(purge),
        };
        self.announce(&mut session, &[], &changes).await?;
        self.commit(session, changes).await?;
        Ok(removed)
    }

    async fn settings(&self, scope: Scope) -> Result<Vec<SettingsRecord>, StoreError> {
        settings::read(self.pool()?, scope).await
    }

    async fn taught(&self, scope: Scope) -> Result<Vec<TaughtPhrasing>, StoreError> {
        phrasings::read(self.pool()?, scope).await
    }

    async fn edits(&self, scope: Scope) -> Result<Vec<Edit>, StoreError> {
        edits::read(self.pool()?, scope).await
    }

    async fn edit(&self, server: Option<ServerId>, id: EditId) -> Result<Option<Edit>, StoreError> {
        edits::read_one(self.pool()?, server, id).await
    }

    async fn edit_history(
        &self,
        server: Option<ServerId>,
        film: &FilmId,
    ) -> Result<Vec<Edit>, StoreError> {
        edits::history(self.pool()?, server, film).await
    }

    async fn revision(&self, key: &EditKey) -> Result<Revision, StoreError> {
        edits::revision(self.pool()?, key).await
    }

    async fn open_questions(&self, query: &QuestionQuery) -> Result<QuestionPage, StoreError> {
        questions::read(self.pool()?, query).await
    }

    async fn open_question(
        &self,
        server: ServerId,
        id: QuestionId,
    ) -> Result<Option<OpenQuestion>, StoreError> {
        questions::read_one(self.pool()?, server, id).await
    }

    async fn trial_answers(&self, query: &TrialQuery) -> Result<TrialPage, StoreError> {
        trials::read(self.pool()?, query).await
    }

    async fn question_counts(
        &self,
        scope: Scope,
        since: Day,
    ) -> Result<Vec<FilmCounts>, StoreError> {
        counts::by_film(self.pool()?, scope, since).await
    }

    async fn top_entries(&self, query: &TopQuery) -> Result<Vec<TopEntry>, StoreError> {
        counts::top_entries(self.pool()?, query).await
    }

    async fn meta(&self, name: &str) -> Result<Option<MetaValue>, StoreError> {
        meta::read(self.pool()?, name).await
    }

    async fn meta_names(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        meta::names(self.pool()?, prefix).await
    }

    async fn guide_copies(&self) -> Result<Vec<GuideCopy>, StoreError> {
        meta::guides(self.pool()?).await
    }

    async fn processes(&self, since: i64) -> Result<Vec<ProcessRecord>, StoreError> {
        processes::alive(self.pool()?, since).await
    }

    async fn reload_requests(&self, since: i64) -> Result<Vec<ReloadRequest>, StoreError> {
        processes::requests(self.pool()?, since).await
    }

    async fn reload_answers(&self, reload: ReloadId) -> Result<Vec<ReloadAnswer>, StoreError> {
        processes::answers(self.pool()?, reload).await
    }

    async fn backup(&self, sink: mpsc::Sender<BackupRecord>) -> Result<u64, StoreError> {
        let mut session = self.pool()?.begin_snapshot().await?;
        backups::backup(&mut session, &sink).await
    }

    async fn restore(
        &self,
        source: mpsc::Receiver<Option<BackupRecord>>,
        mode: RestoreMode,
    ) -> Result<u64, StoreError> {
        let mut session = self.pool()?.begin().await?;
        let n = backups::restore(&mut session, source, mode).await?;
        self.announce(&mut session, &[], &[Change::All]).await?;
        self.commit(session, vec![Change::All]).await?;
        Ok(n)
    }

    fn changes(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    async fn close(&self) {
        if let Some(opened) = self.opened.get() {
            let listening = opened.listening.lock();
            drop(listening.unwrap_or_else(PoisonError::into_inner).take());
            opened.pool.close().await;
        }
    }
}
