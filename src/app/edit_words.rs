//! Edits in words: problems, broken checks, edits that do not hold, and differences as people are told of them.

use crate::content::BrokenCheck;
use crate::content::Severity;
use crate::content::edits::{
    ChangedWords, EditField, EntryDifference, FieldProblem, ParkReason, ParkedEdit, TextDifference,
};
use crate::guide::{EntryId, Guide};
use crate::reply::texts::edits::{self as texts, ProblemText, RuleText, fields};

/// A problem as somebody who edits is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldProblem {
    /// The name of the field.
    pub field: String,
    /// True if it keeps the edit from being published.
    pub is_error: bool,
    /// The problem and what to do.
    pub text: ProblemText,
}

/// Puts a problem of an edit into words.
pub fn problem(problem: &FieldProblem) -> ToldProblem {
    ToldProblem {
        field: field(problem.field),
        is_error: problem.severity == Severity::Error,
        text: texts::problem(&RuleText {
            code: problem.code,
            message: &problem.message,
            help: &problem.help,
            other: problem.other.as_deref(),
        }),
    }
}

fn field(field: EditField) -> String {
    let name = match field {
        EditField::Title => fields::TITLE,
        EditField::Section => fields::SECTION,
        EditField::Id => fields::ID,
        EditField::Phrasing(at) => return fields::phrasing(at + 1),
        EditField::Text => fields::TEXT,
        EditField::Spoiler => fields::SPOILER,
        EditField::Topics => fields::TOPICS,
        EditField::Fact => fields::FACT,
        EditField::Year => fields::YEAR,
        EditField::Note => fields::NOTE,
        EditField::Names => fields::NAMES,
        EditField::Whole => fields::WHOLE,
    };
    name.to_owned()
}

/// Says which check of a guide an edit breaks.
pub fn broken_check(guide: &Guide, check: &BrokenCheck) -> String {
    let titles = |ids: &[EntryId]| -> Vec<String> {
        let titles = ids.iter().map(|id| {
            let entry = guide.entry(id.as_str());
            entry.map_or_else(|| id.to_string(), |entry| entry.title.clone())
        });
        titles.collect()
    };
    texts::broken_check(&check.ask, &titles(&check.wanted), &titles(&check.got))
}

/// Says which edit does not hold, and why.
pub fn parked(parked: &ParkedEdit) -> String {
    let film = parked.film.as_str();
    let edit = match &parked.entry {
        Some(entry) => texts::edit_of(film, entry.as_str()),
        None => film.to_owned(),
    };
    let why = match &parked.reason {
        ParkReason::NoGuide => texts::NO_GUIDE.to_owned(),
        ParkReason::Gone => texts::GONE.to_owned(),
        ParkReason::FromYear => texts::FROM_YEAR.to_owned(),
        ParkReason::SameFilm(other) => texts::same_film(other.as_str()),
        ParkReason::Unsound(problems) => match problems.first() {
            Some(first) => {
                let ProblemText { problem, advice } = problem(first).text;
                format!("{problem} {advice}")
            }
            None => texts::UNSOUND.to_owned(),
        },
    };
    texts::parked(&edit, &why)
}

/// Says what another moderator changed, a line each.
pub fn difference(difference: &EntryDifference) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some((before, after)) = &difference.title {
        lines.push(texts::title_changed(before, after));
    }
    if let Some((before, after)) = &difference.section {
        lines.push(texts::section_changed(before, after));
    }
    if let Some((before, after)) = difference.spoiler {
        lines.push(texts::spoiler_changed(before.as_str(), after.as_str()));
    }
    if let Some((before, after)) = &difference.topics {
        lines.push(texts::topics_changed(before, after));
    }
    if !difference.added_phrasings.is_empty() {
        lines.push(texts::phrasings_added(&difference.added_phrasings));
    }
    if !difference.removed_phrasings.is_empty() {
        lines.push(texts::phrasings_removed(&difference.removed_phrasings));
    }
    match &difference.text {
        TextDifference::Same => {}
        TextDifference::Anew(_) => lines.push(texts::TEXT_ANEW.to_owned()),
        TextDifference::Changed(changes) => lines.extend(changes.iter().map(changed_words)),
    }
    if lines.is_empty() {
        lines.push(texts::NO_DIFFERENCE.to_owned());
    }
    lines
}

fn changed_words(change: &ChangedWords) -> String {
    texts::words_changed(&change.before, &change.after, &change.behind)
}
