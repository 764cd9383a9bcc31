//! Phrasings: no two alike in a film, and enough of them.

use std::collections::HashMap;

use crate::content::build;
use crate::content::diagnostic::quoted;
use crate::content::draft::{Block, Draft, DraftEntry, Text};
use crate::content::report::Report;
use crate::guide::Film;
use crate::search::{self, EntryWords, NO_TOPIC};

/// With fewer phrasings than this, people who word it differently are not understood.
const MIN_PHRASINGS: usize = 3;

/// Judges the phrasings of a guide.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let mut seen: HashMap<String, (&DraftEntry, &Text)> = HashMap::new();
    let film = build::film(&draft.film);
    for (section, entry) in draft.entries_in_sections() {
        for ask in &entry.ask {
            let folded = fold(&ask.value);
            if folded.is_empty() {
                let message = format!("the phrasing {} has no word in it", quoted(&ask.value));
                report.error("empty-value", &ask.span, message, "fill it in or remove it");
            } else if let Some((first_entry, first)) = seen.get(&folded) {
                repeated((entry, ask), (first_entry, first), report);
            } else {
                seen.insert(folded, (entry, ask));
            }
        }
        few(entry, section, &film, report);
    }
}

/// Returns the words of `text` in lower case with single spaces, without punctuation.
pub(in crate::content) fn fold(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let letters = word.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    });
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn repeated(
    (entry, ask): (&DraftEntry, &Text),
    (first_entry, first): (&DraftEntry, &Text),
    report: &mut Report,
) {
    let (message, help) = if std::ptr::eq(entry, first_entry) {
        (
            format!("the phrasing {} stands here already", quoted(&ask.value)),
            "remove one of them",
        )
    } else {
        (
            format!("the phrasing {} asks for two entries", quoted(&ask.value)),
            "keep it where the answer is, or say in each what sets it apart",
        )
    };
    report.clash("repeated-phrasing", (&ask.span, &first.span), message, help);
}

fn few(entry: &DraftEntry, section: &str, film: &Film, report: &mut Report) {
    if entry.ask.len() >= MIN_PHRASINGS || entry.may_lack_parts || has_topic(entry, section, film) {
        return;
    }
    let title = entry.title.as_ref();
    let name = title.map_or_else(|| "this".to_owned(), |title| quoted(&title.value));
    let count = match entry.ask.len() {
        0 => "no phrasings".to_owned(),
        1 => "only one phrasing".to_owned(),
        n => format!("only {n} phrasings"),
    };
    report.warning(
        "few-phrasings",
        &entry.span,
        format!("{name} has {count}"),
        format!("add to `ask` how people put it, {MIN_PHRASINGS} ways or more"),
    );
}

/// Returns whether an entry is about a topic: what people ask about any film is known by it.
fn has_topic(entry: &DraftEntry, section: &str, film: &Film) -> bool {
    match entry.topics.as_slice() {
        [] => {
            let title = entry.title.as_ref();
            let ask = entry.ask.iter();
            let words = EntryWords {
                section,
                title: title.map_or("", |title| &title.value),
                ask: ask.map(|ask| ask.value.as_str()).collect(),
                is_question: entry.block == Block::Faq,
            };
            search::claims_by_words(&words, film)
        }
        topics => topics.iter().any(|topic| topic.value != NO_TOPIC),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folding_leaves_words_only() {
        for (text, folded) in [
            ("  What's  THIS?! ", "whats this"),
            ("Ökologie – ja", "ökologie ja"),
            ("¿?", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
