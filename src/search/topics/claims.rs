//! The topics that an entry claims: those that it names, or those whose heading its title is. A doubtful claim is none.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::LazyLock;

use super::super::titles;
use super::catalogue::{Topic, TopicIndex, topic, topics};
use crate::guide::{Entry, EntryKind, Section};
use crate::text::{self, WordKind, stem};

/// The telling words of a heading, as stems.
type TitleWords = BTreeSet<String>;
/// Topics by their headings.
type TopicsByTitle = HashMap<TitleWords, Vec<TopicIndex>>;

/// A heading of more topics than this belongs to none of them.
const MAX_TOPICS: usize = 2;
/// Words that say nothing in a heading: every one is about the film.
const SAY_NOTHING: &[&str] = &["film", "movi", "movie"];
/// The words between two topics in a title: "Colour, Lighting and Framing".
const BETWEEN: [&str; 6] = [" and ", " & ", ", ", " / ", ": ", " – "];

/// The topics of each heading as it is written.
static AS_WRITTEN: LazyLock<HashMap<Vec<String>, Vec<TopicIndex>>> =
    LazyLock::new(|| grouped(|topic| &topic.headings, |text| all_words(text, &[])));
/// The topics of each heading by its telling words.
static HEADINGS: LazyLock<TopicsByTitle> = LazyLock::new(|| by_heading(|topic| &topic.headings));
/// The topics of each way of asking.
static ASKED: LazyLock<TopicsByTitle> = LazyLock::new(|| by_heading(|topic| &topic.ask));

fn by_heading(texts: impl Fn(&'static Topic) -> &'static [String]) -> TopicsByTitle {
    let mut headings = grouped(texts, |text| heading(text, &[]));
    headings.remove(&TitleWords::new());
    headings
}

/// Returns the topics of texts that are the same to `key`.
fn grouped<K: Eq + Hash>(
    texts: impl Fn(&'static Topic) -> &'static [String],
    key: impl Fn(&str) -> K,
) -> HashMap<K, Vec<TopicIndex>> {
    let mut groups: HashMap<K, Vec<TopicIndex>> = HashMap::new();
    for (number, topic) in (0..).zip(topics()) {
        for text in texts(topic) {
            let claimed = groups.entry(key(text)).or_default();
            if !claimed.contains(&number) {
                claimed.push(number);
            }
        }
    }
    groups
}

/// The word in a guide for an entry that is about no topic, whatever its title says.
pub const NO_TOPIC: &str = "none";

/// The reason why an entry claims its topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimedBy {
    /// It is that fact.
    Fact,
    /// It names them.
    Key,
    /// Its title is a heading of theirs.
    Title,
    /// It is asked for in the very words in which people ask for them.
    Phrasing,
}

impl ClaimedBy {
    /// Returns the word for it: `fact`, `key`, `title` or `phrasing`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Key => "key",
            Self::Title => "title",
            Self::Phrasing => "phrasing",
        }
    }
}

/// The topics that an entry claims, all of them for one reason.
#[derive(Clone, Debug)]
pub(in crate::search) struct Claims {
    pub(super) by: ClaimedBy,
    pub(in crate::search) topics: Vec<TopicIndex>,
}

/// The words by which an entry claims topics where it names none.
#[derive(Clone, Debug)]
pub struct EntryWords<'a> {
    /// The section's title.
    pub section: &'a str,
    /// The entry's title, or the question.
    pub title: &'a str,
    /// The phrasings.
    pub ask: Vec<&'a str>,
    /// True if the title is a question.
    pub is_question: bool,
}

/// Returns the topics that an entry claims; `names` are those of its film.
pub(in crate::search) fn claims(section: &Section, entry: &Entry, names: &[Vec<String>]) -> Claims {
    if let EntryKind::Fact(kind) = entry.kind {
        return Claims {
            by: ClaimedBy::Fact,
            topics: topic(kind.row().id).into_iter().collect(),
        };
    }
    if !entry.topics.is_empty() {
        return Claims {
            by: ClaimedBy::Key,
            topics: entry.topics.iter().filter_map(|id| topic(id)).collect(),
        };
    }
    let words = EntryWords {
        section: &section.title,
        title: &entry.title,
        ask: entry.ask.iter().map(String::as_str).collect(),
        is_question: entry.kind != EntryKind::Text,
    };
    by_words(&words, names)
}

/// Returns the topics that an entry claims by its title, else by its phrasings.
pub(super) fn by_words(words: &EntryWords<'_>, names: &[Vec<String>]) -> Claims {
    let topics = by_title(words, names);
    if !topics.is_empty() {
        let by = ClaimedBy::Title;
        return Claims { by, topics };
    }
    Claims {
        by: ClaimedBy::Phrasing,
        topics: by_asking(words, names),
    }
}

/// Returns the topics that people ask for in the very words in which they ask for the entry.
fn by_asking(words: &EntryWords<'_>, names: &[Vec<String>]) -> Vec<TopicIndex> {
    let title = std::iter::once(words.title).filter(|_| words.is_question);
    let asked = title.chain(words.ask.iter().copied());
    let asked = asked.map(|text| heading(text, names));
    let asked = asked.filter(|words| words.len() > 1);
    let found = asked.filter_map(|words| ASKED.get(&words).filter(|found| found.len() == 1));
    let mut claimed: Vec<TopicIndex> = found.flatten().copied().collect();
    claimed.sort_unstable();
    claimed.dedup();
    claimed.truncate(MAX_TOPICS);
    claimed
}

fn by_title(words: &EntryWords<'_>, names: &[Vec<String>]) -> Vec<TopicIndex> {
    let whole = of_title(words.title, names);
    if !whole.is_empty() {
        return whole;
    }
    let both: TitleWords = heading(words.title, names)
        .union(&heading(words.section, names))
        .cloned()
        .collect();
    let with_section = of(&both);
    if !with_section.is_empty() {
        return with_section;
    }
    let mut parts = vec![words.title];
    for between in BETWEEN {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(between))
            .collect();
    }
    let parts: Vec<Vec<TopicIndex>> = parts
        .into_iter()
        .map(|part| of_title(part, names))
        .collect();
    // All parts must be topics, and each just one: "Setting and Background" may be anything.
    let are_clear = parts.len() > 1 && parts.iter().all(|part| part.len() == 1);
    let mut claimed: Vec<TopicIndex> = parts.into_iter().flatten().filter(|_| are_clear).collect();
    claimed.dedup();
    claimed
}

/// Returns the topics of which a title is a heading: as it is written, else by its telling words.
fn of_title(title: &str, names: &[Vec<String>]) -> Vec<TopicIndex> {
    // "Setting" is one topic and "Sets" is another, which the stems do not tell.
    let as_written = AS_WRITTEN.get(&all_words(title, names));
    let as_written = as_written.filter(|found| found.len() <= MAX_TOPICS);
    as_written.map_or_else(|| of(&heading(title, names)), Vec::clone)
}

/// Returns the topics of a heading, where they are few.
fn of(heading: &TitleWords) -> Vec<TopicIndex> {
    let found = HEADINGS
        .get(heading)
        .filter(|found| found.len() <= MAX_TOPICS);
    found.cloned().unwrap_or_default()
}

/// Returns all words of a heading but the film's names.
fn all_words(text: &str, names: &[Vec<String>]) -> Vec<String> {
    let mut tokens = text::analyze(text);
    titles::remove(&mut tokens, names);
    tokens.into_iter().map(|token| token.word).collect()
}

fn heading(text: &str, names: &[Vec<String>]) -> TitleWords {
    let mut tokens = text::analyze(text);
    titles::remove(&mut tokens, names);
    let telling = tokens.iter().filter(|token| {
        !matches!(token.kind, WordKind::Stop | WordKind::Filler) && !token.word.contains(' ')
    });
    let stems = telling.map(|token| stem::term(&token.word));
    stems
        .filter(|stem| !SAY_NOTHING.contains(&stem.as_str()))
        .collect()
}
