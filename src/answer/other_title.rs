//! The degree to which a question names a well-known work that is none of ours.

use std::ops::Range;

use super::references::REFERENCES;
use crate::search::QueryWord;
use crate::text::WordKind;
use crate::text::known_titles::known_titles;
use crate::text::name_forms::ARTICLES;
use crate::text::names::{self, NameWord};

/// A well-known title in a question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OtherTitle {
    /// The bytes of the question that it stands in.
    pub(super) range: Range<usize>,
    /// The degree to which it is a title there and no everyday words, 0 to 1.
    pub(super) strength: f32,
}

/// Words after which everyday words are a title, and what is asked is about that one: "who wrote get out".
const BEFORE: &[&str] = &[
    "called",
    "direct",
    "directed",
    "directs",
    "edited",
    "film",
    "finished",
    "movie",
    "named",
    "of",
    "produced",
    "rewatched",
    "saw",
    "scored",
    "seen",
    "titled",
    "watched",
    "watching",
    "wrote",
];
/// Words after which they are one as well, but ours may be asked about beside it: "is it in the style of", "like drive".
const BESIDE: &[&str] = &["in", "like", "than"];
/// The information from which on the words of a title are no everyday words: that of one word of Zipf value 4.
const TELLING: f32 = 0.75;
/// The information that each further word adds.
const PHRASE: f32 = 0.25;
/// The strength of everyday words that stand where a title may.
const BY_PLACE: f32 = 0.7;
/// The strength of a phrase of everyday words anywhere else.
const PHRASE_ANYWHERE: f32 = 0.3;
/// The share of its strength that a title has where the question says "it" or "this film" as well.
const BESIDE_OURS: f32 = 0.5;

/// Returns the strongest of the known titles in a question, outside of the words that name our film.
pub(super) fn other_title(
    text: &str,
    names: &[NameWord],
    words: &[QueryWord],
    ours: Option<&Range<usize>>,
) -> Option<OtherTitle> {
    let is_reference = |word: &QueryWord| REFERENCES.contains(&word.word.as_str());
    let refers = ours.is_some() || words.iter().any(is_reference);
    let titles = known_titles(names).into_iter();
    let titles = titles
        .filter(|title| ours.is_none_or(|ours| title.end <= ours.start || ours.end <= title.start));
    let titles = titles.map(|title| {
        let range = names[title.start].range.start..names[title.end - 1].range.end;
        let strength = strength(text, &names[title], words, &range, refers);
        OtherTitle { range, strength }
    });
    let titles = titles.filter(|title| title.strength > 0.0);
    titles.max_by(|a, b| a.strength.total_cmp(&b.strength))
}

/// Returns the degree to which words are a title where they stand.
fn strength(
    text: &str,
    title: &[NameWord],
    words: &[QueryWord],
    range: &Range<usize>,
    refers: bool,
) -> f32 {
    let within = words
        .iter()
        .filter(|word| range.start <= word.range.start && word.range.end <= range.end);
    let (mut said, mut has_content) = (PHRASE * (title.len() - 1) as f32, false);
    for word in within {
        said += word.information;
        has_content |= matches!(word.kind, WordKind::Content | WordKind::Number);
    }
    let is_quoted = names::is_quoted(text, range);
    if !has_content && title.len() == 1 {
        return if is_quoted { 1.0 } else { 0.0 };
    }
    let mut before = words.iter().rev();
    let before = before
        .find(|word| word.range.end <= range.start && !ARTICLES.contains(&word.word.as_str()));
    let follows = |list: &[&str]| before.is_some_and(|word| list.contains(&word.word.as_str()));
    // Where all is in capitals they say nothing.
    let has_capital = text.contains(char::is_lowercase) && title.iter().any(|word| word.is_capital);
    let is_title = has_capital || is_quoted || said > TELLING;
    let strength = match (is_title, follows(BEFORE) || follows(BESIDE), title.len()) {
        (true, ..) => 1.0,
        (false, true, _) => BY_PLACE,
        (false, false, 2..) => PHRASE_ANYWHERE,
        (false, false, _) => 0.0,
    };
    let is_beside_ours = refers && !follows(BEFORE);
    strength * if is_beside_ours { BESIDE_OURS } else { 1.0 }
}
