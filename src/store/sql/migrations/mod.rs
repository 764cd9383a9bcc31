//! The versions of the tables: each file brings a database from the version before to its own. A file that was released
//! never changes; what is to be different comes in a new one.

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migrate, Migration, MigrationType, Migrator};

use super::failure;
use crate::store::error::StoreError;

/// A version: its number, its name, and its SQL for SQLite and PostgreSQL.
type Version = (i64, &'static str, &'static str, &'static str);

/// All versions, the oldest first.
const VERSIONS: [Version; 1] = [(
    1,
    "first",
    include_str!("0001-sqlite.sql"),
    include_str!("0001-postgres.sql"),
)];

/// Brings a database of SQLite up to date.
pub(super) async fn migrate_sqlite(
    connection: &mut sqlx::SqliteConnection,
) -> Result<(), StoreError> {
    migrate(connection, |(_, _, sqlite, _)| sqlite).await
}

/// Brings a database of PostgreSQL up to date.
pub(super) async fn migrate_postgres(
    connection: &mut sqlx::PgConnection,
) -> Result<(), StoreError> {
    migrate(connection, |(_, _, _, postgres)| postgres).await
}

async fn migrate<C: Migrate>(
    connection: &mut C,
    sql: impl Fn(Version) -> &'static str,
) -> Result<(), StoreError> {
    let migrations = VERSIONS.map(|version| {
        let (number, name, ..) = version;
        let sql = sql(version).into_sql_str();
        Migration::new(number, name.into(), MigrationType::Simple, sql, false)
    });
    let migrator = Migrator::with_migrations(migrations.to_vec());
    let newest = VERSIONS.last().map_or(0, |(number, ..)| *number);
    let migrated = migrator.run_direct(None, connection, false).await;
    migrated.map_err(|error| failure::of_migration(error, newest))
}
