//! Stores to test, one of every backend, each new and empty: PostgreSQL where `TEST_POSTGRES_URL` names a server, each
//! store in a schema of its own.

use std::io::Write;
use std::sync::{Arc, Once};

use frontrow::store::{MemoryStore, SqlStore, Store};
use sqlx::{AssertSqlSafe, Connection, PgConnection, raw_sql};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// A database that is there for one test.
pub(crate) struct Database {
    /// The name of its kind.
    pub(crate) kind: &'static str,
    /// Its address.
    pub(crate) url: String,
    home: Home,
}

enum Home {
    Folder(TempDir),
    /// A schema, and the address of its server.
    Schema(String, String),
}

/// Returns what runs a test.
pub(crate) fn runtime() -> Runtime {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime")
}

/// Runs a test on a store of every backend.
#[track_caller]
pub(crate) fn on_every_backend(test: impl AsyncFn(&dyn Store)) {
    let runtime = runtime();
    runtime.block_on(test(&MemoryStore::default()));
    on_every_database(async |database| test(&*database.open().await).await);
}

/// Runs a test on a database of every kind.
#[track_caller]
pub(crate) fn on_every_database(test: impl AsyncFn(&Database)) {
    let runtime = runtime();
    let databases = [
        Some(Database::sqlite()),
        runtime.block_on(Database::postgres()),
    ];
    for database in databases.into_iter().flatten() {
        runtime.block_on(test(&database));
        runtime.block_on(database.remove());
    }
}

impl Database {
    /// A file in a folder of its own.
    pub(crate) fn sqlite() -> Self {
        let folder = TempDir::new().expect("a folder");
        let file = folder.path().join("store.db");
        Self {
            kind: "sqlite",
            url: format!("sqlite://{}", file.display()),
            home: Home::Folder(folder),
        }
    }

    /// A schema of the server that the tests have, where they have one.
    pub(crate) async fn postgres() -> Option<Self> {
        let server = postgres_url()?;
        let folder = TempDir::new().expect("a folder");
        // Its name is one that nobody else has.
        let name = folder.path().file_name().expect("a name").to_string_lossy();
        let letters = name.chars().filter(char::is_ascii_alphanumeric);
        let schema: String = format!(
            "test_{}_{}",
            std::process::id(),
            letters.collect::<String>()
        );
        run_sql(&server, &format!("CREATE SCHEMA \"{schema}\"")).await;
        let question = if server.contains('?') { '&' } else { '?' };
        Some(Self {
            kind: "postgres",
            url: format!("{server}{question}options=-csearch_path%3D%22{schema}%22"),
            home: Home::Schema(schema, server),
        })
    }

    /// Returns the name of the schema, in quotes.
    pub(crate) fn schema(&self) -> String {
        match &self.home {
            Home::Folder(_) => panic!("a file has none"),
            Home::Schema(schema, _) => format!("\"{schema}\""),
        }
    }

    /// Opens the store.
    pub(crate) async fn open(&self) -> Arc<dyn Store> {
        let store = SqlStore::new(&self.url).expect("an address");
        store
            .open()
            .await
            .unwrap_or_else(|error| panic!("{}: {error}", self.kind));
        Arc::new(store)
    }

    /// Runs SQL on the database.
    pub(crate) async fn run_sql(&self, sql: &str) {
        match self.home {
            Home::Folder(_) => {
                let url = format!("{}?mode=rwc", self.url);
                let mut connection = sqlx::SqliteConnection::connect(&url).await.expect("a file");
                let ran = raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection);
                ran.await.expect("sound SQL");
                connection.close().await.expect("no more");
            }
            Home::Schema(..) => run_sql(&self.url, sql).await,
        }
    }

    /// Removes what is left.
    pub(crate) async fn remove(self) {
        match self.home {
            Home::Folder(folder) => folder.close().expect("a folder"),
            Home::Schema(schema, server) => {
                run_sql(&server, &format!("DROP SCHEMA \"{schema}\" CASCADE")).await;
            }
        }
    }
}

async fn run_sql(url: &str, sql: &str) {
    let mut connection = PgConnection::connect(url).await.expect("a server");
    let ran = raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection);
    ran.await.expect("sound SQL");
}

/// Returns the address of the server that the tests have; says once that they have none.
pub(crate) fn postgres_url() -> Option<String> {
    static SAID: Once = Once::new();
    let url = std::env::var("TEST_POSTGRES_URL").ok();
    if url.is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "TEST_POSTGRES_URL is not set"
        );
        SAID.call_once(|| {
            // Past what the tests capture, so that it shows.
            let line = "TEST_POSTGRES_URL is not set: the store is tested without PostgreSQL\n";
            let _ = std::io::stderr().write_all(line.as_bytes());
        });
    }
    url
}
