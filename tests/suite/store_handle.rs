//! The store as the program uses it: what answers need is known at once, and what is handed over is kept.

use std::sync::Arc;
use std::time::Duration;

use frontrow::store::records::{
    Day, NewQuestion, QuestionCountKey, QuestionCounts, QuestionQuery, Scope,
};
use frontrow::store::{
    Change, MAX_RETENTION_DAYS, MemoryStore, Purge, Store, StoreHandle, StoreOptions, Write,
    Written,
};

use crate::harness::flaky_store::FlakyStore;
use crate::harness::kept::{LONG, asked, plain, quick, start, start_with, total, wait_for};
use crate::harness::records::{OTHER, SERVER, edit, phrasing, question, record};
use crate::harness::stores::runtime;

#[test]
fn what_was_kept_is_known_from_the_start() {
    runtime().block_on(async {
        let memory = Arc::new(MemoryStore::default());
        memory
            .apply(&[plain(), Write::Teach(phrasing("a"))])
            .await
            .expect("written");
        memory
            .apply(&[Write::Publish(edit("x", 0))])
            .await
            .expect("written");
        let handle = StoreHandle::start(FlakyStore::of(&memory), quick()).expect("a store");
        assert!(handle.settings(SERVER).plain_text && !handle.settings(OTHER).plain_text);
        assert_eq!(handle.taught(Some(SERVER)).len(), 1);
        assert!(handle.taught(None).is_empty());
        assert_eq!(handle.edits(Some(SERVER)).len(), 1);
        assert_eq!(handle.servers(), [SERVER]);
    });
}

#[test]
fn what_was_written_shows_at_once_and_is_told() {
    runtime().block_on(async {
        let kept = start();
        let mut changes = kept.handle.changes();
        assert_eq!(kept.handle.write(plain()).await, Ok(Written::Done));
        assert!(kept.handle.settings(SERVER).plain_text);
        assert_eq!(changes.recv().await, Ok(Change::Settings(SERVER)));
        let taught = kept.handle.write(Write::Teach(phrasing("a"))).await;
        let Ok(Written::Phrasing(id)) = taught else {
            panic!("{taught:?}");
        };
        assert_eq!(kept.handle.taught(Some(SERVER))[0].id, id);
        let conflict = kept.handle.write(Write::Publish(edit("x", 3))).await;
        assert!(matches!(conflict, Ok(Written::Conflict(_))), "{conflict:?}");
    });
}

#[test]
fn what_another_process_writes_is_followed() {
    runtime().block_on(async {
        let kept = start();
        let mut changes = kept.handle.changes();
        kept.memory.apply(&[plain()]).await.expect("written");
        assert_eq!(changes.recv().await, Ok(Change::Settings(SERVER)));
        assert!(
            kept.handle.settings(SERVER).plain_text,
            "it is known when it is told"
        );
        kept.memory
            .purge(Purge::Server(SERVER), 10)
            .await
            .expect("removed");
        assert_eq!(changes.recv().await, Ok(Change::Settings(SERVER)));
        assert!(!kept.handle.settings(SERVER).plain_text);
    });
}

#[test]
fn records_are_handed_over_and_kept() {
    runtime().block_on(async {
        let kept = start();
        for n in 0..700 {
            kept.handle.record(asked(&format!("question {n}")));
        }
        assert!(kept.handle.flush(LONG).await);
        assert_eq!(total(&kept.memory).await, 700);
        let page = kept
            .handle
            .open_questions(QuestionQuery::new(SERVER, 1))
            .await;
        assert_eq!(page.expect("a page").questions.len(), 5);
    });
}

#[test]
fn counts_are_added_up() {
    runtime().block_on(async {
        let kept = start();
        for n in 0..1_000 {
            let key = QuestionCountKey {
                day: Day(n % 2),
                server: Some(SERVER),
                film: None,
            };
            let answered = 1;
            kept.handle.record(Write::CountQuestions(
                key,
                QuestionCounts {
                    answered,
                    ..QuestionCounts::default()
                },
            ));
        }
        assert!(kept.handle.flush(LONG).await);
        let counts = kept.handle.question_counts(Scope::All, Day(1)).await;
        assert_eq!(counts.expect("sums")[0].counts.answered, 500);
    });
}

#[test]
fn the_end_waits_for_what_was_handed_over() {
    let mut options = quick();
    options.pace.gather = Duration::from_secs(60);
    let kept = start_with(options);
    for n in 0..300 {
        kept.handle.record(asked(&format!("question {n}")));
    }
    kept.handle.close();
    runtime().block_on(async {
        assert_eq!(total(&kept.memory).await, 300);
        assert_eq!(kept.memory.processes(0).await, Ok(Vec::new()));
        let late = kept.handle.write(plain()).await;
        assert!(late.is_err_and(|error| error.is_away()));
    });
}

#[test]
fn what_is_old_is_removed_by_itself() {
    runtime().block_on(async {
        let memory = Arc::new(MemoryStore::default());
        for (text, age) in [("old", 31), ("new", 29)] {
            let day = Day::today().minus(age);
            record(
                &*memory,
                NewQuestion {
                    day,
                    ..question(text)
                },
            )
            .await;
        }
        let options = StoreOptions {
            retention_days: MAX_RETENTION_DAYS,
            ..quick()
        };
        let _handle = StoreHandle::start(FlakyStore::of(&memory), options).expect("a store");
        wait_for("the removal", async || total(&memory).await == 1).await;
    });
}

#[test]
fn all_of_a_server_is_removed_in_the_background_or_while_somebody_waits() {
    runtime().block_on(async {
        let kept = start();
        for n in 0..1_200 {
            record(&*kept.memory, question(&format!("question {n}"))).await;
        }
        kept.handle.write(plain()).await.expect("written");
        let removed = kept.handle.purge_now(Purge::QuestionsOf(SERVER)).await;
        assert_eq!(removed, Ok(1_200));
        kept.handle.record(asked("the last"));
        kept.handle.purge(Purge::Server(SERVER));
        assert!(kept.handle.flush(LONG).await);
        assert_eq!(total(&kept.memory).await, 0);
        let gone = async || !kept.handle.settings(SERVER).plain_text;
        wait_for("the settings' end", gone).await;
    });
}

#[test]
fn all_processes_reload() {
    runtime().block_on(async {
        let memory = Arc::new(MemoryStore::default());
        let start = || StoreHandle::start(FlakyStore::of(&memory), quick()).expect("a store");
        let handles = [start(), start(), start()];
        let mut changes: Vec<_> = handles.iter().map(StoreHandle::changes).collect();
        wait_for("all processes", async || {
            memory
                .processes(0)
                .await
                .is_ok_and(|found| found.len() == 3)
        })
        .await;
        let reload = handles[0]
            .request_reload(Some(SERVER))
            .await
            .expect("asked");
        for (handle, changes) in handles.iter().zip(&mut changes).take(2) {
            let Ok(Change::Reload(request)) = changes.recv().await else {
                panic!("no request");
            };
            assert_eq!((request.id, request.server), (reload, Some(SERVER)));
            assert_eq!(request.by, handles[0].process());
            handle.answer_reload(reload, true, 7);
            assert!(handle.flush(LONG).await);
        }
        let progress = handles[0].reload_progress(reload).await.expect("progress");
        assert_eq!((progress.answers.len(), progress.n_processes), (2, 3));
        handles[2].close();
        let progress = handles[0].reload_progress(reload).await.expect("progress");
        assert_eq!((progress.answers.len(), progress.n_processes), (2, 2));
    });
}

#[test]
fn a_store_in_memory_needs_no_thread() {
    let handle = StoreHandle::in_memory();
    handle.record(plain());
    handle.record(asked("a"));
    assert!(handle.settings(SERVER).plain_text);
    runtime().block_on(async {
        let mut changes = handle.changes();
        assert!(handle.write(Write::Teach(phrasing("a"))).await.is_ok());
        assert_eq!(handle.taught(Some(SERVER)).len(), 1);
        assert_eq!(changes.recv().await, Ok(Change::Taught(Some(SERVER))));
        let page = handle.open_questions(QuestionQuery::new(SERVER, 0)).await;
        assert_eq!(page.expect("a page").total, 1);
        let reload = handle.request_reload(None).await.expect("asked");
        handle.answer_reload(reload, true, 7);
        let progress = handle.reload_progress(reload).await.expect("progress");
        assert_eq!((progress.answers.len(), progress.n_processes), (1, 1));
        assert!(
            handle
                .purge_now(Purge::Server(SERVER))
                .await
                .is_ok_and(|n| n == 3)
        );
        assert!(!handle.settings(SERVER).plain_text && handle.taught(Some(SERVER)).is_empty());
        assert!(handle.flush(Duration::ZERO).await);
    });
}
