//! A guide that is being imported, as plain data.

use super::spoilers::SpoilerGuess;

/// A guide that is being imported.
#[derive(Debug, Default)]
pub(super) struct ImportedGuide {
    pub(super) sections: Vec<ImportedSection>,
    pub(super) questions: Vec<ImportedQuestion>,
}

/// A section: one text, or entries.
#[derive(Debug)]
pub(super) struct ImportedSection {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) text: Option<ImportedText>,
    pub(super) entries: Vec<ImportedEntry>,
}

/// An entry of a section.
#[derive(Debug)]
pub(super) struct ImportedEntry {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) text: ImportedText,
}

/// A question and its answer.
#[derive(Debug)]
pub(super) struct ImportedQuestion {
    pub(super) id: String,
    pub(super) question: String,
    pub(super) section: Option<String>,
    pub(super) answer: ImportedText,
}

/// A text and how much it gives away.
#[derive(Debug)]
pub(super) struct ImportedText {
    pub(super) ask: Vec<String>,
    pub(super) markup: String,
    pub(super) spoiler: SpoilerGuess,
}

impl ImportedGuide {
    /// Returns all texts, those of questions last.
    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut ImportedText> {
        let of_sections = self.sections.iter_mut().flat_map(|section| {
            let entries = section.entries.iter_mut().map(|entry| &mut entry.text);
            section.text.iter_mut().chain(entries)
        });
        let of_questions = self.questions.iter_mut();
        of_sections.chain(of_questions.map(|question| &mut question.answer))
    }
}
