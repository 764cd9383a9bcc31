//! Records to store, with as little said of each as a test needs.

use frontrow::guide::{ChannelId, EntryId, FilmId, ServerId};
use frontrow::store::records::{
    Day, EditKey, Ending, FilmEntry, NewEdit, NewPhrasing, NewQuestion, NewTrialAnswer, QuestionId,
    Revision,
};
use frontrow::store::{Store, Write, Written};

/// A server.
pub(crate) const SERVER: ServerId = ServerId(80_351_110_224_678_912);
/// Another server.
pub(crate) const OTHER: ServerId = ServerId(9_000_000_000_000_000_001);
/// A channel.
pub(crate) const CHANNEL: ChannelId = ChannelId(81_384_788_765_712_384);
/// A day.
pub(crate) const DAY: Day = Day(20_000);

/// Returns the id of a film.
pub(crate) fn film(id: &str) -> FilmId {
    FilmId::parse(id).expect("an id")
}

/// Returns an entry of a film.
pub(crate) fn entry(id: &str) -> FilmEntry {
    let (film_id, entry) = id.split_once(':').expect("a film and an entry");
    FilmEntry {
        film: film(film_id),
        entry: EntryId::parse(entry).expect("an id"),
    }
}

/// Returns a question of [`SERVER`] about no film that is known.
pub(crate) fn question(text: &str) -> NewQuestion {
    NewQuestion {
        server: SERVER,
        film: None,
        text: text.to_owned(),
        key: text.to_lowercase(),
        day: DAY,
        nearest: None,
        ending: Ending::Unknown,
    }
}

/// Returns a phrasing that holds in [`SERVER`].
pub(crate) fn phrasing(text: &str) -> NewPhrasing {
    let FilmEntry { film, entry } = entry("glass-harbor:plot/ending");
    NewPhrasing {
        server: Some(SERVER),
        film,
        entry,
        text: text.to_owned(),
        day: DAY,
    }
}

/// Returns an edit of a part of [`SERVER`]'s guide, made from a revision.
pub(crate) fn edit(part: &str, expected: u64) -> NewEdit {
    NewEdit {
        key: EditKey {
            server: Some(SERVER),
            film: film("glass-harbor"),
            part: part.to_owned(),
        },
        kind: "text".to_owned(),
        payload: r#"{"v":1,"text":"new"}"#.to_owned(),
        expected: Revision(expected),
        published_at: 1_769_817_600,
    }
}

/// Returns an answer that would have been given in [`CHANNEL`].
pub(crate) fn trial(text: &str) -> NewTrialAnswer {
    NewTrialAnswer {
        server: SERVER,
        channel: CHANNEL,
        text: text.to_owned(),
        entry: entry("glass-harbor:plot/ending"),
        confidence: 0.875,
        day: DAY,
    }
}

/// Carries a write out.
#[track_caller]
pub(crate) fn done(written: Result<Vec<Written>, frontrow::store::StoreError>) -> Written {
    written.expect("it is written")[0]
}

/// Records a question and returns its number.
pub(crate) async fn record(store: &dyn Store, question: NewQuestion) -> QuestionId {
    let write = Write::RecordQuestion {
        question,
        into: None,
    };
    match done(store.apply(&[write]).await) {
        Written::Question(id) => id,
        other => panic!("no question: {other:?}"),
    }
}
