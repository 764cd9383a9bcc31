//! The decision: which film is meant, and whether to answer, to suggest or to stay silent.
//!
//! Right or silent: an answer is given only when it is likely enough to be the right one and leads
//! its rivals; up to three entries are suggested when the right one is likely among them.

mod analyze;
mod cast;
mod confidence;
mod decide;
mod evidence;
mod explain;
mod small_talk;
mod which_film;

pub use analyze::{Analysis, analyze};
pub use confidence::confidence;
pub use decide::{ANSWER, FILM_MARGIN, MARGIN, MAX_SUGGESTED, SUGGEST, SUGGEST_WITHIN};
pub use evidence::Evidence;
pub use explain::{ExplainedHit, ExplainedWord, Explanation, Found, explain};

use analyze::entry;
use cast::{CastQuestion, cast_entry, cast_question};
use decide::decide;
use which_film::which_film;

use crate::guide::{EntryId, FilmIndex, Guide};
use crate::search::{self, Index, Scored};
use crate::text;

/// A question whose films are known by their numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct ScopedQuestion<'a> {
    /// The text as it was typed.
    pub text: &'a str,
    /// The film that the asker chose; `None` leaves it to the question.
    pub film: Option<FilmIndex>,
    /// The film of the place where it is asked, for questions that name none.
    pub place: Option<FilmIndex>,
}

/// An entry that a question may be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The film.
    pub film: FilmIndex,
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
    /// The film that the question is about, where that is clear.
    pub film: Option<FilmIndex>,
    /// Up to [`MAX_SUGGESTED`] entries that may be meant instead of a confident answer, best first; they say something else.
    pub others: Vec<Hit>,
}

/// Answers a question from guides and the index built from them.
pub fn answer(guides: &[Guide], index: &Index, question: &ScopedQuestion<'_>) -> Answer {
    let analysis = analyze(guides, index, question);
    let mut answer = decided(guides, index, &analysis);
    if answer.decision == Decision::Confident {
        answer.others = others(guides, index, &analysis, &answer);
    }
    answer
}

/// Returns what may be meant instead of the answer.
fn others(guides: &[Guide], index: &Index, analysis: &Analysis, answer: &Answer) -> Vec<Hit> {
    let is_answer = |hit: &Hit| {
        let mut hits = answer.hits.iter();
        hits.any(|given| (given.film, &given.entry) == (hit.film, &hit.entry))
    };
    distinct(index, analysis)
        .into_iter()
        .filter_map(|scored| hit(guides, analysis, scored, answer.confidence))
        .filter(|other| !is_answer(other))
        .take(MAX_SUGGESTED)
        .collect()
}

/// Returns the film that a text names, where it names just one.
pub fn named_film(guides: &[Guide], index: &Index, text: &str) -> Option<FilmIndex> {
    let mut words = search::look_up(index, &text::analyze(text));
    let place = which_film(guides, index, &ScopedQuestion::default(), &mut words);
    only(&place.films).filter(|_| place.is_named)
}

fn decided(guides: &[Guide], index: &Index, analysis: &Analysis) -> Answer {
    let film = only(&analysis.films);
    let confidence = confidence(&analysis.evidence);
    if let Some(answer) = film.and_then(|film| about_cast(guides, film, analysis)) {
        return answer;
    }
    let (decision, decided) = decide(confidence, &distinct(index, analysis));
    let hits: Vec<Hit> = decided
        .into_iter()
        .filter_map(|scored| hit(guides, analysis, scored, confidence))
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
    let analysis = analyze(guides, index, question);
    let confidence = confidence(&analysis.evidence);
    let entries = analysis.ranking.entries.iter();
    entries
        .filter_map(|scored| hit(guides, &analysis, scored, confidence))
        .collect()
}

/// Returns the entries that say different things, best first.
fn distinct<'a>(index: &Index, analysis: &'a Analysis) -> Vec<&'a Scored> {
    let mut distinct: Vec<&Scored> = Vec::new();
    for scored in &analysis.ranking.entries {
        if !distinct
            .iter()
            .any(|other| index.is_summary_pair(other, scored))
        {
            distinct.push(scored);
        }
    }
    distinct
}

/// Returns a scored document as a hit: its share of the confidence falls with how far it is behind the best.
fn hit(guides: &[Guide], analysis: &Analysis, scored: &Scored, confidence: f32) -> Option<Hit> {
    let behind = analysis.ranking.entries.first()?.score - scored.score;
    let (film, entry) = entry(guides, scored)?;
    let confidence = confidence * libm::expf(-behind / CONFIDENCE_DECAY);
    Some(Hit {
        film,
        entry: entry.id.clone(),
        confidence,
        cast: Vec::new(),
    })
}

/// How far behind the best an entry has a third of its confidence.
const CONFIDENCE_DECAY: f32 = 2.0;

/// Answers a question about who plays whom.
fn about_cast(guides: &[Guide], film: FilmIndex, analysis: &Analysis) -> Option<Answer> {
    let guide = film.of(guides)?;
    match cast_question(&guide.film, analysis)? {
        CastQuestion::Of(cast) => {
            let entry = guide.entry(&cast_entry())?.id.clone();
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

fn only(films: &[FilmIndex]) -> Option<FilmIndex> {
    match films {
        [film] => Some(*film),
        _ => None,
    }
}
