//! Looking at a question from all sides before deciding.

use std::sync::Arc;

use super::confidence::confidence;
use super::decide::ANSWER;
use super::decision::Hit;
use super::evidence::{Evidence, FilmReference, weigh};
use super::scoped_question::ScopedQuestion;
use super::small_talk::{self, SmallTalk};
use super::which_film::{FilmScope, MAX_WORDS, which_film};
use crate::guide::{Entry, FilmIndex, Guide};
use crate::search::{self, Index, Query, QueryWord, Ranking, Scored, Source, WordMatch};
use crate::text;

/// A question with its ranking and what speaks for the best entry: all that a decision is made from.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// The question as it was compared, without the film's name.
    pub query: Query,
    /// The ranking.
    pub ranking: Ranking,
    /// The match of each word in the best entry.
    pub matches: Vec<WordMatch>,
    /// The evidence for and against the best entry.
    pub evidence: Evidence,
    /// The films that it may be about; empty for all.
    pub films: Vec<FilmIndex>,
    /// True if the question may name another film than these.
    pub is_doubtful: bool,
    /// The kind of message it is where it asks nothing; nothing else is known then.
    pub small_talk: Option<SmallTalk>,
}

/// Looks at a question from all sides, without deciding.
pub fn analyze(guides: &[Arc<Guide>], index: &Index, question: &ScopedQuestion<'_>) -> Analysis {
    let mut tokens = text::analyze(question.text);
    tokens.truncate(MAX_WORDS);
    if small_talk::says_nothing(&tokens) {
        return Analysis::default();
    }
    small_talk::skip_apology(&mut tokens);
    let mut words = search::look_up(index, &tokens);
    let scope = which_film(guides, index, question, &mut words);
    if scope.is_another {
        return Analysis::default();
    }
    let is_title = question.is_addressed && scope.is_named && small_talk::is_bare(&words);
    let without_name = compare(guides, index, &scope, words);
    let ranking = &without_name.ranking;
    let small_talk = SmallTalk::of(question.text, &tokens, question.is_addressed)
        .filter(|&kind| !is_phrased(guides, ranking, question.is_addressed, kind))
        .or_else(|| is_title.then_some(SmallTalk::Title));
    if small_talk.is_some() {
        return Analysis {
            films: if is_title { scope.films } else { Vec::new() },
            small_talk,
            ..Analysis::default()
        };
    }
    let with_name = scope.with_name.clone();
    match with_name.filter(|_| confidence(&without_name.evidence) < ANSWER) {
        Some(words) => surer(without_name, compare(guides, index, &scope, words)),
        None => without_name,
    }
}

/// Returns the analysis with the greater confidence: "is the lantern inn a real place" asks for more than its film.
fn surer(first: Analysis, second: Analysis) -> Analysis {
    match confidence(&second.evidence) > confidence(&first.evidence) {
        true => second,
        false => first,
    }
}

/// Compares the words of a question with what the guides of some films have.
fn compare(
    guides: &[Arc<Guide>],
    index: &Index,
    scope: &FilmScope,
    words: Vec<QueryWord>,
) -> Analysis {
    let query = Query::new(index, words);
    let mut analysis = Analysis {
        ranking: search::search(index, &query, &scope.films),
        query,
        films: scope.films.clone(),
        is_doubtful: scope.is_doubtful,
        ..Analysis::default()
    };
    let Some(best) = analysis.ranking.entries.first() else {
        return analysis;
    };
    let is_film = best
        .film()
        .and_then(|film| film.of(guides))
        .is_some_and(|guide| !guide.film.title.is_empty());
    let about = FilmReference {
        is_film,
        names_film: scope.is_named,
    };
    analysis.matches = search::explain(index, &analysis.query, best);
    analysis.evidence = weigh(&analysis.query, &analysis.ranking, &analysis.matches, about);
    analysis
}

/// Returns whether the best entry is asked for in words that look like small talk themselves, and these are near:
/// "B&W or color?" begins like a command to another bot.
fn is_phrased(
    guides: &[Arc<Guide>],
    ranking: &Ranking,
    is_addressed: bool,
    kind: SmallTalk,
) -> bool {
    let best = ranking.entries.first();
    let Some(best) = best.filter(|best| best.features.words >= NEAR_PHRASING) else {
        return false;
    };
    phrasing(guides, best).is_some_and(|phrasing| {
        SmallTalk::of(phrasing, &text::analyze(phrasing), is_addressed) == Some(kind)
    })
}

/// The share of words from which a message is near a phrasing: one word more or less among three or four.
const NEAR_PHRASING: f32 = 0.8;

/// Returns the phrasing or title of an entry that is nearest to the question; `None` for the built-in phrasings of
/// facts.
pub(super) fn phrasing<'a>(guides: &'a [Arc<Guide>], scored: &Scored) -> Option<&'a str> {
    let (_, entry) = entry(guides, scored).filter(|_| !scored.is_fact())?;
    let mut own = std::iter::once(&entry.title).chain(&entry.ask);
    own.nth(scored.features.phrasing as usize)
        .map(String::as_str)
}

/// Returns the film and the entry that a scored document stands for.
pub(super) fn entry<'a>(
    guides: &'a [Arc<Guide>],
    scored: &Scored,
) -> Option<(FilmIndex, &'a Entry)> {
    let Source::Entry { film, entry } = scored.source else {
        return None;
    };
    Some((film, film.of(guides)?.entries().nth(entry as usize)?))
}

impl Analysis {
    /// Returns a scored document as a hit: its share of the confidence falls with how far it is behind the best.
    pub(super) fn hit(
        &self,
        guides: &[Arc<Guide>],
        scored: &Scored,
        confidence: f32,
    ) -> Option<Hit> {
        let behind = self.ranking.entries.first()?.score - scored.score;
        let (film, entry) = entry(guides, scored)?;
        let confidence = confidence * libm::expf(-behind / CONFIDENCE_DECAY);
        Some(Hit {
            film,
            entry: entry.id.clone(),
            confidence,
            cast: Vec::new(),
            sentence: scored.telling_sentence(),
        })
    }
}

/// The distance to the best score at which an entry has a third of the confidence.
const CONFIDENCE_DECAY: f32 = 2.0;
