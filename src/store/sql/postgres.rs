//! PostgreSQL: a server that many processes share.

use std::str::FromStr;
use std::time::Duration;

use futures_util::TryStreamExt;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgRow};
use sqlx::{AssertSqlSafe, ConnectOptions, PgConnection, PgPool, Row, TypeInfo, ValueRef};
use tokio::sync::mpsc;

use super::value::{SqlRow, SqlValue, Statement};
use crate::store::error::StoreError;

/// The number of connections for requests. Servers of a hundred connections have room for a dozen processes.
const CONNECTIONS: u32 = 4;
/// The time that a request waits for a connection.
const WAIT: Duration = Duration::from_secs(5);
/// The parameters of an address that mean something. Others would be written to the log together with their values.
const PARAMETERS: [&str; 17] = [
    "application_name",
    "dbname",
    "host",
    "hostaddr",
    "options",
    "password",
    "port",
    "ssl-ca",
    "ssl-cert",
    "ssl-key",
    "ssl-mode",
    "ssl-root-cert",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "user",
];

/// Returns how to connect to the server that an address names.
pub(super) fn options(url: &str) -> Result<PgConnectOptions, StoreError> {
    let parameters = url.split_once('?').map_or("", |(_, parameters)| parameters);
    let names = parameters.split('&').filter(|one| !one.is_empty());
    let mut names = names.map(|one| one.split('=').next().unwrap_or(one));
    let is_option = |name: &str| name.starts_with("options[") || name.starts_with("options%5B");
    let strange = names.find(|name| !PARAMETERS.contains(name) && !is_option(name));
    if let Some(name) = strange {
        return Err(StoreError::Setup(format!(
            "DATABASE_URL has the parameter `{name}`, which means nothing to PostgreSQL; use some of {}",
            PARAMETERS.join(", ")
        )));
    }
    let options = PgConnectOptions::from_str(url).map_err(|_| {
        // The error itself could show a part of the password.
        StoreError::Setup(
            "DATABASE_URL is no address of PostgreSQL; write postgres://user:password@host/database, and signs such as \
             @ : / in a password as %40 %3A %2F"
                .to_owned(),
        )
    })?;
    Ok(options
        .application_name("frontrow")
        .disable_statement_logging())
}

/// Returns connections, which are made when they are needed.
pub(super) fn pool(options: PgConnectOptions) -> PgPool {
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS);
    pool.acquire_timeout(WAIT).connect_lazy_with(options)
}

fn bound(values: Vec<SqlValue>) -> Result<PgArguments, sqlx::Error> {
    use sqlx::Arguments;
    let mut bound = PgArguments::default();
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
    connection: &mut PgConnection,
    statement: Statement,
) -> Result<u64, sqlx::Error> {
    let query = sqlx::query_with(AssertSqlSafe(statement.sql), bound(statement.values)?);
    Ok(query.execute(connection).await?.rows_affected())
}

/// Carries a statement out and returns its rows.
pub(super) async fn rows(
    connection: &mut PgConnection,
    statement: Statement,
) -> Result<Vec<SqlRow>, sqlx::Error> {
    let query = sqlx::query_with(AssertSqlSafe(statement.sql), bound(statement.values)?);
    let rows = query.fetch_all(connection).await?;
    rows.iter().map(taken).collect()
}

/// Carries a statement out and sends its rows one by one, as fast as they are taken; returns how many there were.
pub(super) async fn send_rows(
    connection: &mut PgConnection,
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

fn taken(row: &PgRow) -> Result<SqlRow, sqlx::Error> {
    let value = |column: usize| {
        let kind = row.try_get_raw(column)?.type_info().name().to_owned();
        Ok(match kind.as_str() {
            "TEXT" | "NAME" | "VARCHAR" => SqlValue::Text(row.try_get(column)?),
            "BYTEA" => SqlValue::Bytes(row.try_get(column)?),
            "FLOAT8" => SqlValue::Real(row.try_get(column)?),
            _ => SqlValue::Integer(row.try_get(column)?),
        })
    };
    let values: Result<Vec<SqlValue>, sqlx::Error> = (0..row.len()).map(value).collect();
    values.map(SqlRow)
}
