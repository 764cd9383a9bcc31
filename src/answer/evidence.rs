//! What speaks for and against the best entry: the numbers that the confidence is made from.

use crate::search::{Match, Query, QueryWord, Ranking, Scored, WordMatch};
use crate::text::WordKind;

/// What speaks for and against the best entry of a ranking.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Words shared with the best phrasing, 0 to 1.
    pub words: f32,
    /// Nearness of meaning to the best phrasing, 0 to 1.
    pub meaning: f32,
    /// The best phrasing by words, letters and meaning, 0 to 1.
    pub best: f32,
    /// Nearness of meaning to all phrasings, 0 to 1.
    pub centre: f32,
    /// The entry's score less that of the best rival, at most [`MAX_LEAD`].
    pub lead: f32,
    /// The entry's score less that of the best topic that no guide covers, at most [`MAX_LEAD`].
    pub elsewhere_lead: f32,
    /// The share of what the question says that the entry explains, 0 to 1.
    pub explained: f32,
    /// How much the entry leaves unexplained: 1 is a rare word.
    pub unexplained: f32,
    /// How much of that is names and words that no guide knows.
    pub unknown: f32,
    /// How much the question says that the entry has word for word, at most 2.
    pub said: f32,
    /// How surely a name or a rare word stands in the question that no guide knows, 0 to 1.
    pub named: f32,
    /// Where the entry is a fact: how much is left unexplained, at most 2. What people say in asking for a
    /// fact is known; what else they say is another film or person.
    pub beside_fact: f32,
    /// In a guide's film: how much the most telling word says that the film's guide does not know, where the
    /// question nowhere says "it", "this film" or the title. Such a word stands where the film should.
    pub stranger: f32,
    /// The score of the entry, as a share of what a perfect one has.
    pub score: f32,
    /// The mean of the three best phrasings.
    pub mean: f32,
    /// The share of the ranking weight that stands in phrasings and titles.
    pub covered: f32,
    /// How many words the question has, at most 12.
    pub n_words: f32,
}

/// A lead by more than this says nothing more.
pub const MAX_LEAD: f32 = 6.0;
/// What a word with a capital inside a sentence says at least: it is a name, however common the word.
const NAME: f32 = 0.8;

/// What is known of the question beside its words.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Whether the guides are about films.
    pub is_film: bool,
    /// Whether the question names the film.
    pub names_film: bool,
}

/// Words by which a question means the film at hand.
const REFERENCES: &[&str] = &[
    "it", "its", "this", "film", "movie", "flick", "films", "movies", "that", "they", "he", "she",
    "here", "his", "her", "these", "picture", "story", "thing",
];

/// Weighs the best entry of a ranking.
pub(super) fn weigh(
    query: &Query,
    ranking: &Ranking,
    rival: Option<&Scored>,
    matches: &[WordMatch],
    about: About,
) -> Evidence {
    let Some(best) = ranking.entries.first() else {
        return Evidence::default();
    };
    let lead = |other: Option<&Scored>| {
        other
            .map_or(MAX_LEAD, |other| best.score - other.score)
            .clamp(-MAX_LEAD, MAX_LEAD)
    };
    let mut evidence = Evidence {
        words: best.features.words,
        meaning: best.features.meaning,
        best: best.features.best,
        centre: best.features.centre,
        score: best.share(),
        mean: best.features.mean,
        covered: best.features.covered,
        lead: lead(rival),
        elsewhere_lead: lead(ranking.elsewhere.as_ref()),
        n_words: query.words.len().min(12) as f32,
        ..Evidence::default()
    };
    let refers = about.names_film
        || query
            .words
            .iter()
            .any(|word| REFERENCES.contains(&word.word.as_str()));
    let (mut total, mut explained) = (0.0, 0.0);
    for found in matches {
        let word = &query.words[found.word];
        let said = if word.is_name {
            word.information.max(NAME)
        } else {
            word.information
        };
        let unexplained = said * (1.0 - found.explained);
        total += said;
        explained += said * found.explained;
        if found.how == Match::Phrasing && word.kind == WordKind::Content {
            evidence.said += said * found.explained;
        }
        if word.term.is_none() {
            evidence.unknown += unexplained;
        }
        if best.is_fact && word.kind == WordKind::Content {
            evidence.beside_fact += unexplained;
        }
        if about.is_film && !refers && word.term.is_none() && word.kind == WordKind::Content {
            evidence.stranger = evidence.stranger.max(unexplained);
        }
        evidence.named = evidence.named.max(name(word) * (1.0 - found.explained));
    }
    evidence.explained = if total > 0.0 { explained / total } else { 0.0 };
    evidence.unexplained = (total - explained).min(3.0);
    evidence.unknown = evidence.unknown.min(3.0);
    evidence.said = evidence.said.min(2.0);
    evidence.beside_fact = evidence.beside_fact.min(2.0);
    evidence
}

/// Returns how surely a word is a name that no guide knows: one with a capital inside a sentence, or a rare one.
fn name(word: &QueryWord) -> f32 {
    let is_word = matches!(word.kind, WordKind::Content | WordKind::Number);
    match word {
        word if word.is_name && (word.term.is_none() || word.kind != WordKind::Content) => 1.0,
        word if word.is_name => 0.5,
        word if word.term.is_none() && is_word && !word.is_repaired => {
            ((RARE_FROM - word.zipf) / (RARE_FROM - RARE)).clamp(0.0, 1.0)
        }
        _ => 0.0,
    }
}

/// An unknown word with this Zipf value begins to look like a name.
const RARE_FROM: f32 = 4.0;
/// One with this value does entirely.
const RARE: f32 = 3.0;
