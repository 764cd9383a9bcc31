//! The time that the store takes with a million open questions and ten thousand servers, on SQLite and, where
//! `TEST_POSTGRES_URL` names a server, on PostgreSQL. `cargo bench --bench store`, or with a number of questions:
//! `cargo bench --bench store -- 100000`.

use std::fs;
use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use frontrow::guide::{ChannelId, FilmId, ServerId};
use frontrow::store::records::{
    ChannelSettings, Day, Ending, EntryCountKey, EntryCounts, FilmEntry, OpenQuestion,
    QuestionCountKey, QuestionCounts, QuestionId, QuestionQuery, Scope, ServerSettings,
    SettingsRecord, TopBy, TopQuery,
};
use frontrow::store::{
    BackupRecord, Purge, RestoreMode, SqlStore, Store, StoreHandle, StoreOptions,
    Write as StoreWrite,
};
use sqlx::{Connection, PgConnection, raw_sql};
use tempfile::TempDir;
use tokio::runtime::Builder;
use tokio::sync::mpsc;

/// The server that has most of the questions.
const BIG: ServerId = ServerId(1);
/// The number of servers with settings.
const SERVERS: u64 = 10_000;
/// The schema that the records are put into.
const SCHEMA: &str = "frontrow_bench";

fn main() {
    let n = std::env::args()
        .find_map(|word| word.parse().ok())
        .unwrap_or(1_000_000);
    let folder = TempDir::new().expect("a folder");
    measure(
        "SQLite",
        &format!("sqlite://{}/store.db", folder.path().display()),
        n,
    );
    if let Ok(url) = std::env::var("TEST_POSTGRES_URL") {
        reset(&url);
        measure(
            "PostgreSQL",
            &format!("{url}?options=-csearch_path%3D{SCHEMA}"),
            n,
        );
        reset(&url);
    }
}

/// Removes what an earlier run left, and makes room.
fn reset(url: &str) {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let mut connection = PgConnection::connect(url).await.expect("a server");
        let sql =
            raw_sql("DROP SCHEMA IF EXISTS frontrow_bench CASCADE; CREATE SCHEMA frontrow_bench");
        sql.execute(&mut connection).await.expect("a schema");
    });
}

fn measure(name: &str, url: &str, n: u64) {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    say(&format!("{name}, {n} open questions"));
    idle(url);
    runtime.block_on(async {
        let store = SqlStore::new(url).expect("an address");
        timed("opening it", store.open()).await;
        timed("filling it", fill(&store, n)).await;
        reads(&store).await;
        writes(&store).await;
        store.close().await;
    });
    let (begun, before) = (Instant::now(), memory());
    let store = Arc::new(SqlStore::new(url).expect("an address"));
    let handle = StoreHandle::start(store, StoreOptions::default()).expect("a store");
    line(
        "starting with the settings of 10,000 servers",
        begun.elapsed(),
    );
    say(&format!(
        "memory for that: {} MB",
        memory().saturating_sub(before)
    ));
    assert!(handle.settings(ServerId(2)).keep_questions);
    handle.close();
}

/// Measures what an empty store takes.
fn idle(url: &str) {
    let (begun, before) = (Instant::now(), memory());
    let store = Arc::new(SqlStore::new(url).expect("an address"));
    let handle = StoreHandle::start(store, StoreOptions::default()).expect("a store");
    line("starting with a new store", begun.elapsed());
    say(&format!(
        "memory for that: {} MB",
        memory().saturating_sub(before)
    ));
    handle.close();
}

async fn reads(store: &SqlStore) {
    let first = QuestionQuery::new(BIG, 0);
    for (what, query) in [
        ("the first page", first.clone()),
        (
            "page 1,000",
            QuestionQuery {
                page: 1_000,
                ..first.clone()
            },
        ),
        (
            "page 1,999",
            QuestionQuery {
                page: 1_999,
                ..first.clone()
            },
        ),
        (
            "the first page of a film",
            QuestionQuery {
                film: Some(film(3)),
                ..first.clone()
            },
        ),
        (
            "the first page of seven days",
            QuestionQuery {
                since: Some(Day(20_023)),
                ..first.clone()
            },
        ),
        (
            "a small server's page",
            QuestionQuery {
                server: ServerId(77),
                ..first
            },
        ),
    ] {
        timed(what, store.open_questions(&query)).await;
    }
    sums(store).await;
}

async fn sums(store: &SqlStore) {
    let big = Scope::Of(Some(BIG));
    timed(
        "questions of 30 days",
        store.question_counts(big, Day(20_000)),
    )
    .await;
    timed(
        "questions of all servers",
        store.question_counts(Scope::All, Day(20_000)),
    )
    .await;
    let top = TopQuery {
        scope: big,
        film: None,
        since: Day(20_000),
        by: TopBy::Used,
        limit: 10,
    };
    timed("top entries of 30 days", store.top_entries(&top)).await;
    timed("settings of all servers", store.settings(Scope::All)).await;
}

async fn writes(store: &SqlStore) {
    let text = "a question 77".to_owned();
    let ignore = StoreWrite::IgnoreQuestion {
        server: BIG,
        id: QuestionId(77),
        is_ignored: true,
    };
    timed("a write", store.apply(&[ignore])).await;
    let forget = StoreWrite::ForgetQuestion {
        server: None,
        key: text.clone(),
        text,
    };
    timed("forgetting a text in all servers", store.apply(&[forget])).await;
    let mut longest = Duration::ZERO;
    let begun = Instant::now();
    for _ in 0..20 {
        let step = Instant::now();
        store
            .purge(Purge::QuestionsBefore(Day(20_030)), 500)
            .await
            .expect("a step");
        longest = longest.max(step.elapsed());
    }
    line("purging 10,000 questions", begun.elapsed());
    line("the longest step of 500", longest);
}

fn film(n: u64) -> FilmId {
    FilmId::parse(&format!("film-{}", n % 100)).expect("an id")
}

/// Puts in questions, nine of ten in the big server, settings and counts.
async fn fill(store: &SqlStore, n: u64) -> Result<u64, frontrow::store::StoreError> {
    let (sink, source) = mpsc::channel(1_000);
    let send = async move {
        for id in 0..n {
            sink.send(Some(question(id))).await.expect("room");
        }
        for id in 0..SERVERS {
            sink.send(Some(settings(ServerId(id + 1))))
                .await
                .expect("room");
        }
        for day in 0..30 {
            for id in 0..1_000 {
                sink.send(Some(asked(day, id))).await.expect("room");
                sink.send(Some(used(day, id))).await.expect("room");
            }
        }
        sink.send(None).await.expect("room");
    };
    let (restored, ()) = tokio::join!(store.restore(source, RestoreMode::IntoEmpty), send);
    restored
}

fn question(id: u64) -> BackupRecord {
    let server = if id.is_multiple_of(10) {
        ServerId(id % SERVERS + 1)
    } else {
        BIG
    };
    let day = Day(20_000 + i32::try_from(id % 30).expect("a day"));
    // One of a thousand is asked often.
    let count = if id % 1_000 == 1 { id % 97 + 1 } else { 1 };
    BackupRecord::Question(OpenQuestion {
        id: QuestionId(i64::try_from(id).expect("an id") + 1),
        server,
        film: Some(film(id)),
        text: format!("a question {id}"),
        key: format!("a question {id}"),
        first: day,
        last: day,
        count,
        nearest: None,
        ending: Ending::Unknown,
        is_ignored: false,
    })
}

fn settings(server: ServerId) -> BackupRecord {
    let mut settings = ServerSettings {
        keep_questions: true,
        ..ServerSettings::default()
    };
    for channel in 0..2 {
        let trial = ChannelSettings {
            is_trial: true,
            ..ChannelSettings::default()
        };
        settings.set_channel(ChannelId(server.0 * 10 + channel), trial);
    }
    BackupRecord::Settings(SettingsRecord { server, settings })
}

fn asked(day: i32, id: u64) -> BackupRecord {
    let key = QuestionCountKey {
        day: Day(20_000 + day),
        server: Some(ServerId(id / 10 + 1)),
        film: Some(film(id)),
    };
    BackupRecord::QuestionCount(
        key,
        QuestionCounts {
            answered: 3,
            ..QuestionCounts::default()
        },
    )
}

fn used(day: i32, id: u64) -> BackupRecord {
    let entry = FilmEntry {
        film: film(id),
        entry: frontrow::guide::EntryId::opaque(&format!("plot/entry-{id}")),
    };
    let key = EntryCountKey {
        day: Day(20_000 + day),
        server: Some(BIG),
        entry,
    };
    BackupRecord::EntryCount(
        key,
        EntryCounts {
            shown: id,
            ..EntryCounts::default()
        },
    )
}

async fn timed<T>(what: &str, work: impl Future<Output = Result<T, frontrow::store::StoreError>>) {
    let begun = Instant::now();
    work.await.unwrap_or_else(|error| panic!("{what}: {error}"));
    line(what, begun.elapsed());
}

fn line(what: &str, took: Duration) {
    say(&format!("{what:<45} {:>10.1} ms", took.as_secs_f64() * 1e3));
}

/// Returns the memory that the process holds, in MB.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1_024
}

fn say(line: &str) {
    // Nobody reads on.
    let _ = writeln!(std::io::stdout(), "{line}");
}
