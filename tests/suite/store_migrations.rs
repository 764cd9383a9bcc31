//! Databases of earlier versions are brought up to date with all that is in them; those of later ones are left alone.

use frontrow::guide::{ChannelId, RoleId};
use frontrow::store::records::{
    ChannelMode, ChannelSpoilers, Day, EditState, Ending, QuestionQuery, Revision, Scope,
    TrialQuery, Verdict,
};
use frontrow::store::{SqlStore, Store, StoreError};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqlSafeStr, SqliteConnection};

use crate::harness::program::read;
use crate::harness::records::{CHANNEL, SERVER, edit, entry, film, question, record};
use crate::harness::stores::{Database, on_every_database};

/// Every version that was ever released: the name of the files of its tables, and its data.
const VERSIONS: [(i64, &str, &str); 1] = [(1, "first", "version-1.sql")];

/// Makes the tables of a version, as the program of that version did.
async fn make(database: &Database, newest: i64) {
    let migrations = VERSIONS.iter().filter(|(version, ..)| *version <= newest);
    let migrations = migrations.map(|(version, name, _)| {
        let file = format!(
            "src/store/sql/migrations/{version:04}-{}.sql",
            database.kind
        );
        migration(*version, name, read(&file))
    });
    run(database, &Migrator::with_migrations(migrations.collect())).await;
}

fn migration(version: i64, name: &str, sql: String) -> Migration {
    let sql = AssertSqlSafe(sql).into_sql_str();
    Migration::new(
        version,
        name.to_owned().into(),
        MigrationType::Simple,
        sql,
        false,
    )
}

async fn run(database: &Database, migrator: &Migrator) {
    if database.kind == "postgres" {
        let mut connection = PgConnection::connect(&database.url)
            .await
            .expect("a server");
        let ran = migrator.run_direct(None, &mut connection, false).await;
        ran.expect("sound migrations");
    } else {
        let url = format!("{}?mode=rwc", database.url);
        let mut connection = SqliteConnection::connect(&url).await.expect("a file");
        let ran = migrator.run_direct(None, &mut connection, false).await;
        ran.expect("sound migrations");
        connection.close().await.expect("no more");
    }
}

#[test]
fn what_earlier_versions_kept_is_kept() {
    on_every_database(async |database| {
        for (version, _, data) in VERSIONS {
            make(database, version).await;
            let no_bytes = match database.kind {
                "sqlite" => "X''",
                _ => "''",
            };
            let data = read(&format!("tests/data/store/{data}"));
            database.run_sql(&data.replace("NO_BYTES", no_bytes)).await;
            let store = database.open().await;
            settings_are_there(&*store).await;
            questions_are_there(&*store).await;
            edits_are_there(&*store).await;
            counts_are_there(&*store).await;
            // Whatever comes next has a number of its own.
            record(&*store, question("something new")).await;
            store.close().await;
        }
    });
}

async fn settings_are_there(store: &dyn Store) {
    let all = store.settings(Scope::All).await.expect("settings");
    let [one] = all.as_slice() else {
        panic!("one server: {all:?}");
    };
    let settings = &one.settings;
    assert_eq!(settings.films, [film("glass-harbor"), film("a-1")]);
    assert!(settings.plain_text && settings.keep_questions);
    assert_eq!(settings.moderator_role, Some(RoleId(7)));
    assert_eq!(settings.digest_channel, Some(ChannelId(9)));
    let channel = settings.channel(CHANNEL);
    assert_eq!(channel.mode, Some(ChannelMode::Forum));
    assert_eq!(channel.spoilers, Some(ChannelSpoilers::Mild));
    assert!(channel.is_trial && channel.film == Some(film("glass-harbor")));
}

async fn questions_are_there(store: &dyn Store) {
    let page = store.open_questions(&QuestionQuery::new(SERVER, 0)).await;
    let page = page.expect("a page");
    let asked = &page.questions[0];
    assert_eq!(
        (asked.id.0, asked.count, asked.text.as_str()),
        (5, 3, "Who sings?")
    );
    assert_eq!((asked.first, asked.last), (Day(19_990), Day(20_000)));
    assert_eq!(asked.nearest, Some(entry("glass-harbor:music/songs")));
    assert_eq!(asked.ending, Ending::NotPressed);
    let taught = store.taught(Scope::Of(None)).await.expect("phrasings");
    assert_eq!(
        (taught[0].id.0, taught[0].phrasing.text.as_str()),
        (6, "does he die")
    );
    let trials = TrialQuery {
        server: SERVER,
        channel: Some(CHANNEL),
        unjudged_only: false,
        page: 0,
        per_page: 5,
    };
    let trials = store.trial_answers(&trials).await.expect("a page");
    assert_eq!(trials.answers[0].verdict, Some(Verdict::Right));
}

async fn edits_are_there(store: &dyn Store) {
    let edits = store.edits(Scope::All).await.expect("edits");
    assert_eq!((edits[0].id.0, edits[0].revision), (7, Revision(2)));
    assert_eq!(edits[0].state, EditState::Parked);
    let revision = store.revision(&edit("plot/ending", 0).key).await;
    assert_eq!(revision, Ok(Revision(3)));
}

async fn counts_are_there(store: &dyn Store) {
    let counts = store.question_counts(Scope::All, Day(0)).await;
    let counts = counts.expect("sums")[0].counts;
    assert_eq!((counts.answered, counts.offered, counts.unknown), (4, 5, 6));
    let value = store.meta("identifies/20000").await.expect("an answer");
    assert_eq!(value.expect("a value").number, 11);
    let copies = store.guide_copies().await.expect("copies");
    assert_eq!(copies[0].text, "[film]");
    assert_eq!(store.processes(0).await.expect("processes").len(), 1);
    assert_eq!(store.reload_requests(0).await.expect("reloads").len(), 1);
}

#[test]
fn a_newer_database_is_refused() {
    on_every_database(async |database| {
        let newer = migration(9_999, "newer", "CREATE TABLE newer (a INTEGER)".to_owned());
        run(database, &Migrator::with_migrations(vec![newer])).await;
        let store = SqlStore::new(&database.url).expect("an address");
        let Err(StoreError::Setup(why)) = store.open().await else {
            panic!("{}: it is opened", database.kind);
        };
        assert!(
            why.contains("newer frontrow: it has version 9999, this program knows 1"),
            "{why}"
        );
        assert!(why.contains("Start the newer program"), "{why}");
    });
}

#[test]
fn tables_of_somebody_else_are_left_alone() {
    on_every_database(async |database| {
        database
            .run_sql("CREATE TABLE open_questions (a INTEGER)")
            .await;
        let store = SqlStore::new(&database.url).expect("an address");
        let Err(StoreError::Setup(why)) = store.open().await else {
            panic!("{}: it is opened", database.kind);
        };
        assert!(why.contains("cannot be brought to version 1"), "{why}");
        database.run_sql("SELECT a FROM open_questions").await;
    });
}

#[test]
fn many_processes_may_start_at_once() {
    on_every_database(async |database| {
        let stores: Vec<SqlStore> = (0..4)
            .map(|_| SqlStore::new(&database.url).expect("an address"))
            .collect();
        let opened = tokio::join!(
            stores[0].open(),
            stores[1].open(),
            stores[2].open(),
            stores[3].open()
        );
        let opened = [opened.0, opened.1, opened.2, opened.3];
        for (store, opened) in stores.iter().zip(opened) {
            // Whoever comes while another makes the tables tries again.
            if opened.is_err() {
                store.open().await.expect("the second time");
            }
            assert!(store.settings(Scope::All).await.is_ok());
        }
    });
}
