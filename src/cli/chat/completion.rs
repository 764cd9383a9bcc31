//! Completion in the terminal chat: commands, section and entry ids, film ids.

use std::sync::Arc;

use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

use crate::app::App;
use crate::library::Library;

/// Completes what is typed from the guides as they are at that moment.
pub(super) struct LineCompleter(pub(super) Arc<App>);

/// The words that can be completed.
struct Words {
    sections: Vec<String>,
    films: Vec<String>,
}

const COMMANDS: [&str; 7] = [
    "/section ",
    "/faq",
    "/films",
    "/film ",
    "/spoilers ",
    "/help",
    "/quit",
];
const SWITCH: [&str; 2] = ["on", "off"];

impl Words {
    /// Collects the words of a library.
    fn of(library: &Library) -> Self {
        let guides = library.guides();
        let mut sections: Vec<String> = guides
            .iter()
            .flat_map(|guide| {
                let sections = guide.sections.iter().map(|section| section.id.clone());
                sections.chain(guide.entries().map(|entry| entry.id.to_string()))
            })
            .collect();
        sections.sort();
        sections.dedup();
        Self {
            sections,
            films: guides.iter().map(|guide| guide.id.to_string()).collect(),
        }
    }

    /// Returns where the word being typed begins, and the words it may become.
    fn candidates(&self, typed: &str) -> (usize, Vec<String>) {
        let Some((command, _)) = typed.split_once(' ') else {
            return (0, beginning_with(typed, COMMANDS.iter().copied()));
        };
        let start = command.len() + 1;
        let word = &typed[start..];
        let candidates = match command {
            "/section" => beginning_with(word, self.sections.iter().map(String::as_str)),
            "/film" => beginning_with(word, self.films.iter().map(String::as_str)),
            "/spoilers" => beginning_with(word, SWITCH.iter().copied()),
            _ => Vec::new(),
        };
        (start, candidates)
    }
}

fn beginning_with<'a>(word: &str, all: impl Iterator<Item = &'a str>) -> Vec<String> {
    all.filter(|one| !word.is_empty() || !one.starts_with('/'))
        .filter(|one| one.starts_with(word))
        .map(str::to_owned)
        .collect()
}

impl Completer for LineCompleter {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let words = Words::of(&self.0.library());
        Ok(words.candidates(line.get(..position).unwrap_or_default()))
    }
}

impl Hinter for LineCompleter {
    type Hint = String;
}

impl Highlighter for LineCompleter {}
impl Validator for LineCompleter {}
impl Helper for LineCompleter {}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn commands_and_their_words_are_completed() {
        let words = Words {
            sections: ["critics", "facts", "faq", "faq/themes"]
                .map(str::to_owned)
                .to_vec(),
            films: vec!["red-rocket".to_owned()],
        };
        let rows: [(&str, usize, &[&str]); 7] = [
            ("/f", 0, &["/faq", "/films", "/film "]),
            ("/section fa", 9, &["facts", "faq", "faq/themes"]),
            ("/section ", 9, &["critics", "facts", "faq", "faq/themes"]),
            ("/film r", 6, &["red-rocket"]),
            ("/spoilers o", 10, &["on", "off"]),
            ("who directed it", 4, &[]),
            ("", 0, &[]),
        ];
        for (typed, start, expected) in rows {
            let expected = expected.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(words.candidates(typed), (start, expected), "{typed:?}");
        }
    }
}
