//! The topics that an entry claims: those that it names, or those whose heading its title is. A doubtful claim is none.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

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

/// The topics of each heading.
static HEADINGS: LazyLock<TopicsByTitle> = LazyLock::new(|| by_heading(|topic| &topic.headings));
/// The topics of each way of asking.
static ASKED: LazyLock<TopicsByTitle> = LazyLock::new(|| by_heading(|topic| &topic.ask));

fn by_heading(texts: impl Fn(&'static Topic) -> &'static [String]) -> TopicsByTitle {
    let mut headings = TopicsByTitle::new();
    for (number, topic) in (0..).zip(topics()) {
        for text in texts(topic) {
            let claimed = headings.entry(heading(text, &[])).or_default();
            if !claimed.contains(&number) {
                claimed.push(number);
            }
        }
    }
    headings.remove(&TitleWords::new());
    headings
}

/// Returns the topics that an entry claims; `names` are those of its film.
pub(in crate::search) fn claims(
    section: &Section,
    entry: &Entry,
    names: &[Vec<String>],
) -> Vec<TopicIndex> {
    if let EntryKind::Fact(kind) = entry.kind {
        return topic(kind.row().id).into_iter().collect();
    }
    if !entry.topics.is_empty() {
        return entry.topics.iter().filter_map(|id| topic(id)).collect();
    }
    let by_title = by_title(section, entry, names);
    if !by_title.is_empty() {
        return by_title;
    }
    by_asking(entry, names)
}

/// Returns the topics that people ask for in the very words in which they ask for the entry.
fn by_asking(entry: &Entry, names: &[Vec<String>]) -> Vec<TopicIndex> {
    let title = std::iter::once(&entry.title).filter(|_| entry.kind != EntryKind::Text);
    let asked = title.chain(&entry.ask).map(|text| heading(text, names));
    let asked = asked.filter(|words| words.len() > 1);
    let found = asked.filter_map(|words| ASKED.get(&words).filter(|found| found.len() == 1));
    let mut claimed: Vec<TopicIndex> = found.flatten().copied().collect();
    claimed.sort_unstable();
    claimed.dedup();
    claimed.truncate(MAX_TOPICS);
    claimed
}

fn by_title(section: &Section, entry: &Entry, names: &[Vec<String>]) -> Vec<TopicIndex> {
    let title = heading(&entry.title, names);
    let whole = of(&title);
    if !whole.is_empty() {
        return whole;
    }
    let both: TitleWords = title
        .union(&heading(&section.title, names))
        .cloned()
        .collect();
    let with_section = of(&both);
    if !with_section.is_empty() {
        return with_section;
    }
    let mut parts = vec![entry.title.as_str()];
    for between in BETWEEN {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(between))
            .collect();
    }
    let parts: Vec<Vec<TopicIndex>> = parts
        .into_iter()
        .map(|part| of(&heading(part, names)))
        .collect();
    // All parts must be topics, and each just one: "Setting and Background" may be anything.
    let are_clear = parts.len() > 1 && parts.iter().all(|part| part.len() == 1);
    let mut claimed: Vec<TopicIndex> = parts.into_iter().flatten().filter(|_| are_clear).collect();
    claimed.dedup();
    claimed
}

/// Returns the topics of a heading, where they are few.
fn of(heading: &TitleWords) -> Vec<TopicIndex> {
    let found = HEADINGS
        .get(heading)
        .filter(|found| found.len() <= MAX_TOPICS);
    found.cloned().unwrap_or_default()
}

fn heading(text: &str, names: &[Vec<String>]) -> TitleWords {
    let mut tokens = text::analyze(text);
    super::super::titles::remove(&mut tokens, names);
    let telling = tokens.iter().filter(|token| {
        !matches!(token.kind, WordKind::Stop | WordKind::Filler) && !token.word.contains(' ')
    });
    let stems = telling.map(|token| stem::term(&token.word));
    stems
        .filter(|stem| !SAY_NOTHING.contains(&stem.as_str()))
        .collect()
}
