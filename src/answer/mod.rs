//! The decision: which film is meant, and whether to answer, to suggest or to stay silent.
//!
//! Right or silent: an answer is given only when it is likely enough to be the right one and leads
//! its rivals; up to three entries are suggested when the right one is likely among them.

mod cast;
mod confidence;
mod consider;
mod decide;
mod evidence;
mod explain;
mod small_talk;
mod which_film;

pub use confidence::confidence;
pub use consider::{Considered, consider};
pub use decide::{ANSWER, LEAD, LEAD_OVER_FILMS, MAX_SUGGESTED, SUGGEST, SUGGESTED_BEHIND};
pub use evidence::Evidence;
pub use explain::{ExplainedHit, ExplainedWord, Explanation, Found, explain};

use cast::{CastQuestion, cast_question};
use consider::entry;
use decide::decide;
use which_film::which_film;

use crate::guide::{EntryId, FactKind, Guide};
use crate::search::{self, Index, Scored};
use crate::text;

/// A question whose films are known by their numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct ScopedQuestion<'a> {
    /// The text as it was typed.
    pub text: &'a str,
    /// The film that the asker chose, as an index into the guides; `None` leaves it to the question.
    pub film: Option<usize>,
    /// The film of the place where it is asked, for questions that name none.
    pub place: Option<usize>,
}

/// An entry that a question may be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The film, as an index into the guides.
    pub film: usize,
    /// The entry.
    pub entry: EntryId,
    /// How sure we are that this is what was asked, 0 to 1.
    pub confidence: f32,
    /// For cast questions: which members of the cast were asked about, as indices into the film's cast.
    pub cast: Vec<usize>,
}

/// What to do with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Sure enough: answer with the first hit.
    Confident,
    /// Unsure: offer the hits, up to three, to choose from.
    Suggest,
    /// No answer here.
    Unknown,
}

/// The decision on a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What to do.
    pub decision: Decision,
    /// One hit when confident, up to three to suggest, none when unknown.
    pub hits: Vec<Hit>,
    /// How sure we are that the best entry answers the question, 0 to 1, whatever the decision.
    pub confidence: f32,
    /// The film that the question is about, where that is clear, as an index into the guides.
    pub film: Option<usize>,
    /// Up to [`MAX_SUGGESTED`] entries that may be meant instead of a confident answer, best first; they say something else.
    pub others: Vec<Hit>,
}

/// Answers a question from guides and the index built from them.
pub fn answer(guides: &[Guide], index: &Index, question: &ScopedQuestion<'_>) -> Answer {
    let considered = consider(guides, index, question);
    let mut answer = decided(guides, index, &considered);
    if answer.decision == Decision::Confident {
        answer.others = others(guides, index, &considered, &answer);
    }
    answer
}

/// Returns what may be meant instead of the answer.
fn others(guides: &[Guide], index: &Index, considered: &Considered, answer: &Answer) -> Vec<Hit> {
    let is_answer = |hit: &Hit| {
        let mut hits = answer.hits.iter();
        hits.any(|given| (given.film, &given.entry) == (hit.film, &hit.entry))
    };
    distinct(index, considered)
        .into_iter()
        .filter_map(|scored| hit(guides, considered, scored, answer.confidence))
        .filter(|other| !is_answer(other))
        .take(MAX_SUGGESTED)
        .collect()
}

/// Returns the film that a text names, where it names just one, as an index into the guides.
pub fn named_film(guides: &[Guide], index: &Index, text: &str) -> Option<usize> {
    let mut words = search::look_up(index, &text::analyze(text));
    let place = which_film(guides, index, &ScopedQuestion::default(), &mut words);
    only(&place.films).filter(|_| place.is_named)
}

fn decided(guides: &[Guide], index: &Index, considered: &Considered) -> Answer {
    let film = only(&considered.films);
    let confidence = confidence(&considered.evidence);
    if let Some(answer) = film.and_then(|film| about_cast(guides, film, considered)) {
        return answer;
    }
    let (decision, decided) = decide(confidence, &distinct(index, considered));
    let hits: Vec<Hit> = decided
        .into_iter()
        .filter_map(|scored| hit(guides, considered, scored, confidence))
        .collect();
    let film = film.or_else(|| {
        hits.first()
            .filter(|_| decision == Decision::Confident)
            .map(|hit| hit.film)
    });
    Answer {
        decision,
        hits,
        confidence,
        film,
        others: Vec::new(),
    }
}

/// Ranks the entries for a question, best first, whatever the decision would be.
pub fn rank(guides: &[Guide], index: &Index, question: &ScopedQuestion<'_>) -> Vec<Hit> {
    let considered = consider(guides, index, question);
    let confidence = confidence(&considered.evidence);
    let entries = considered.ranking.entries.iter();
    entries
        .filter_map(|scored| hit(guides, &considered, scored, confidence))
        .collect()
}

/// Returns the entries that say different things, best first.
fn distinct<'a>(index: &Index, considered: &'a Considered) -> Vec<&'a Scored> {
    let mut distinct: Vec<&Scored> = Vec::new();
    for scored in &considered.ranking.entries {
        if !distinct
            .iter()
            .any(|other| index.is_same_thing(other, scored))
        {
            distinct.push(scored);
        }
    }
    distinct
}

/// Returns a scored document as a hit: its share of the confidence falls with how far it is behind the best.
fn hit(guides: &[Guide], considered: &Considered, scored: &Scored, confidence: f32) -> Option<Hit> {
    let behind = considered.ranking.entries.first()?.score - scored.score;
    let (film, entry) = entry(guides, scored)?;
    let confidence = confidence * libm::expf(-behind / FALL);
    Some(Hit {
        film,
        entry: entry.id.clone(),
        confidence,
        cast: Vec::new(),
    })
}

/// How far behind the best an entry has a third of its confidence.
const FALL: f32 = 2.0;

/// Answers a question about who plays whom.
fn about_cast(guides: &[Guide], film: usize, considered: &Considered) -> Option<Answer> {
    let guide = guides.get(film)?;
    match cast_question(&guide.film, considered)? {
        CastQuestion::Of(cast) => {
            let entry = FactKind::Cast.entry_id();
            let hits = vec![Hit {
                film,
                entry,
                confidence: NAMED_IN_CAST,
                cast,
            }];
            Some(Answer {
                decision: Decision::Confident,
                hits,
                confidence: NAMED_IN_CAST,
                film: Some(film),
                others: Vec::new(),
            })
        }
        CastQuestion::OfNobody => Some(Answer {
            decision: Decision::Unknown,
            hits: Vec::new(),
            confidence: 0.0,
            film: Some(film),
            others: Vec::new(),
        }),
    }
}

/// The confidence in an answer about a member of the cast whom the question names.
const NAMED_IN_CAST: f32 = 0.97;

fn only(films: &[usize]) -> Option<usize> {
    match films {
        [film] => Some(*film),
        _ => None,
    }
}
