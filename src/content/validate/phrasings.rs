//! Phrasings: no two alike in a film, and enough of them.

use std::collections::HashMap;

use crate::content::diagnostic::quoted;
use crate::content::draft::{Draft, DraftEntry, Text};
use crate::content::report::Report;

/// With fewer phrasings than this, people who word it differently are not understood.
const MIN_PHRASINGS: usize = 3;

/// Judges the phrasings of a guide.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let mut seen: HashMap<String, (&DraftEntry, &Text)> = HashMap::new();
    for entry in draft.entries() {
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
        few(entry, report);
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

fn few(entry: &DraftEntry, report: &mut Report) {
    // What people ask about any film is known by the topic.
    if entry.ask.len() >= MIN_PHRASINGS || entry.may_lack_parts || !entry.topics.is_empty() {
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
