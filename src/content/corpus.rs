//! Collections of questions that are no guides: one JSON object a line, for measuring.
//!
//! Ids mean nothing to us, texts may be empty, and nothing is judged but the form:
//! `{"id": "q1", "question": "…", "aliases": ["…"], "answer": "…", "section": "…"}`.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::guide::{Entry, EntryId, EntryKind, Film, FilmId, Guide, Section, Spoiler};
use crate::markup;

/// One line of a collection; other keys are left alone.
#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    question: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    answer: Option<String>,
    #[serde(default)]
    section: Option<String>,
}

/// A line that is not what a collection's line must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusError {
    /// The line, counted from 1.
    pub line: usize,
    /// The problem with it.
    pub message: String,
}

impl std::fmt::Display for CorpusError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for CorpusError {}

/// Reads a collection as a guide of a film without a title.
///
/// # Errors
/// Returns the first line that is no such object or whose id stood before.
pub fn corpus(id: FilmId, text: &str) -> Result<Guide, CorpusError> {
    let mut sections: Vec<Section> = Vec::new();
    let mut section_numbers: HashMap<String, usize> = HashMap::new();
    let mut first_lines: HashMap<String, usize> = HashMap::new();
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let line = parse(number + 1, line)?;
        if let Some(first) = first_lines.insert(line.id.clone(), number + 1) {
            let message = format!("the id {:?} stands in line {first} already", line.id);
            return Err(CorpusError {
                line: number + 1,
                message,
            });
        }
        let title = line.section.clone().unwrap_or_default();
        let at = *section_numbers.entry(title.clone()).or_insert_with(|| {
            sections.push(section(&title));
            sections.len() - 1
        });
        sections[at].entries.push(Arc::new(entry(line)));
    }
    Ok(Guide::new(
        id,
        Film::default(),
        sections,
        Vec::new(),
        Vec::new(),
    ))
}

fn parse(number: usize, line: &str) -> Result<Line, CorpusError> {
    serde_json::from_str(line).map_err(|error| CorpusError {
        line: number,
        message: format!("this is no entry of a collection: {error}"),
    })
}

fn section(title: &str) -> Section {
    Section {
        id: title.to_owned(),
        title: title.to_owned(),
        also_id: Vec::new(),
        entries: Vec::new(),
    }
}

fn entry(line: Line) -> Entry {
    Entry {
        id: EntryId::opaque(&line.id),
        also_id: Vec::new(),
        title: line.question,
        ask: line.aliases,
        topics: Vec::new(),
        spoiler: Spoiler::None,
        text: markup::parse(&line.answer.unwrap_or_default()),
        kind: EntryKind::Faq {
            section: None,
            sums_up: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{CorpusError, corpus};
    use crate::guide::{FilmId, Guide};

    fn read(text: &str) -> Result<Guide, CorpusError> {
        corpus(FilmId::parse("corpus").expect("sound"), text)
    }

    #[test]
    fn lines_become_entries_with_their_own_ids_grouped_by_section() {
        let guide = read(concat!(
            r#"{"id":"Q 1/a?","question":"One?","aliases":["uno"],"section":"S","extra":1}"#,
            "\n\n",
            r#"{"id":"2","question":"Two?","answer":"T","section":"S"}"#,
        ))
        .expect("sound");
        assert_eq!(guide.sections.len(), 1);
        let entry = guide.entry("Q 1/a?").expect("there");
        assert_eq!((entry.title.as_str(), entry.text.source()), ("One?", ""));
        assert_eq!(entry.ask, ["uno"]);
        assert_eq!(guide.film.title, "");
    }

    #[test]
    fn a_bad_line_is_named() {
        let twice = "{\"id\":\"a\",\"question\":\"x\"}\n{\"id\":\"a\",\"question\":\"y\"}";
        assert_eq!(read(twice).map_err(|error| error.line), Err(2));
        assert_eq!(read("{\"id\":\"a\"}").map_err(|error| error.line), Err(1));
        assert_eq!(read("\n{").map_err(|error| error.line), Err(2));
    }
}
