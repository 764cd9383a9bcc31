//! Counts, trial answers, and what the program keeps for itself, on every backend.

use frontrow::guide::{ChannelId, ServerId};
use frontrow::store::records::{
    Day, EntryCountKey, EntryCounts, FilmCounts, GuideCopy, MetaValue, NewTrialAnswer, ProcessId,
    ProcessRecord, QuestionCountKey, QuestionCounts, ReloadAnswer, ReloadId, ReloadRequest, Scope,
    TopBy, TopQuery, TrialId, TrialQuery, Verdict,
};
use frontrow::store::{Change, Purge, Store, Write, Written};

use crate::harness::records::{CHANNEL, DAY, OTHER, SERVER, done, entry, film, trial};
use crate::harness::stores::on_every_backend;

fn asked(day: i32, server: Option<ServerId>, of: Option<&str>, n: [u64; 3]) -> Write {
    let key = QuestionCountKey {
        day: Day(day),
        server,
        film: of.map(film),
    };
    let [answered, offered, unknown] = n;
    Write::CountQuestions(
        key,
        QuestionCounts {
            answered,
            offered,
            unknown,
        },
    )
}

fn used(day: i32, server: ServerId, id: &str, n: [u64; 3]) -> Write {
    let key = EntryCountKey {
        day: Day(day),
        server: Some(server),
        entry: entry(id),
    };
    let [shown, pressed, disliked] = n;
    Write::CountEntry(
        key,
        EntryCounts {
            shown,
            pressed,
            disliked,
        },
    )
}

fn sums(counts: &[FilmCounts]) -> Vec<(Option<&str>, [u64; 3])> {
    let sums = counts.iter().map(|one| {
        let QuestionCounts {
            answered,
            offered,
            unknown,
        } = one.counts;
        let film = one.film.as_ref().map(|film| film.as_str());
        (film, [answered, offered, unknown])
    });
    sums.collect()
}

#[test]
fn questions_are_summed_by_film_since_a_day() {
    on_every_backend(async |store| {
        let here = Some(SERVER);
        store
            .apply(&[
                asked(10, here, Some("a"), [1, 2, 3]),
                asked(10, here, Some("a"), [1, 0, 0]),
                asked(11, here, Some("a"), [10, 0, 0]),
                asked(11, here, Some("b"), [0, 0, 7]),
                asked(11, here, None, [0, 1, 0]),
                asked(11, Some(OTHER), Some("a"), [100, 0, 0]),
                asked(11, None, Some("a"), [1_000, 0, 0]),
            ])
            .await
            .expect("they are counted");
        let since = async |scope, day| store.question_counts(scope, Day(day)).await.expect("sums");
        let counts = since(Scope::Of(here), 10).await;
        let all = [
            (None, [0, 1, 0]),
            (Some("a"), [12, 2, 3]),
            (Some("b"), [0, 0, 7]),
        ];
        assert_eq!(sums(&counts), all);
        let counts = since(Scope::Of(here), 11).await;
        assert_eq!(sums(&counts)[1], (Some("a"), [10, 0, 0]));
        assert_eq!(
            sums(&since(Scope::Of(None), 0).await),
            [(Some("a"), [1_000, 0, 0])]
        );
        assert_eq!(
            sums(&since(Scope::All, 0).await)[1],
            (Some("a"), [1_112, 2, 3])
        );
        assert!(since(Scope::All, 12).await.is_empty());
    });
}

#[test]
fn entries_are_ranked_by_their_use() {
    on_every_backend(async |store| {
        store
            .apply(&[
                used(10, SERVER, "a:plot/ending", [5, 1, 0]),
                used(11, SERVER, "a:plot/ending", [1, 0, 4]),
                used(11, SERVER, "a:cast", [7, 0, 0]),
                used(11, SERVER, "b:cast", [0, 7, 9]),
                used(11, OTHER, "b:cast", [50, 0, 0]),
            ])
            .await
            .expect("they are counted");
        let top = async |scope, of: Option<&str>, since, by, limit| {
            let query = TopQuery {
                scope,
                film: of.map(film),
                since: Day(since),
                by,
                limit,
            };
            let found = store
                .top_entries(&query)
                .await
                .expect("entries")
                .into_iter();
            let found = found.map(|one| {
                let sum = one.counts.shown + one.counts.pressed;
                (
                    format!("{}:{}", one.entry.film, one.entry.entry),
                    sum,
                    one.counts.disliked,
                )
            });
            found.collect::<Vec<_>>()
        };
        let here = Scope::Of(Some(SERVER));
        let row = |id: &str, sum, disliked| (id.to_owned(), sum, disliked);
        let best = top(here, None, 10, TopBy::Used, 2).await;
        assert_eq!(best, [row("a:cast", 7, 0), row("a:plot/ending", 7, 4)]);
        let late = top(here, None, 11, TopBy::Used, 9).await;
        let expected = [
            row("a:cast", 7, 0),
            row("b:cast", 7, 9),
            row("a:plot/ending", 1, 4),
        ];
        assert_eq!(late, expected);
        let disliked = top(here, None, 10, TopBy::Disliked, 9).await;
        assert_eq!(disliked, [row("b:cast", 7, 9), row("a:plot/ending", 7, 4)]);
        let of_b = top(Scope::All, Some("b"), 0, TopBy::Used, 9).await;
        assert_eq!(of_b, [row("b:cast", 57, 9)]);
    });
}

#[test]
fn old_counts_go() {
    on_every_backend(async |store| {
        store
            .apply(&[
                asked(10, None, None, [1, 0, 0]),
                used(10, SERVER, "a:cast", [1, 0, 0]),
                asked(20, None, None, [2, 0, 0]),
            ])
            .await
            .expect("they are counted");
        assert_eq!(store.purge(Purge::CountsBefore(Day(20)), 100).await, Ok(2));
        let left = store.question_counts(Scope::All, Day(0)).await;
        assert_eq!(sums(&left.expect("sums")), [(None, [2, 0, 0])]);
    });
}

async fn try_out(store: &dyn Store, new: NewTrialAnswer) -> TrialId {
    match done(store.apply(&[Write::RecordTrial(new)]).await) {
        Written::Trial(id) => id,
        other => panic!("no answer: {other:?}"),
    }
}

#[test]
fn trial_answers_are_listed_and_judged() {
    on_every_backend(async |store| {
        let mut ids = Vec::new();
        for n in 0..7 {
            ids.push(try_out(store, trial(&format!("question {n}"))).await);
        }
        let elsewhere = NewTrialAnswer {
            channel: ChannelId(1),
            ..trial("elsewhere")
        };
        try_out(store, elsewhere).await;
        let judge = async |server, id, verdict| {
            done(
                store
                    .apply(&[Write::JudgeTrial {
                        server,
                        id,
                        verdict,
                    }])
                    .await,
            )
        };
        assert_eq!(
            judge(OTHER, ids[0], Some(Verdict::Right)).await,
            Written::Missing
        );
        assert_eq!(
            judge(SERVER, ids[6], Some(Verdict::Right)).await,
            Written::Done
        );
        assert_eq!(
            judge(SERVER, ids[5], Some(Verdict::Wrong)).await,
            Written::Done
        );
        assert_eq!(
            judge(SERVER, ids[4], Some(Verdict::Wrong)).await,
            Written::Done
        );
        assert_eq!(judge(SERVER, ids[4], None).await, Written::Done);
        let query = TrialQuery {
            server: SERVER,
            channel: Some(CHANNEL),
            unjudged_only: true,
            page: 0,
            per_page: 2,
        };
        let page = store.trial_answers(&query).await.expect("a page");
        assert_eq!((page.total, page.right, page.wrong), (7, 1, 1));
        let listed: Vec<TrialId> = page.answers.iter().map(|one| one.id).collect();
        assert_eq!(listed, [ids[4], ids[3]]);
        assert_eq!(page.answers[0].answer, trial("question 4"));
        let all = TrialQuery {
            channel: None,
            unjudged_only: false,
            page: 1,
            ..query
        };
        let page = store.trial_answers(&all).await.expect("a page");
        assert_eq!(
            (page.total, page.answers[0].verdict),
            (8, Some(Verdict::Wrong))
        );
    });
}

#[test]
fn trial_answers_go_with_their_channel_and_their_age() {
    on_every_backend(async |store| {
        let old = NewTrialAnswer {
            channel: ChannelId(1),
            day: Day(DAY.0 - 40),
            ..trial("old")
        };
        for new in [trial("a"), trial("b"), old] {
            try_out(store, new).await;
        }
        let (server, channel) = (SERVER, CHANNEL);
        let deleted = store
            .apply(&[Write::DeleteTrials { server, channel }])
            .await;
        assert_eq!(done(deleted), Written::Removed(2));
        assert_eq!(
            store.purge(Purge::TrialsBefore(Day(DAY.0 - 30)), 9).await,
            Ok(1)
        );
    });
}

#[test]
fn values_are_kept_under_names() {
    on_every_backend(async |store| {
        let put = |name: &str, bytes: &[u8]| Write::PutMeta {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        };
        let add = |name: &str, n| Write::AddToMeta {
            name: name.to_owned(),
            n,
        };
        let written = store
            .apply(&[
                put("vectors/b", &[0, 255, 10]),
                put("vectors/a", &[1]),
                put("vectors/a", &[2]),
                put("vector", &[]),
                add("identifies/20000", 1),
                add("identifies/20000", 4),
                Write::RemoveMeta("nothing".to_owned()),
            ])
            .await
            .expect("they are kept");
        assert_eq!(
            written[4..],
            [Written::Number(1), Written::Number(5), Written::Missing]
        );
        let value = async |name| store.meta(name).await.expect("an answer");
        let bytes = vec![0, 255, 10];
        assert_eq!(
            value("vectors/b").await,
            Some(MetaValue { bytes, number: 0 })
        );
        assert_eq!(
            value("vectors/a").await.map(|value| value.bytes),
            Some(vec![2])
        );
        assert_eq!(
            value("identifies/20000").await.map(|value| value.number),
            Some(5)
        );
        assert_eq!(value("nothing").await, None);
        let names = store.meta_names("vectors/").await.expect("names");
        assert_eq!(names, ["vectors/a", "vectors/b"]);
        let removed = store
            .apply(&[Write::RemoveMeta("vectors/a".to_owned())])
            .await;
        assert_eq!(done(removed), Written::Done);
        assert_eq!(
            store.meta_names("vectors/").await.expect("names"),
            ["vectors/b"]
        );
    });
}

#[test]
fn the_last_copy_of_a_guide_is_kept() {
    on_every_backend(async |store| {
        let copy = |id: &str, text: &str| GuideCopy {
            film: film(id),
            text: text.to_owned(),
            hash: format!("hash of {text}"),
        };
        let keep = |id: &str, text: &str| Write::KeepGuide(copy(id, text));
        store
            .apply(&[keep("b", "first"), keep("a", "first"), keep("b", "second")])
            .await
            .expect("they are kept");
        let copies = store.guide_copies().await.expect("copies");
        assert_eq!(copies, [copy("a", "first"), copy("b", "second")]);
    });
}

#[test]
fn processes_answer_reloads() {
    on_every_backend(async |store| {
        let process = |id, seen_at| {
            let id = ProcessId(id);
            Write::SeeProcess(ProcessRecord {
                id,
                started_at: 50,
                seen_at,
            })
        };
        let request = ReloadRequest {
            id: ReloadId(u64::MAX - 1),
            by: ProcessId(1),
            server: Some(SERVER),
            asked_at: 120,
        };
        let answer = |id| ReloadAnswer {
            reload: request.id,
            process: ProcessId(id),
            is_whole: id == 1,
            fingerprint: u64::MAX,
        };
        let mut changes = store.changes();
        store
            .apply(&[
                process(1, 60),
                process(2, 100),
                process(3, 101),
                process(1, 130),
                Write::RequestReload(request),
                Write::AnswerReload(answer(3)),
                Write::AnswerReload(answer(1)),
                Write::EndProcess(ProcessId(3)),
            ])
            .await
            .expect("they are noted");
        let alive = store.processes(100).await.expect("processes");
        let seen: Vec<(u64, i64)> = alive.iter().map(|one| (one.id.0, one.seen_at)).collect();
        assert_eq!(seen, [(1, 130), (2, 100)]);
        assert_eq!(store.reload_requests(120).await, Ok(vec![request]));
        assert_eq!(store.reload_requests(121).await, Ok(Vec::new()));
        let answers = store.reload_answers(request.id).await;
        assert_eq!(answers, Ok(vec![answer(1), answer(3)]));
        let heard = [changes.recv().await, changes.recv().await];
        assert_eq!(
            heard,
            [
                Ok(Change::Reload(request)),
                Ok(Change::Reloaded(request.id))
            ]
        );
        let mut removed = 0;
        for _ in 0..5 {
            removed += store
                .purge(Purge::ProcessesBefore(125), 2)
                .await
                .expect("a number");
        }
        assert_eq!(removed, 4, "a process, the reload and its answers");
        assert_eq!(store.reload_answers(request.id).await, Ok(Vec::new()));
    });
}
