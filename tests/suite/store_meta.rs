//! Values that the program keeps for itself, and the processes that share a store, on every backend.

use frontrow::store::records::{
    GuideCopy, MetaValue, ProcessId, ProcessRecord, ReloadAnswer, ReloadId, ReloadRequest,
};
use frontrow::store::{Change, Purge, Store, Write, Written};

use crate::harness::records::{SERVER, done, film};
use crate::harness::stores::on_every_backend;

/// A reload that somebody asked for.
const RELOAD: ReloadRequest = ReloadRequest {
    id: ReloadId(u64::MAX - 1),
    by: ProcessId(1),
    server: Some(SERVER),
    asked_at: 120,
};

/// Returns how a process answers it.
fn answer(id: u64) -> ReloadAnswer {
    ReloadAnswer {
        reload: RELOAD.id,
        process: ProcessId(id),
        is_whole: id == 1,
        fingerprint: u64::MAX,
    }
}

async fn see(store: &dyn Store, id: u64, seen_at: i64) {
    let process = ProcessRecord {
        id: ProcessId(id),
        started_at: 50,
        seen_at,
    };
    assert_eq!(
        done(store.apply(&[Write::SeeProcess(process)]).await),
        Written::Done
    );
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
fn processes_are_known_by_their_signs_of_life() {
    on_every_backend(async |store| {
        for (id, seen_at) in [(1, 60), (2, 100), (3, 101), (1, 130)] {
            see(store, id, seen_at).await;
        }
        let end = Write::EndProcess(ProcessId(3));
        assert_eq!(done(store.apply(&[end]).await), Written::Done);
        let alive = store.processes(100).await.expect("processes");
        let seen: Vec<(u64, i64)> = alive.iter().map(|one| (one.id.0, one.seen_at)).collect();
        assert_eq!(seen, [(1, 130), (2, 100)]);
        assert_eq!(store.processes(101).await.expect("processes").len(), 1);
    });
}

#[test]
fn reloads_are_announced_and_answered() {
    on_every_backend(async |store| {
        let mut changes = store.changes();
        store
            .apply(&[
                Write::RequestReload(RELOAD),
                Write::AnswerReload(answer(3)),
                Write::AnswerReload(answer(1)),
            ])
            .await
            .expect("they are noted");
        assert_eq!(store.reload_requests(120).await, Ok(vec![RELOAD]));
        assert_eq!(store.reload_requests(121).await, Ok(Vec::new()));
        let answers = store.reload_answers(RELOAD.id).await;
        assert_eq!(answers, Ok(vec![answer(1), answer(3)]));
        let heard = [changes.recv().await, changes.recv().await];
        assert_eq!(
            heard,
            [Ok(Change::Reload(RELOAD)), Ok(Change::Reloaded(RELOAD.id))]
        );
    });
}

#[test]
fn what_is_known_of_processes_goes_with_time() {
    on_every_backend(async |store| {
        see(store, 1, 130).await;
        see(store, 2, 100).await;
        let reload = [
            Write::RequestReload(RELOAD),
            Write::AnswerReload(answer(1)),
            Write::AnswerReload(answer(3)),
        ];
        store.apply(&reload).await.expect("they are noted");
        let mut removed = 0;
        for _ in 0..5 {
            removed += store
                .purge(Purge::ProcessesBefore(125), 2)
                .await
                .expect("a number");
        }
        assert_eq!(removed, 4, "a process, the reload and its answers");
        assert_eq!(store.reload_answers(RELOAD.id).await, Ok(Vec::new()));
        assert_eq!(store.processes(0).await.expect("processes").len(), 1);
    });
}
