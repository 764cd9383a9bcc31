//! Backups: whole or not at all, from any database into any other.

use frontrow::store::records::{
    ChannelSettings, EditState, EntryCountKey, EntryCounts, GuideCopy, NewQuestion,
    QuestionCountKey, QuestionCounts, QuestionQuery, Scope, ServerSettings, SettingsRecord,
    Verdict,
};
use frontrow::store::{
    BackupReader, BackupRecord, RestoreMode, SqlStore, Store, StoreError, Write, Written,
    backup_end, backup_head, backup_line,
};
use tokio::sync::mpsc;

use crate::harness::program::Frontrow;
use crate::harness::records::{
    CHANNEL, DAY, OTHER, SERVER, edit, entry, phrasing, question, record, trial,
};
use crate::harness::stores::{Database, on_every_backend, on_every_database, runtime};

/// Returns writes of something of every kind but questions.
fn writes() -> Vec<Write> {
    let entry = entry("glass-harbor:plot/ending");
    let film = Some(entry.film.clone());
    let mut settings = ServerSettings {
        films: vec![entry.film.clone()],
        keep_questions: true,
        ..ServerSettings::default()
    };
    let trial_channel = ChannelSettings {
        is_trial: true,
        ..ChannelSettings::default()
    };
    settings.set_channel(CHANNEL, trial_channel);
    let (server, day) = (SERVER, DAY);
    let asked = QuestionCounts {
        answered: 1,
        offered: 2,
        unknown: 3,
    };
    let used = EntryCounts {
        shown: 4,
        pressed: 5,
        disliked: 6,
    };
    let text = "[film]\ntitle = \"Glass Harbor\"".to_owned();
    let hash = "hash".to_owned();
    let copy = GuideCopy {
        film: entry.film.clone(),
        text,
        hash,
    };
    let (everywhere, here) = (None, Some(server));
    vec![
        Write::Publish(edit("plot/ending", 0)),
        Write::RecordTrial(trial("who sings")),
        Write::SaveSettings(SettingsRecord { server, settings }),
        Write::Teach(phrasing("does he die")),
        Write::CountQuestions(
            QuestionCountKey {
                day,
                server: everywhere,
                film,
            },
            asked,
        ),
        Write::CountEntry(
            EntryCountKey {
                day,
                server: here,
                entry,
            },
            used,
        ),
        Write::KeepGuide(copy),
    ]
}

/// Writes something of every kind.
async fn fill(store: &dyn Store) {
    let written = store.apply(&writes()).await.expect("written");
    let [Written::Edit(id, _), Written::Trial(trial), ..] = written[..] else {
        panic!("{written:?}");
    };
    let change = Write::ChangeEdit {
        server: Some(SERVER),
        id,
        state: EditState::Undone,
    };
    let judge = Write::JudgeTrial {
        server: SERVER,
        id: trial,
        verdict: Some(Verdict::Wrong),
    };
    store.apply(&[change, judge]).await.expect("written");
    for n in 0..1_234 {
        record(store, question(&format!("question {n}: “who”\n🎬"))).await;
    }
}

/// Returns all records of a store, as lines.
async fn lines(store: &dyn Store) -> Vec<String> {
    let (sink, mut records) = mpsc::channel(10);
    let collect = async {
        let mut lines = vec![backup_head().expect("a head")];
        while let Some(record) = records.recv().await {
            lines.push(backup_line(&record).expect("a line"));
        }
        lines
    };
    let (sent, mut lines) = tokio::join!(store.backup(sink), collect);
    let n = sent.expect("a backup");
    assert_eq!(n as usize, lines.len() - 1);
    lines.push(backup_end(n).expect("an end"));
    lines
}

/// Sends lines to a store; the end only where it came.
async fn restore(
    store: &dyn Store,
    lines: &[String],
    mode: RestoreMode,
) -> Result<u64, StoreError> {
    let (sink, source) = mpsc::channel(10);
    let read = async {
        let mut reader = BackupReader::default();
        for line in lines {
            if let Some(record) = reader.read(line).expect("a sound line")
                && sink.send(Some(record)).await.is_err()
            {
                break;
            }
        }
        if reader.is_over() {
            let _ = sink.send(None).await;
        }
        drop(sink);
    };
    let (restored, ()) = tokio::join!(store.restore(source, mode), read);
    restored
}

#[test]
fn a_backup_holds_everything_whichever_store_it_comes_from_and_goes_to() {
    on_every_backend(async |store| {
        fill(store).await;
        let saved = lines(store).await;
        assert_eq!(saved.len(), 1_242 + 2, "records, a head and an end");
        for target in [Some(Database::sqlite()), Database::postgres().await] {
            let Some(database) = target else { continue };
            let other = database.open().await;
            let n = restore(&*other, &saved, RestoreMode::IntoEmpty).await;
            assert_eq!(n, Ok(1_242));
            let (mut before, mut after) = (saved.clone(), lines(&*other).await);
            before.sort_unstable();
            after.sort_unstable();
            assert_eq!(before, after);
            // Numbers go on after those that came.
            let id = record(&*other, question("something new")).await;
            let page = other.open_questions(&QuestionQuery::new(SERVER, 0)).await;
            assert_eq!(page.expect("a page").total, 1_235);
            assert!(
                saved
                    .iter()
                    .all(|line| !line.contains(&format!("{{\"id\":{},", id.0)))
            );
            other.close().await;
            database.remove().await;
        }
    });
}

#[test]
fn what_is_there_is_kept_unless_it_is_to_be_replaced() {
    on_every_backend(async |store| {
        let of_other = question("in another server");
        record(
            store,
            NewQuestion {
                server: OTHER,
                ..of_other
            },
        )
        .await;
        let saved = lines(store).await;
        fill(store).await;
        let refused = restore(store, &saved, RestoreMode::IntoEmpty).await;
        let Err(StoreError::Backup(why)) = refused else {
            panic!("{refused:?}");
        };
        assert!(why.contains("--replace"), "{why}");
        assert_eq!(lines(store).await.len(), 1_245);
        let replaced = restore(store, &saved, RestoreMode::Replace).await;
        assert_eq!(replaced, Ok(1));
        assert_eq!(lines(store).await, saved);
        assert!(
            store
                .settings(Scope::All)
                .await
                .is_ok_and(|all| all.is_empty())
        );
    });
}

#[test]
fn half_a_backup_changes_nothing() {
    on_every_backend(async |store| {
        fill(store).await;
        let saved = lines(store).await;
        let half = &saved[..saved.len() / 2];
        let refused = restore(store, half, RestoreMode::Replace).await;
        assert!(matches!(refused, Err(StoreError::Backup(_))), "{refused:?}");
        assert_eq!(lines(store).await, saved);
    });
}

#[test]
fn a_backup_shows_one_moment() {
    on_every_database(async |database| {
        let store = database.open().await;
        fill(&*store).await;
        let (sink, mut records) = mpsc::channel(1);
        let meanwhile = async {
            let first = records.recv().await;
            // What is written while it goes on is not in it.
            record(&*store, question("late")).await;
            let mut n = u64::from(first.is_some());
            while let Some(record) = records.recv().await {
                let BackupRecord::Question(question) = &record else {
                    n += 1;
                    continue;
                };
                assert_ne!(question.text, "late");
                n += 1;
            }
            n
        };
        let (sent, n) = tokio::join!(store.backup(sink), meanwhile);
        assert_eq!(sent, Ok(n));
        store.close().await;
    });
}

#[test]
fn lines_that_make_no_sense_are_named() {
    let head = backup_head().expect("a head");
    let count = r#"{"question_count":{"day":"2026-01-31","answered":1,"offered":0,"unknown":0}}"#;
    let with = |old: &str, new: &str| count.replace(old, new);
    for (lines, why) in [
        (vec!["[film]".to_owned()], "line 1 is no backup of frontrow"),
        (vec![count.to_owned()], "line 1 is no backup of frontrow"),
        (
            vec![head.replace('1', "99")],
            "line 1 says that a newer frontrow made it (version 99",
        ),
        (vec![head.clone(), "{}".to_owned()], "line 2 makes no sense"),
        (
            vec![head.clone(), with("question_count", "mood")],
            "line 2 makes no sense",
        ),
        (
            vec![head.clone(), with("offered", "asked")],
            "line 2 makes no sense",
        ),
        (
            vec![head.clone(), with("2026-01-31", "2026-02-31")],
            "line 2 has `2026-02-31` for a day",
        ),
        (
            vec![head.clone(), with("\"day\"", "\"film\":\"No Id\",\"day\"")],
            "line 2 names the film `No Id`, which is no id",
        ),
        (
            vec![head.clone(), head.clone()],
            "line 2 stands in the wrong place",
        ),
        (
            vec![
                head.clone(),
                count.to_owned(),
                backup_end(3).expect("an end"),
            ],
            "line 3 says that there are 3 records, and 1 came before it",
        ),
        (
            vec![
                head.clone(),
                backup_end(0).expect("an end"),
                count.to_owned(),
            ],
            "line 3 comes after the end",
        ),
    ] {
        let mut reader = BackupReader::default();
        let wrong = lines.iter().find_map(|line| reader.read(line).err());
        let wrong = wrong
            .unwrap_or_else(|| panic!("{lines:?} makes sense"))
            .to_string();
        assert!(wrong.starts_with(why), "{wrong}");
    }
}

#[test]
fn the_commands_write_a_file_and_take_it_over() {
    let frontrow = Frontrow::in_empty_folder();
    let url = format!("sqlite://{}", frontrow.path("frontrow.db").display());
    runtime().block_on(async {
        let store = SqlStore::new(&url).expect("an address");
        store.open().await.expect("a store");
        fill(&store).await;
        store.close().await;
    });
    let ran = frontrow.run("backup kept.jsonl").ends_with(0).quietly();
    assert_eq!(ran.out, "Wrote 1242 records to kept.jsonl.\n");
    let again = frontrow.run("backup kept.jsonl").ends_with(1);
    assert!(again.err.contains("kept.jsonl exists already"), "{again:?}");
    let refused = frontrow.run("restore kept.jsonl").ends_with(1);
    assert!(
        refused
            .err
            .contains("kept.jsonl: the store holds records already"),
        "{refused:?}"
    );
    let replaced = frontrow.run("restore kept.jsonl --replace").ends_with(0);
    assert_eq!(replaced.out, "Took 1242 records over from kept.jsonl.\n");
    let elsewhere = Frontrow::in_empty_folder().set("DATABASE_URL", "sqlite://other.db");
    elsewhere.write("kept.jsonl", &frontrow.read("kept.jsonl"));
    elsewhere.run("restore kept.jsonl").ends_with(0).quietly();
    elsewhere.run("backup same.jsonl").ends_with(0).quietly();
    assert_eq!(elsewhere.read("same.jsonl"), frontrow.read("kept.jsonl"));
}

#[test]
fn a_broken_file_is_refused_with_its_line() {
    let frontrow = Frontrow::in_empty_folder();
    let head = backup_head().expect("a head");
    frontrow.write("broken.jsonl", &format!("{head}\n{{\"guide\":\n"));
    let ran = frontrow.run("restore broken.jsonl").ends_with(1);
    assert!(
        ran.err
            .starts_with("frontrow: broken.jsonl: line 2 makes no sense"),
        "{ran:?}"
    );
    frontrow.write("cut.jsonl", &format!("{head}\n"));
    let ran = frontrow.run("restore cut.jsonl").ends_with(1);
    assert!(
        ran.err
            .contains("ended before its last record; nothing was changed"),
        "{ran:?}"
    );
    let nothing = Frontrow::in_empty_folder();
    let ran = nothing.run("backup kept.jsonl").ends_with(78);
    assert!(
        ran.err
            .contains("the file frontrow.db that DATABASE_URL names is not there"),
        "{ran:?}"
    );
    assert!(!nothing.path("frontrow.db").exists() && !nothing.path("kept.jsonl").exists());
    let ran = frontrow.run("restore nowhere.jsonl").ends_with(1);
    assert!(ran.err.starts_with("frontrow: nowhere.jsonl: "), "{ran:?}");
}
