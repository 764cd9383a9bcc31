//! SQLite: a file on the same machine.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use futures_util::TryStreamExt;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, ConnectOptions, Row, SqliteConnection, SqlitePool, TypeInfo, ValueRef};
use tokio::sync::mpsc;

use super::failure;
use super::value::{SqlRow, SqlValue, Statement};
use crate::store::error::StoreError;

/// The time that a writer waits for another one. Longer than any transaction of ours, and within it a request that
/// somebody waits for has long given up.
const BUSY: Duration = Duration::from_secs(5);
/// The number of connections: one writes, one reads meanwhile. Each has a thread and some memory of its own.
const CONNECTIONS: u32 = 2;

/// Returns how to connect to the file that an address names.
pub(super) fn options(url: &str) -> Result<SqliteConnectOptions, StoreError> {
    let options = SqliteConnectOptions::from_str(url).map_err(failure::of_request)?;
    let is_named = !options.get_filename().as_os_str().is_empty();
    let is_memory = url.contains(":memory:") || url.contains("mode=memory");
    if !is_named || is_memory {
        return Err(StoreError::Setup(
            "DATABASE_URL names no file; use sqlite://frontrow.db".to_owned(),
        ));
    }
    Ok(options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // With a write-ahead log this loses no consistency; a power cut may take the last moment's writes.
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(BUSY)
        // What somebody deletes is overwritten, where that costs nothing.
        .pragma("secure_delete", "FAST")
        .disable_statement_logging())
}

/// Checks that the file can be where it shall be; `must_exist` refuses one that is not there yet.
pub(super) fn check_path(
    options: &SqliteConnectOptions,
    must_exist: bool,
) -> Result<(), StoreError> {
    let file = options.get_filename();
    let folder = file.parent().unwrap_or(Path::new(""));
    if folder != Path::new("") && !folder.is_dir() {
        return Err(StoreError::Setup(format!(
            "the folder {} of the file that DATABASE_URL names is not there: make it, or name another one",
            folder.display()
        )));
    }
    if must_exist && !file.exists() {
        return Err(StoreError::Setup(format!(
            "the file {} that DATABASE_URL names is not there, so there is nothing to back up",
            file.display()
        )));
    }
    Ok(())
}

/// Returns connections, which are made when they are needed.
pub(super) fn pool(options: SqliteConnectOptions) -> SqlitePool {
    let pool = SqlitePoolOptions::new().max_connections(CONNECTIONS);
    pool.acquire_timeout(BUSY).connect_lazy_with(options)
}

fn bound(values: Vec<SqlValue>) -> Result<SqliteArguments, sqlx::Error> {
    use sqlx::Arguments;
    let mut bound = SqliteArguments::default();
    for value in values {
        match value {
            SqlValue::Integer(n) => bound.add(n),
            SqlValue::Real(x) => bound.add(x),
            SqlValue::Text(text) => bound.add(text),
            SqlValue::Bytes(bytes) => bound.add(bytes),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(bound)
}

/// Carries a statement out and returns the number of rows that it changed.
pub(super) async fn execute(
    connection: &mut SqliteConnection,
    statement: Statement,
) -> Result<u64, sqlx::Error> {
    let query = sqlx::query_with(AssertSqlSafe(statement.sql), bound(statement.values)?);
    Ok(query.execute(connection).await?.rows_affected())
}

/// Carries a statement out and returns its rows.
pub(super) async fn rows(
    connection: &mut SqliteConnection,
    statement: Statement,
) -> Result<Vec<SqlRow>, sqlx::Error> {
    let query = sqlx::query_with(AssertSqlSafe(statement.sql), bound(statement.values)?);
    let rows = query.fetch_all(connection).await?;
    rows.iter().map(taken).collect()
}

/// Carries a statement out and sends its rows one by one, as fast as they are taken; returns how many there were.
pub(super) async fn send_rows(
    connection: &mut SqliteConnection,
    statement: Statement,
    sink: &mpsc::Sender<SqlRow>,
) -> Result<u64, sqlx::Error> {
    let query = sqlx::query_with(AssertSqlSafe(statement.sql), bound(statement.values)?);
    let (mut rows, mut n) = (query.fetch(connection), 0);
    while let Some(row) = rows.try_next().await? {
        // Whoever takes them may have given up.
        if sink.send(taken(&row)?).await.is_err() {
            break;
        }
        n += 1;
    }
    Ok(n)
}

fn taken(row: &SqliteRow) -> Result<SqlRow, sqlx::Error> {
    let value = |column: usize| {
        let kind = row.try_get_raw(column)?.type_info().name().to_owned();
        Ok(match kind.as_str() {
            "TEXT" => SqlValue::Text(row.try_get(column)?),
            "BLOB" => SqlValue::Bytes(row.try_get(column)?),
            "REAL" => SqlValue::Real(row.try_get(column)?),
            _ => SqlValue::Integer(row.try_get(column)?),
        })
    };
    let values: Result<Vec<SqlValue>, sqlx::Error> = (0..row.len()).map(value).collect();
    values.map(SqlRow)
}
