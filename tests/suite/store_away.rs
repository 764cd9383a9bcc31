//! A store that is away, hangs or refuses: answers go on, nothing waits for it, and little is lost.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use frontrow::guide::ServerId;
use frontrow::store::records::{QuestionQuery, ServerSettings, SettingsRecord};
use frontrow::store::{Change, MemoryStore, Store, StoreError, StoreHandle, Write};

use crate::harness::flaky_store::{Fault, FlakyStore, POISON};
use crate::harness::kept::{LONG, asked, plain, quick, start, start_with, total, wait_for};
use crate::harness::records::SERVER;
use crate::harness::stores::runtime;

#[test]
fn missed_announcements_are_made_up_for() {
    runtime().block_on(async {
        let kept = start();
        kept.flaky.set_away(true);
        // More than wait for anybody; the one that matters is long gone when the store is back.
        kept.memory.apply(&[plain()]).await.expect("written");
        for n in 0..3_000 {
            let server = ServerId(1_000 + n);
            let settings = ServerSettings::default();
            let write = Write::SaveSettings(SettingsRecord { server, settings });
            kept.memory.apply(&[write]).await.expect("written");
        }
        kept.flaky.set_away(false);
        wait_for("the setting", async || {
            kept.handle.settings(SERVER).plain_text
        })
        .await;
    });
}

#[test]
fn while_the_store_is_away_answers_go_on_and_records_wait() {
    runtime().block_on(async {
        let kept = start();
        kept.handle.write(plain()).await.expect("written");
        kept.flaky.set_away(true);
        let refused = kept.handle.write(plain()).await;
        assert_eq!(refused, Err(StoreError::Away("the wire is cut".to_owned())));
        assert!(kept.handle.settings(SERVER).plain_text);
        for n in 0..300 {
            kept.handle.record(asked(&format!("question {n}")));
        }
        let before = kept.flaky.n_failed.load(Ordering::Relaxed);
        let tried = async || kept.flaky.n_failed.load(Ordering::Relaxed) > before + 5;
        wait_for("attempts", tried).await;
        let figures = kept.handle.figures();
        assert!(
            figures.is_away && figures.failures > 0 && figures.waiting == 300,
            "{figures:?}"
        );
        kept.flaky.set_away(false);
        assert!(kept.handle.flush(LONG).await);
        assert_eq!(total(&kept.memory).await, 300);
        let figures = kept.handle.figures();
        assert_eq!((figures.is_away, figures.dropped), (false, 0));
    });
}

#[test]
fn a_store_that_is_away_at_the_start_is_used_when_it_is_back() {
    runtime().block_on(async {
        let memory = Arc::new(MemoryStore::default());
        memory.apply(&[plain()]).await.expect("written");
        let flaky = FlakyStore::of(&memory);
        flaky.set_away(true);
        let store: Arc<dyn Store> = Arc::<FlakyStore>::clone(&flaky);
        let handle = StoreHandle::start(store, quick()).expect("it starts");
        assert!(handle.figures().is_away && !handle.settings(SERVER).plain_text);
        handle.record(asked("who sings?"));
        let mut changes = handle.changes();
        flaky.set_away(false);
        assert_eq!(changes.recv().await, Ok(Change::All));
        assert!(handle.settings(SERVER).plain_text);
        assert!(handle.flush(LONG).await);
        assert_eq!(total(&memory).await, 1);
    });
}

#[test]
fn a_store_that_cannot_be_used_ends_the_start() {
    let memory = Arc::new(MemoryStore::default());
    let flaky = FlakyStore::of(&memory);
    let wrong = StoreError::Setup("it is a newer one".to_owned());
    flaky.set(Fault::Fails(wrong.clone()));
    assert_eq!(StoreHandle::start(flaky, quick()).err(), Some(wrong));
}

#[test]
fn a_store_that_hangs_holds_nobody_up() {
    runtime().block_on(async {
        let mut options = quick();
        options.pace.confirm = Duration::from_millis(20);
        options.pace.work = Duration::from_millis(20);
        let kept = start_with(options);
        kept.flaky.set(Fault::Hangs);
        let Err(StoreError::Away(why)) = kept.handle.write(plain()).await else {
            panic!("no answer");
        };
        assert_eq!(why, "no answer within 0.02 seconds");
        let page = kept
            .handle
            .open_questions(QuestionQuery::new(SERVER, 0))
            .await;
        assert!(page.is_err_and(|error| error.is_away()));
        kept.handle.record(asked("who sings?"));
        kept.flaky.set(Fault::None);
        assert!(kept.handle.flush(LONG).await);
        assert_eq!(total(&kept.memory).await, 1);
    });
}

#[test]
fn writes_are_given_up_after_a_while_and_counted() {
    runtime().block_on(async {
        let mut options = quick();
        options.pace.give_up = Duration::from_millis(20);
        let kept = start_with(options);
        kept.flaky.set_away(true);
        kept.handle.record(asked("a"));
        kept.handle.record(asked("b"));
        wait_for("the end of patience", async || {
            kept.handle.figures().dropped == 2
        })
        .await;
        kept.flaky.set_away(false);
        kept.handle.record(asked("c"));
        assert!(kept.handle.flush(LONG).await);
        assert_eq!(total(&kept.memory).await, 1);
    });
}

#[test]
fn a_write_that_is_refused_takes_no_others_with_it() {
    runtime().block_on(async {
        let mut options = quick();
        // All come in one batch.
        options.pace.gather = Duration::from_millis(100);
        let kept = start_with(options);
        kept.handle.record(asked("a"));
        kept.handle.record(Write::RemoveMeta(POISON.to_owned()));
        kept.handle.record(asked("b"));
        assert!(kept.handle.flush(LONG).await);
        assert_eq!(total(&kept.memory).await, 2);
        let figures = kept.handle.figures();
        assert_eq!((figures.dropped, figures.waiting), (1, 0));
    });
}

#[test]
fn the_end_does_not_wait_for_a_store_that_is_away() {
    let kept = start();
    kept.flaky.set(Fault::Hangs);
    kept.handle.record(asked("a"));
    let begun = std::time::Instant::now();
    kept.handle.close();
    assert!(begun.elapsed() < Duration::from_secs(3));
}
