//! Answers a question: analyzes it, decides, and says what else may be meant.

use std::sync::Arc;

use super::analyze::{Analysis, analyze};
use super::cast::{CastQuestion, cast_question};
use super::confidence::confidence;
use super::decide::{MAX_SUGGESTED, OfferPolicy, decide};
use super::decision::{Answer, Decision, Hit, Shortfall};
use super::names::{NamedPeople, named_people};
use super::scoped_question::ScopedQuestion;
use super::which_film::only;
use crate::guide::{FactKind, FilmIndex, Guide};
use crate::search::{Index, Scored};

/// Answers a question from guides and the index built from them.
pub fn answer(guides: &[Arc<Guide>], index: &Index, question: &ScopedQuestion<'_>) -> Answer {
    let analysis = analyze(guides, index, question);
    let mut answer = match analysis.small_talk {
        Some(kind) => unknown(only(&analysis.films), Shortfall::SmallTalk(kind)),
        None => decided(guides, index, &analysis, question.is_addressed),
    };
    if analysis.is_doubtful && answer.decision == Decision::Confident {
        answer.decision = Decision::Suggest;
    }
    if answer.decision == Decision::Confident {
        answer.others = others(guides, index, &analysis, &answer);
    }
    answer
}

/// Returns what may be meant instead of the answer.
fn others(guides: &[Arc<Guide>], index: &Index, analysis: &Analysis, answer: &Answer) -> Vec<Hit> {
    let is_answer = |hit: &Hit| {
        let mut hits = answer.hits.iter();
        hits.any(|given| (given.film, &given.entry) == (hit.film, &hit.entry))
    };
    distinct(index, analysis)
        .into_iter()
        .filter_map(|scored| analysis.hit(guides, scored, answer.confidence))
        .filter(|other| !is_answer(other))
        .take(MAX_SUGGESTED)
        .collect()
}

fn decided(
    guides: &[Arc<Guide>],
    index: &Index,
    analysis: &Analysis,
    is_addressed: bool,
) -> Answer {
    let film = only(&analysis.films);
    let confidence = confidence(&analysis.evidence);
    if let Some(answer) = film.and_then(|film| about_cast(guides, film, analysis)) {
        return answer;
    }
    let named = film.and_then(|film| Some((film, named_people(&film.of(guides)?.film, analysis)?)));
    if let Some((film, NamedPeople::Actors(cast))) = named {
        return about(film, FactKind::Cast, cast);
    }
    let OfferPolicy { least, shortfall } =
        OfferPolicy::of(&analysis.evidence, confidence, is_addressed);
    let (decision, decided) = decide(confidence, least, &distinct(index, analysis));
    let is_open = decision == Decision::Unknown || asks_who(analysis);
    if let Some((film, named)) = named.filter(|_| decision != Decision::Confident && is_open) {
        return match named {
            NamedPeople::Actors(cast) | NamedPeople::Roles(cast) => {
                about(film, FactKind::Cast, cast)
            }
            NamedPeople::Of(kind) => about(film, kind, Vec::new()),
        };
    }
    let hits: Vec<Hit> = decided
        .into_iter()
        .filter_map(|scored| analysis.hit(guides, scored, confidence))
        .collect();
    let film = film.or_else(|| {
        hits.first()
            .filter(|_| decision == Decision::Confident)
            .map(|hit| hit.film)
    });
    Answer {
        decision,
        hits,
        shortfall,
        confidence,
        film,
        others: Vec::new(),
    }
}

/// Ranks the entries for a question, best first, whatever the decision would be.
pub fn rank(guides: &[Arc<Guide>], index: &Index, question: &ScopedQuestion<'_>) -> Vec<Hit> {
    let analysis = analyze(guides, index, question);
    let confidence = confidence(&analysis.evidence);
    let entries = analysis.ranking.entries.iter();
    entries
        .filter_map(|scored| analysis.hit(guides, scored, confidence))
        .collect()
}

/// Returns the entries that say different things, best first.
fn distinct<'a>(index: &Index, analysis: &'a Analysis) -> Vec<&'a Scored> {
    let mut distinct: Vec<&Scored> = Vec::new();
    for scored in &analysis.ranking.entries {
        if !distinct
            .iter()
            .any(|other| index.is_summary_pair(other.document, scored.document))
        {
            distinct.push(scored);
        }
    }
    distinct
}

/// Answers a question about who plays whom.
fn about_cast(guides: &[Arc<Guide>], film: FilmIndex, analysis: &Analysis) -> Option<Answer> {
    let guide = film.of(guides)?;
    match cast_question(&guide.film, analysis)? {
        CastQuestion::Of(cast) => Some(about(film, FactKind::Cast, cast)),
        CastQuestion::OfNobody => Some(unknown(Some(film), Shortfall::Unsure)),
    }
}

fn unknown(film: Option<FilmIndex>, shortfall: Shortfall) -> Answer {
    Answer {
        decision: Decision::Unknown,
        hits: Vec::new(),
        shortfall,
        confidence: 0.0,
        film,
        others: Vec::new(),
    }
}

/// Returns whether a question asks for somebody.
fn asks_who(analysis: &Analysis) -> bool {
    let mut words = analysis.query.words.iter();
    words.any(|word| word.word == "who" || word.word == "whom")
}

/// Answers with a fact; with some members of the cast where it is the cast.
fn about(film: FilmIndex, kind: FactKind, cast: Vec<usize>) -> Answer {
    let hits = vec![Hit {
        film,
        entry: kind.entry_id(),
        confidence: NAMED_IN_CAST,
        cast,
        sentence: None,
    }];
    Answer {
        decision: Decision::Confident,
        hits,
        shortfall: Shortfall::Unsure,
        confidence: NAMED_IN_CAST,
        film: Some(film),
        others: Vec::new(),
    }
}

/// The confidence in an answer about a member of the cast whom the question names.
const NAMED_IN_CAST: f32 = 0.97;
