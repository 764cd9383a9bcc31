//! Finds the field of an edit that a problem of the guide file is about.

use std::ops::Range;

use super::edit::{Edit, GuideChange, TaughtPhrasing};
use super::field::{EditField, FieldProblem};
use super::judged_text::JudgedText;
use crate::content::diagnostic::{Diagnostic, Severity};
use crate::content::draft::{Draft, DraftEntry, Span, Text};
use crate::content::validate::fold_phrasing;
use crate::guide::{EntryId, FAQ_SECTION, FactKind};

/// Returns the errors of a guide that was sound without an edit, and the warnings about the edit itself, each at its
/// field.
pub(super) fn problems(judged: &JudgedText, edit: &Edit) -> Vec<FieldProblem> {
    let places = places(&judged.draft, edit);
    let problems = judged.found.iter().filter_map(|found| {
        let at = field(&places, found);
        if at.is_none() && found.severity != Severity::Error {
            return None;
        }
        let (field, other) = at.unwrap_or_else(|| (field_elsewhere(edit, found), primary(found)));
        Some(FieldProblem {
            field,
            severity: found.severity,
            code: found.code,
            message: found.message.clone(),
            help: found.help.clone(),
            other: other.and_then(|other| title_at(&judged.draft, other)),
        })
    });
    let mut problems: Vec<FieldProblem> = problems.collect();
    problems.sort_by_key(|problem| (problem.field, problem.severity != Severity::Error));
    // Said once is enough, however often it stands in a field.
    problems.dedup();
    problems
}

/// A field and where it is written.
type FieldPlace = (EditField, Span);

/// Returns the field that a problem is about, and the other place that belongs to it.
fn field<'a>(
    places: &[FieldPlace],
    found: &'a Diagnostic,
) -> Option<(EditField, Option<&'a Range<usize>>)> {
    let field_at = |span: &Range<usize>| {
        let mut places = places.iter();
        places
            .find(|(_, place)| place.start <= span.start && span.end <= place.end)
            .map(|(field, _)| *field)
    };
    let others = || found.others.iter().map(|(place, _)| &place.span);
    let primary = primary(found);
    match primary.and_then(field_at) {
        Some(field) => Some((field, others().next())),
        // The later of two places that clash may be somebody else's.
        None => others().find_map(field_at).map(|field| (field, primary)),
    }
}

fn primary(found: &Diagnostic) -> Option<&Range<usize>> {
    found.primary.as_ref().map(|place| &place.span)
}

/// Returns the field of a problem that stands elsewhere in the guide, or whose value could not be read.
fn field_elsewhere(edit: &Edit, found: &Diagnostic) -> EditField {
    let key = found.message.split('`').nth(1).unwrap_or_default();
    match (&edit.change, found.code) {
        (GuideChange::Fact(_), _) => EditField::Fact,
        (GuideChange::Phrasing(_), _) => EditField::Phrasing(0),
        (_, "text-and-entries" | "empty-section" | "unknown-section") => EditField::Section,
        (_, "empty-value" | "wrong-type" | "missing-key") => field_of_key(edit, key),
        _ => EditField::Whole,
    }
}

/// Returns the field that goes to a key of a guide file.
fn field_of_key(edit: &Edit, key: &str) -> EditField {
    let is_blank = |ask: &String| ask.trim().is_empty();
    let blank = match &edit.change {
        GuideChange::Entry(entry) => entry.ask.iter().position(is_blank),
        GuideChange::Faq(faq) => faq.ask.iter().position(is_blank),
        _ => None,
    };
    match key {
        "title" | "question" => EditField::Title,
        "text" | "answer" => EditField::Text,
        "ask" => EditField::Phrasing(blank.unwrap_or(0)),
        "topic" => EditField::Topics,
        "section" => EditField::Section,
        "year" => EditField::Year,
        "note" => EditField::Note,
        "also" => EditField::Names,
        _ => EditField::Whole,
    }
}

/// Returns where the fields of an edit are written; the first that holds a place is the one that it belongs to.
fn places(draft: &Draft, edit: &Edit) -> Vec<FieldPlace> {
    match &edit.change {
        GuideChange::Film(_) => of_film(draft),
        GuideChange::Entry(entry) => of_entry(draft, &entry.entry, &entry.ask),
        GuideChange::Faq(faq) => of_entry(draft, &faq.entry, &faq.ask),
        GuideChange::Fact(fact) => of_fact(draft, fact.fact),
        GuideChange::Hide(_) => Vec::new(),
        GuideChange::Phrasing(taught) => of_phrasing(draft, taught),
    }
}

fn of_phrasing(draft: &Draft, taught: &TaughtPhrasing) -> Vec<FieldPlace> {
    let folded = fold_phrasing(&taught.text);
    let of_entry = find(draft, &taught.entry).into_iter();
    let of_entry = of_entry.flat_map(|(_, entry)| &entry.ask);
    let of_fact = draft.film.ask.iter();
    let of_fact = of_fact.filter(|(fact, _)| fact.kind.entry_id() == taught.entry);
    let asks = of_entry.chain(of_fact.flat_map(|(_, ask)| ask));
    let own = asks.filter(|ask| fold_phrasing(&ask.value) == folded);
    own.map(|ask| (EditField::Phrasing(0), ask.span.clone()))
        .collect()
}

fn of_film(draft: &Draft) -> Vec<FieldPlace> {
    let film = &draft.film;
    let title = at(EditField::Title, &film.title);
    let year = film.year.iter();
    let year = year.map(|year| (EditField::Year, year.span.clone()));
    let also = film.also.iter();
    let also = also.map(|name| (EditField::Names, name.span.clone()));
    title
        .chain(year)
        .chain(at(EditField::Note, &film.note))
        .chain(also)
        .collect()
}

fn of_fact(draft: &Draft, kind: FactKind) -> Vec<FieldPlace> {
    let values = draft.film.facts.iter();
    let values = values.filter(|(fact, _)| fact.kind == kind);
    values
        .flat_map(|(_, value)| value.places())
        .map(|span| (EditField::Fact, span.clone()))
        .collect()
}

fn of_entry(draft: &Draft, id: &EntryId, ask: &[String]) -> Vec<FieldPlace> {
    let Some((section, entry)) = find(draft, id) else {
        return Vec::new();
    };
    let mut places: Vec<FieldPlace> = at(EditField::Id, &entry.id)
        .chain(at(EditField::Title, &entry.title))
        .chain(at(EditField::Text, &entry.text))
        .chain(at(EditField::Spoiler, &entry.spoiler))
        .chain(at(EditField::Section, &entry.section))
        .collect();
    for written in &entry.ask {
        let number = ask
            .iter()
            .position(|ask| ask.trim() == written.value.trim());
        let field = EditField::Phrasing(number.unwrap_or(0));
        places.push((field, written.span.clone()));
    }
    let topics = entry.topics.iter();
    places.extend(topics.map(|topic| (EditField::Topics, topic.span.clone())));
    if let Some(section) = section {
        places.extend(at(EditField::Section, &section.id));
        places.extend(at(EditField::Section, &section.title));
    }
    // Too few phrasings are told of at the header.
    places.push((EditField::Phrasing(0), entry.span.clone()));
    places
}

/// Returns an entry as it is written, and its section where it stands in one.
fn find<'a>(draft: &'a Draft, id: &EntryId) -> Option<(Option<&'a DraftEntry>, &'a DraftEntry)> {
    let is = |text: &Option<Text>, name: &str| text.as_ref().is_some_and(|id| id.value == name);
    if id.section() == FAQ_SECTION {
        let mut faqs = draft.faqs.iter();
        return faqs.find_map(|faq| is(&faq.id, id.name()?).then_some((None, faq)));
    }
    let mut sections = draft.sections.iter();
    let section = sections.find(|section| is(&section.own.id, id.section()))?;
    let Some(name) = id.name() else {
        return Some((None, &section.own));
    };
    let mut entries = section.entries.iter();
    entries.find_map(|entry| is(&entry.id, name).then_some((Some(&section.own), entry)))
}

fn at(field: EditField, text: &Option<Text>) -> impl Iterator<Item = FieldPlace> + use<'_> {
    text.iter().map(move |text| (field, text.span.clone()))
}

/// Returns the title of the entry that a place is in.
fn title_at(draft: &Draft, place: &Range<usize>) -> Option<String> {
    let holds = |text: &Text| text.span.start <= place.start && place.end <= text.span.end;
    let mut blocks = draft.blocks();
    let block = blocks.find(|block| {
        let lines = block.title.iter().chain(&block.text).chain(&block.id);
        let lines = lines.chain(&block.section).chain(&block.sums_up);
        lines.chain(&block.ask).any(holds)
    });
    if let Some(block) = block {
        return block
            .title
            .as_ref()
            .map(|title| title.value.trim().to_owned());
    }
    let mut facts = draft.film.ask.iter();
    let fact = facts.find(|(_, ask)| ask.iter().any(holds));
    fact.map(|(fact, _)| fact.title.to_owned())
}
