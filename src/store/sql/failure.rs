//! Tells from a database's error whether waiting helps, and says what to do where it does not.

use sqlx::migrate::MigrateError;

use crate::store::error::StoreError;

/// The error of a request to a database that was reached.
pub(super) fn of_request(error: sqlx::Error) -> StoreError {
    match &error {
        sqlx::Error::Database(of_database) => {
            let code = of_database.code().unwrap_or_default().into_owned();
            let message = of_database.message().to_owned();
            match code.parse::<i32>() {
                // SQLSTATEs have five signs, SQLite's codes at most four.
                Ok(number) if code.len() < 5 => of_sqlite(number, &message),
                _ => of_postgres(&code, &message),
            }
        }
        sqlx::Error::Configuration(why) => {
            StoreError::Setup(format!("DATABASE_URL makes no sense: {why}"))
        }
        sqlx::Error::Tls(why) => StoreError::Setup(format!(
            "the connection to PostgreSQL cannot be encrypted: {why}. DATABASE_URL may say sslmode and sslrootcert"
        )),
        sqlx::Error::Io(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::BeginFailed
        | sqlx::Error::Protocol(_) => StoreError::Away(error.to_string()),
        _ => StoreError::Broken(format!("the database refuses a request: {error}")),
    }
}

/// The first eight bits of SQLite's codes.
fn of_sqlite(code: i32, message: &str) -> StoreError {
    match code & 0xff {
        // BUSY, LOCKED, IOERR, FULL, PROTOCOL
        5 | 6 | 10 | 13 | 15 => StoreError::Away(message.to_owned()),
        // PERM, READONLY, CANTOPEN, AUTH
        3 | 8 | 14 | 23 => StoreError::Setup(format!(
            "the file that DATABASE_URL names cannot be written ({message}): its folder must be there, and both must be \
             writable for whoever runs frontrow"
        )),
        11 => StoreError::Setup(format!(
            "the file that DATABASE_URL names is damaged ({message}): move it away and restore a backup"
        )),
        26 => StoreError::Setup(
            "the file that DATABASE_URL names is no SQLite database: move it away, or name another file".to_owned(),
        ),
        _ => StoreError::Broken(format!("SQLite refuses a request: {message}")),
    }
}

fn of_postgres(code: &str, message: &str) -> StoreError {
    let is_of = |classes: &[&str]| classes.iter().any(|class| code.starts_with(class));
    // Connections, resources, an operator's doing, conflicts of transactions, locks, and a standby that takes no writes.
    if is_of(&["08", "53", "57", "58", "40", "55P03", "25006"]) {
        return StoreError::Away(message.to_owned());
    }
    if is_of(&["3F", "42501"]) {
        return StoreError::Setup(format!(
            "PostgreSQL does not let frontrow make its tables: {message}. Its user needs GRANT USAGE, CREATE ON SCHEMA, \
             or a database of its own"
        ));
    }
    // Passwords, users and databases.
    if is_of(&["28", "3D"]) {
        return StoreError::Setup(format!(
            "PostgreSQL does not let frontrow in: {message}. DATABASE_URL must name a user, a password and a database \
             that are there, as in postgres://user:password@host/database"
        ));
    }
    StoreError::Broken(format!("PostgreSQL refuses a request: {message} ({code})"))
}

/// The error of bringing a database up to date; `newest` is the version that the program knows.
pub(super) fn of_migration(error: MigrateError, newest: i64) -> StoreError {
    match error {
        MigrateError::VersionMissing(version) => StoreError::Setup(format!(
            "the database is of a newer frontrow: it has version {version}, this program knows {newest}. Start the newer \
             program, or restore a backup into an empty database"
        )),
        MigrateError::VersionMismatch(version) | MigrateError::Dirty(version) => {
            StoreError::Setup(format!(
                "the database was changed by something else than frontrow (version {version} of its tables): restore a \
                 backup into an empty one"
            ))
        }
        MigrateError::Execute(error) => of_request(error),
        MigrateError::ExecuteMigration(error, version) => match of_request(error) {
            StoreError::Broken(why) => StoreError::Setup(format!(
                "the database cannot be brought to version {version}: {why}. Its tables must be frontrow's own"
            )),
            other => other,
        },
        other => StoreError::Setup(format!(
            "the database cannot be brought up to date: {other}"
        )),
    }
}
