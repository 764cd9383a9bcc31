//! Explains why a document was found: for each word of the question, the match and its certainty.

use super::index::Index;
use super::query::Query;
use super::query_word::QueryWord;
use super::scored::Scored;
use super::segment::{Field, Posting};
use super::vocabulary::TermId;
use crate::text::WordKind;
use crate::text::vectors::Embedding;

/// The match of a word of the question in a document.
#[derive(Clone, Debug, PartialEq)]
pub struct WordMatch {
    /// The word, as an index into the question's words.
    pub word: usize,
    /// The kind of the match.
    pub how: Match,
    /// The share of the word that the match explains, 0 to 1.
    pub explained: f32,
}

/// The kind of match that a word of the question has in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// In a phrasing, a title or the section's title.
    Phrasing,
    /// In the ways of asking for a topic that the entry claims.
    Topic,
    /// Only in the text of the answer.
    Text,
    /// Not itself, but a word near in meaning does.
    Related(TermId),
    /// Not at all.
    Missing,
}

/// The share of a word that a match in the answer's text alone explains: less than one in a phrasing, for texts say
/// much by the way.
const IN_TEXT: f32 = 0.8;
/// The share of a word that a match in the entry's topic explains, where the question is about no other topic.
const IN_TOPIC: f32 = 0.85;
/// Words nearer than this in meaning begin to explain each other: pizza and film .01, soundtrack and music .71.
const RELATED_FROM: f32 = 0.35;
/// Words from this cosine on explain each other as far as related words can.
const RELATED_FULLY: f32 = 0.8;
/// The share that they then explain: less than the word itself would.
const RELATED: f32 = 0.85;
/// The least information of a word for which related words are looked for: each look-up costs a walk over the
/// document's terms.
const WORTH_A_LOOK: f32 = 0.15;

/// Explains a hit: what each word of the question matched in it.
pub fn explain(index: &Index, query: &Query, scored: &Scored) -> Vec<WordMatch> {
    let terms = index.document(scored.document).terms();
    let topic = asked_topic(index, scored);
    (0..)
        .zip(&query.words)
        .map(|(number, word)| match_word(index, terms, &topic, number, word))
        .collect()
}

/// The terms of the ways of asking for a topic.
struct AskedTopic<'a> {
    terms: &'a [Posting],
    /// The degree to which the question is about this topic rather than about others.
    lead: f32,
}

/// Returns the topic by which an entry was found.
fn asked_topic<'a>(index: &'a Index, scored: &Scored) -> AskedTopic<'a> {
    let features = &scored.features.whole.topic;
    let document = features
        .number
        .and_then(|number| index.topics().nth(usize::from(number)));
    AskedTopic {
        terms: document.map_or(&[], |document| index.document(document).terms()),
        lead: features.lead,
    }
}

fn match_word(
    index: &Index,
    terms: &[Posting],
    topic: &AskedTopic<'_>,
    number: usize,
    word: &QueryWord,
) -> WordMatch {
    let field = |term| Index::field_of(terms, term);
    let phrased = word.certainty_among(|term| field(term).is_some_and(|field| field > Field::Text));
    if phrased > 0.0 {
        return WordMatch {
            word: number,
            how: Match::Phrasing,
            explained: phrased,
        };
    }
    let in_text = IN_TEXT * word.certainty_among(|term| field(term).is_some());
    let in_topic = IN_TOPIC
        * topic.lead
        * word.certainty_among(|term| Index::field_of(topic.terms, term).is_some());
    let related = if word.information >= WORTH_A_LOOK && word.kind == WordKind::Content {
        related(index, terms, word)
    } else {
        None
    };
    match related {
        Some((term, explained)) if explained > in_text.max(in_topic) => WordMatch {
            word: number,
            how: Match::Related(term),
            explained,
        },
        _ if in_topic > in_text => WordMatch {
            word: number,
            how: Match::Topic,
            explained: in_topic,
        },
        _ if in_text > 0.0 => WordMatch {
            word: number,
            how: Match::Text,
            explained: in_text,
        },
        _ => WordMatch {
            word: number,
            how: Match::Missing,
            explained: 0.0,
        },
    }
}

/// Returns the word of the document's phrasings that is nearest in meaning, and how far it explains this one.
fn related(index: &Index, terms: &[Posting], word: &QueryWord) -> Option<(TermId, f32)> {
    let embedding = Embedding::of_word(word.rank?)?;
    let phrased = terms.iter().filter(|found| found.field() > Field::Text);
    let content = phrased.map(|found| (found.number(), index.vocabulary.term(found.number())));
    let (term, nearness) = content
        .filter(|(_, facts)| facts.kind == WordKind::Content)
        .map(|(term, facts)| (term, embedding.cosine(&facts.embedding)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let share = ((nearness - RELATED_FROM) / (RELATED_FULLY - RELATED_FROM)).clamp(0.0, 1.0);
    (share > 0.0).then_some((term, RELATED * share))
}
