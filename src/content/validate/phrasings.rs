//! Phrasings: no two alike in a film, and enough of them.

use std::collections::HashMap;

use crate::content::build;
use crate::content::diagnostic::quoted;
use crate::content::draft::{Draft, DraftEntry, DraftFilm, Text};
use crate::content::report::Report;

/// With fewer phrasings than this, people who word it differently are not understood.
const MIN_PHRASINGS: usize = 3;

/// A phrasing, and the entry or the fact that it asks for: its place among all of them.
type OwnedPhrasing<'a> = (usize, &'a Text);

/// Judges the phrasings of a guide.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    let entries = draft.entries().map(|entry| &entry.ask);
    let facts = draft.film.ask.iter().map(|(_, ask)| ask);
    let mut seen: HashMap<String, OwnedPhrasing<'_>> = HashMap::new();
    for (owner, asks) in entries.chain(facts).enumerate() {
        for ask in asks {
            let folded = fold(&ask.value);
            if folded.is_empty() {
                let message = format!("the phrasing {} has no word in it", quoted(&ask.value));
                report.error("empty-value", &ask.span, message, "fill it in or remove it");
            } else if let Some(first) = seen.get(&folded) {
                repeated((owner, ask), *first, report);
            } else {
                seen.insert(folded, (owner, ask));
            }
        }
    }
    draft.entries().for_each(|entry| few(entry, report));
    unused(&draft.film, report);
}

/// Notes phrasings for facts that cannot answer.
fn unused(film: &DraftFilm, report: &mut Report) {
    if film.may_lack_facts {
        return;
    }
    let known = build::film(film).facts;
    for (fact, ask) in &film.ask {
        if let Some(first) = ask.first().filter(|_| known.get(fact.kind).is_none()) {
            let key = fact.key;
            let message = format!("`ask` has phrasings for `{key}`, which is not filled in");
            let help = format!("fill in `{key}` in [film], or take the line away");
            report.warning("unused-phrasings", &first.span, message, help);
        }
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
    (owner, ask): OwnedPhrasing<'_>,
    (first_owner, first): OwnedPhrasing<'_>,
    report: &mut Report,
) {
    let (message, help) = if owner == first_owner {
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
