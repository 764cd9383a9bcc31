//! Connections to either database, used alike.

use sqlx::{PgPool, Postgres, Sqlite, SqlitePool};
use tokio::sync::mpsc;

use super::value::{SqlRow, Statement};
use super::{failure, postgres, sqlite};
use crate::store::error::StoreError;

/// The connections to a database.
#[derive(Clone, Debug)]
pub(super) enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// A transaction. Unless it is committed, nothing of it holds.
#[derive(Debug)]
pub(super) enum Session {
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

impl Pool {
    /// Begins to write. In SQLite this waits until nobody else does.
    pub(super) async fn begin(&self) -> Result<Session, StoreError> {
        let begun = match self {
            Self::Sqlite(pool) => pool
                .begin_with("BEGIN IMMEDIATE")
                .await
                .map(Session::Sqlite),
            Self::Postgres(pool) => pool.begin().await.map(Session::Postgres),
        };
        begun.map_err(failure::of_request)
    }

    /// Begins to read everything as it is at one moment.
    pub(super) async fn begin_snapshot(&self) -> Result<Session, StoreError> {
        let begun = match self {
            Self::Sqlite(pool) => pool.begin().await.map(Session::Sqlite),
            Self::Postgres(pool) => pool
                .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .await
                .map(Session::Postgres),
        };
        begun.map_err(failure::of_request)
    }

    /// Returns the rows of a statement that only reads.
    pub(super) async fn rows(&self, statement: Statement) -> Result<Vec<SqlRow>, StoreError> {
        let rows = async {
            match self {
                Self::Sqlite(pool) => sqlite::rows(&mut *pool.acquire().await?, statement).await,
                Self::Postgres(pool) => {
                    postgres::rows(&mut *pool.acquire().await?, statement).await
                }
            }
        };
        rows.await.map_err(failure::of_request)
    }

    /// Returns the first row of a statement that only reads.
    pub(super) async fn row(&self, statement: Statement) -> Result<Option<SqlRow>, StoreError> {
        Ok(self.rows(statement).await?.into_iter().next())
    }

    /// Ends all connections.
    pub(super) async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Session {
    /// Carries a statement out and returns the number of rows that it changed.
    pub(super) async fn execute(&mut self, statement: Statement) -> Result<u64, StoreError> {
        let changed = match self {
            Self::Sqlite(session) => sqlite::execute(session, statement).await,
            Self::Postgres(session) => postgres::execute(session, statement).await,
        };
        changed.map_err(failure::of_request)
    }

    /// Returns the rows of a statement.
    pub(super) async fn rows(&mut self, statement: Statement) -> Result<Vec<SqlRow>, StoreError> {
        let rows = match self {
            Self::Sqlite(session) => sqlite::rows(session, statement).await,
            Self::Postgres(session) => postgres::rows(session, statement).await,
        };
        rows.map_err(failure::of_request)
    }

    /// Returns the first row of a statement.
    pub(super) async fn row(&mut self, statement: Statement) -> Result<Option<SqlRow>, StoreError> {
        Ok(self.rows(statement).await?.into_iter().next())
    }

    /// Sends the rows of a statement one by one and returns how many there were.
    pub(super) async fn send_rows(
        &mut self,
        statement: Statement,
        sink: &mpsc::Sender<SqlRow>,
    ) -> Result<u64, StoreError> {
        let sent = match self {
            Self::Sqlite(session) => sqlite::send_rows(session, statement, sink).await,
            Self::Postgres(session) => postgres::send_rows(session, statement, sink).await,
        };
        sent.map_err(failure::of_request)
    }

    /// Makes everything that was written hold.
    pub(super) async fn commit(self) -> Result<(), StoreError> {
        let committed = match self {
            Self::Sqlite(session) => session.commit().await,
            Self::Postgres(session) => session.commit().await,
        };
        committed.map_err(failure::of_request)
    }

    /// Returns whether this is PostgreSQL.
    pub(super) fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}
