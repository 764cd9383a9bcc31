//! Trial answers, on every backend.

use frontrow::guide::{ChannelId, ServerId};
use frontrow::store::records::{Day, NewTrialAnswer, TrialId, TrialPage, TrialQuery, Verdict};
use frontrow::store::{Purge, Store, Write, Written};

use crate::harness::records::{CHANNEL, DAY, OTHER, SERVER, done, trial};
use crate::harness::stores::on_every_backend;

/// Lists the first two of [`CHANNEL`] without a judgement.
const UNJUDGED: TrialQuery = TrialQuery {
    server: SERVER,
    channel: Some(CHANNEL),
    unjudged_only: true,
    page: 0,
    per_page: 2,
};

async fn try_out(store: &dyn Store, new: NewTrialAnswer) -> TrialId {
    match done(store.apply(&[Write::RecordTrial(new)]).await) {
        Written::Trial(id) => id,
        other => panic!("no answer: {other:?}"),
    }
}

async fn judge(
    store: &dyn Store,
    server: ServerId,
    id: TrialId,
    verdict: Option<Verdict>,
) -> Written {
    done(
        store
            .apply(&[Write::JudgeTrial {
                server,
                id,
                verdict,
            }])
            .await,
    )
}

async fn list(store: &dyn Store, query: TrialQuery) -> TrialPage {
    store.trial_answers(&query).await.expect("a page")
}

#[test]
fn answers_are_listed_the_latest_first() {
    on_every_backend(async |store| {
        let mut ids = Vec::new();
        for n in 0..5 {
            ids.push(try_out(store, trial(&format!("question {n}"))).await);
        }
        let elsewhere = NewTrialAnswer {
            channel: ChannelId(1),
            ..trial("elsewhere")
        };
        ids.push(try_out(store, elsewhere).await);
        let page = list(store, UNJUDGED).await;
        let listed: Vec<TrialId> = page.answers.iter().map(|one| one.id).collect();
        assert_eq!((page.total, listed), (5, vec![ids[4], ids[3]]));
        assert_eq!(page.answers[0].answer, trial("question 4"));
        let everywhere = TrialQuery {
            channel: None,
            page: 1,
            ..UNJUDGED
        };
        let page = list(store, everywhere).await;
        assert_eq!((page.total, page.answers[0].id), (6, ids[3]));
    });
}

#[test]
fn answers_are_judged() {
    on_every_backend(async |store| {
        let mut ids = Vec::new();
        for n in 0..4 {
            ids.push(try_out(store, trial(&format!("question {n}"))).await);
        }
        let strange = judge(store, OTHER, ids[0], Some(Verdict::Right)).await;
        assert_eq!(strange, Written::Missing);
        for (id, verdict) in [
            (ids[3], Some(Verdict::Right)),
            (ids[2], Some(Verdict::Wrong)),
            (ids[1], Some(Verdict::Wrong)),
            (ids[1], None),
        ] {
            assert_eq!(judge(store, SERVER, id, verdict).await, Written::Done);
        }
        let page = list(store, UNJUDGED).await;
        assert_eq!((page.total, page.right, page.wrong), (4, 1, 1));
        assert_eq!(page.answers[0].id, ids[1]);
        let all = TrialQuery {
            unjudged_only: false,
            ..UNJUDGED
        };
        assert_eq!(
            list(store, all).await.answers[1].verdict,
            Some(Verdict::Wrong)
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
