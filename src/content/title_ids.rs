//! Ids for what is imported or added: readable, made from the title alone, so that a second import gives the same ones.

use std::collections::BTreeSet;

use crate::content::slug::slug;
use crate::guide::is_program_section;

/// Longer ids are hard to read and to type, in words.
const MAX_WORDS: usize = 6;
/// Words that begin a question and say nothing of what it is about.
const QUESTION_WORDS: [&str; 30] = [
    "is", "are", "was", "were", "does", "do", "did", "what", "whats", "who", "whos", "why", "how",
    "when", "where", "which", "can", "could", "should", "would", "will", "has", "have", "the", "a",
    "an", "it", "there", "makes", "i",
];
/// Words that end no id.
const NO_ENDS: [&str; 16] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "other",
];

/// The ids that are taken.
#[derive(Clone, Debug, Default)]
pub(super) struct TakenIds(BTreeSet<String>);

impl TakenIds {
    /// Returns the id, with a number behind it where it is taken, and takes it.
    pub(super) fn unique(&mut self, id: &str) -> String {
        let mut unique = id.to_owned();
        let mut number = 1;
        while !self.0.insert(unique.clone()) {
            number += 1;
            unique = format!("{id}-{number}");
        }
        unique
    }
}

/// Returns the id of a section or an entry with this title; the film's own title says nothing in it.
pub(super) fn of_title(title: &str, film: &str, otherwise: &str) -> String {
    let id = shortened(&without_film(&slug(title), film), &slug(title), otherwise);
    match is_program_section(&id) {
        true => format!("{id}-section"),
        false => id,
    }
}

/// Returns the id of a question: what it asks about.
pub(super) fn of_question(question: &str, film: &str) -> String {
    let whole = slug(question);
    let words = without_film(&whole, film);
    let words: Vec<&str> = words.split('-').collect();
    let first = words.iter().position(|word| !QUESTION_WORDS.contains(word));
    let about = words
        .get(first.unwrap_or(words.len())..)
        .unwrap_or_default();
    shortened(&about.join("-"), &whole, "question")
}

fn shortened(id: &str, whole: &str, otherwise: &str) -> String {
    let id = [id, whole].into_iter().find(|id| !id.is_empty());
    let mut words: Vec<&str> = id.unwrap_or(otherwise).split('-').take(MAX_WORDS).collect();
    while words.len() > 1 && words.last().is_some_and(|last| NO_ENDS.contains(last)) {
        words.pop();
    }
    words.join("-")
}

fn without_film(id: &str, film: &str) -> String {
    let film = slug(film);
    let padded = format!("-{id}-");
    let left = match film.is_empty() {
        true => padded,
        false => padded.replace(&format!("-{film}-"), "-"),
    };
    left.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{TakenIds, of_question, of_title};

    #[test]
    fn ids_say_what_titles_say() {
        for (title, id) in [
            ("Introduction to “Red Rocket”", "introduction"),
            ("Red Rocket", "red-rocket"),
            ("Director’s Vision", "directors-vision"),
            ("FAQ", "faq-section"),
            ("千と千尋", "section"),
            (
                "The Long Way from the Farm to the Sea and Back",
                "the-long-way-from-the-farm",
            ),
        ] {
            assert_eq!(of_title(title, "Red Rocket", "section"), id);
        }
        for (question, id) in [
            (
                "Is “Red Rocket” suitable for all audiences?",
                "suitable-for-all-audiences",
            ),
            ("How long is it?", "long-is-it"),
            ("Why?", "why"),
        ] {
            assert_eq!(of_question(question, "Red Rocket"), id);
        }
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut taken = TakenIds::default();
        taken.unique("plot-2");
        assert_eq!(
            ["plot"; 3].map(|id| taken.unique(id)),
            ["plot", "plot-3", "plot-4"]
        );
    }
}
