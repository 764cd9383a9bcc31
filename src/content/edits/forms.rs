//! Edits from the raw fields of a form, as somebody typed them.
//!
//! A form is forgiving: white space, bullets before phrasings, levels in capitals, a section by its title. What cannot be
//! told is a problem at its field; the rules for guides are judged later, by [`judge_edit`](super::judge_edit).

use super::edit::{
    Edit, EntryEdit, FactEdit, FaqEdit, FilmEdit, GuideChange, NewCastMember, NewFactValue,
    TaughtPhrasing,
};
use super::field::{EditField, FieldProblem};
use super::typed::{cast_member, line, lines, minutes, spoiler, text, topics};
use crate::content::slug::slug;
use crate::content::template;
use crate::content::title_ids::{TakenIds, of_question, of_title};
use crate::content::validate::{YEARS, fold_phrasing};
use crate::guide::{
    EntryId, FAQ_SECTION, FactKind, FilmId, Guide, Section, ValueKind, is_program_section,
};
use crate::library::Library;

/// The fields of an entry.
#[derive(Clone, Copy, Debug, Default)]
pub struct EntryForm<'a> {
    /// The entry that is edited; `None` for a new one.
    pub entry: Option<&'a EntryId>,
    /// The section, by its id or its title; one that is not there is begun. No matter where the entry is there already.
    pub section: &'a str,
    /// The title.
    pub title: &'a str,
    /// Other phrasings, one a line.
    pub phrasings: &'a str,
    /// The text.
    pub text: &'a str,
    /// The spoiler level; none where it is empty.
    pub spoiler: &'a str,
    /// The topics, with commas between or one a line; `None` leaves them as they are.
    pub topics: Option<&'a str>,
}

/// The fields of a question with its answer.
#[derive(Clone, Copy, Debug, Default)]
pub struct FaqForm<'a> {
    /// The question that is edited; `None` for a new one.
    pub entry: Option<&'a EntryId>,
    /// The question.
    pub question: &'a str,
    /// Other phrasings, one a line.
    pub phrasings: &'a str,
    /// The answer.
    pub answer: &'a str,
    /// The section to read on in, by its id or its title; may be empty.
    pub section: &'a str,
    /// The spoiler level; none where it is empty.
    pub spoiler: &'a str,
    /// The topics, with commas between or one a line; `None` leaves them as they are.
    pub topics: Option<&'a str>,
}

/// The fields of a film whose guide is begun.
#[derive(Clone, Copy, Debug, Default)]
pub struct FilmForm<'a> {
    /// The title.
    pub title: &'a str,
    /// The year; may be empty.
    pub year: &'a str,
    /// The words that tell it from another film of that title and year; may be empty.
    pub note: &'a str,
    /// Other names, one a line; may be empty.
    pub names: &'a str,
}

type Problems = Vec<FieldProblem>;

/// Returns the edit that the fields of an entry make.
///
/// # Errors
/// Returns the fields that cannot be understood.
pub fn entry_edit(guide: &Guide, form: &EntryForm<'_>) -> Result<Edit, Problems> {
    let mut problems = Vec::new();
    let title = required(EditField::Title, line(form.title), &mut problems);
    let text = required(EditField::Text, text(form.text), &mut problems);
    let spoiler = spoiler(form.spoiler).map_err(|problem| problems.push(problem));
    let place = match form.entry {
        Some(entry) => Ok((current(guide, entry), None)),
        None => new_entry(guide, form.section, &title),
    };
    let place = place.map_err(|problem| problems.push(problem));
    match (place, spoiler, problems.is_empty()) {
        (Ok((entry, new_section)), Ok(spoiler), true) => Ok(edit(
            guide,
            GuideChange::Entry(EntryEdit {
                entry,
                new_section,
                replaces: form.entry.is_some(),
                title,
                ask: lines(form.phrasings),
                topics: topics_of(guide, form.entry, form.topics),
                spoiler,
                text,
            }),
        )),
        _ => Err(problems),
    }
}

/// Returns the edit that the fields of a question make.
///
/// # Errors
/// Returns the fields that cannot be understood.
pub fn faq_edit(guide: &Guide, form: &FaqForm<'_>) -> Result<Edit, Problems> {
    let mut problems = Vec::new();
    let question = required(EditField::Title, line(form.question), &mut problems);
    let answer = required(EditField::Text, text(form.answer), &mut problems);
    let spoiler = spoiler(form.spoiler).map_err(|problem| problems.push(problem));
    let section = line(form.section);
    let section = (!section.is_empty()).then(|| match section_called(guide, &section) {
        Some(section) => section.id.clone(),
        // The rules know what to say about it.
        None => section,
    });
    let Ok(spoiler) = spoiler else {
        return Err(problems);
    };
    if !problems.is_empty() {
        return Err(problems);
    }
    let entry = match form.entry {
        Some(entry) => current(guide, entry),
        None => {
            let id = of_question(&question, &guide.film.title);
            EntryId::opaque(&unique(guide, FAQ_SECTION, &id))
        }
    };
    let change = GuideChange::Faq(FaqEdit {
        entry,
        replaces: form.entry.is_some(),
        ask: lines(form.phrasings),
        topics: topics_of(guide, form.entry, form.topics),
        question,
        section,
        spoiler,
        answer,
    });
    Ok(edit(guide, change))
}

/// Returns the edit that sets a fact to what was typed, or empties it where that is nothing. Names and parts stand one
/// a line, and so do actors: `Simon Rex as Mikey Saber`.
///
/// # Errors
/// Returns that the value cannot be understood.
pub fn fact_edit(guide: &Guide, fact: FactKind, typed: &str) -> Result<Edit, Problems> {
    let value = match fact.row().value {
        _ if typed.trim().is_empty() => None,
        ValueKind::Names | ValueKind::Parts => Some(NewFactValue::List(lines(typed))),
        ValueKind::Text => Some(NewFactValue::Text(line(typed))),
        ValueKind::Minutes => Some(NewFactValue::Minutes(
            minutes(typed).map_err(|problem| vec![problem])?,
        )),
        ValueKind::Cast => {
            let members = lines(typed);
            let members = members.iter().map(|line| cast_member(line));
            let members: Vec<NewCastMember> = members.collect();
            Some(NewFactValue::Cast(members))
        }
    };
    Ok(edit(guide, GuideChange::Fact(FactEdit { fact, value })))
}

/// Returns the edit that teaches a phrasing.
pub fn phrasing_edit(guide: &Guide, entry: &EntryId, typed: &str) -> Edit {
    let change = GuideChange::Phrasing(TaughtPhrasing {
        entry: current(guide, entry),
        text: line(typed),
    });
    edit(guide, change)
}

/// Returns the edit that begins the guide of a film.
///
/// # Errors
/// Returns the fields that cannot be understood.
pub fn film_edit(library: &Library, form: &FilmForm<'_>) -> Result<Edit, Problems> {
    let mut problems = Vec::new();
    let title = required(EditField::Title, line(form.title), &mut problems);
    let year = match form.year.trim() {
        "" => None,
        typed => {
            let year = typed.parse::<u16>().ok();
            let year = year.filter(|year| YEARS.contains(&i64::from(*year)));
            if year.is_none() {
                let message = format!("{typed:?} is no year");
                problems.push(FieldProblem::error(EditField::Year, "bad-number", message));
            }
            year
        }
    };
    let id = template::file_stem(&title, year);
    if id.is_none() && problems.is_empty() {
        let message = "the title has no letter from a to z".to_owned();
        problems.push(FieldProblem::error(
            EditField::Title,
            "bad-file-name",
            message,
        ));
    }
    let id = id.filter(|_| problems.is_empty());
    let Some(film) = id.and_then(|id| free_film_id(library, &id, year)) else {
        return Err(problems);
    };
    Ok(Edit {
        film,
        change: GuideChange::Film(FilmEdit {
            title,
            year,
            note: Some(line(form.note)).filter(|note| !note.is_empty()),
            also: lines(form.names),
        }),
    })
}

/// Returns the topics that were typed, or those that the entry has where none could be.
fn topics_of(guide: &Guide, entry: Option<&EntryId>, typed: Option<&str>) -> Vec<String> {
    let own = || guide.entry(entry?.as_str());
    match typed {
        Some(typed) => topics(typed),
        None => own().map(|entry| entry.topics.clone()).unwrap_or_default(),
    }
}

fn edit(guide: &Guide, change: GuideChange) -> Edit {
    Edit {
        film: guide.id.clone(),
        change,
    }
}

/// Returns the id that an entry has now.
fn current(guide: &Guide, id: &EntryId) -> EntryId {
    let entry = guide.entry(id.as_str());
    entry.map_or_else(|| id.clone(), |entry| entry.id.clone())
}

/// Returns the id of a new entry, and the title of its section where that is new too.
fn new_entry(
    guide: &Guide,
    section: &str,
    title: &str,
) -> Result<(EntryId, Option<String>), FieldProblem> {
    let name = of_title(title, &guide.film.title, "entry");
    if let Some(section) = section_called(guide, section) {
        let id = unique(guide, &section.id, &name);
        return Ok((EntryId::opaque(&id), None));
    }
    let section = line(section);
    let id = slug(&section);
    if id.is_empty() || is_program_section(&id) {
        let (code, message) = match section.is_empty() {
            true => ("empty-value", "`section` has an empty text".to_owned()),
            false => (
                "reserved-id",
                format!("{section:?} is no section of entries"),
            ),
        };
        return Err(FieldProblem::error(EditField::Section, code, message));
    }
    Ok((EntryId::opaque(&format!("{id}/{name}")), Some(section)))
}

/// Returns the section of entries that somebody named: by its id, a former one, or its title.
fn section_called<'a>(guide: &'a Guide, typed: &str) -> Option<&'a Section> {
    let folded = fold_phrasing(typed);
    let by_id = guide.section(typed.trim());
    let mut sections = guide.sections.iter();
    let by_title = || sections.find(|section| fold_phrasing(&section.title) == folded);
    let found = by_id.or_else(by_title);
    found.filter(|section| !is_program_section(&section.id))
}

/// Returns an id in a section that no entry has or had.
fn unique(guide: &Guide, section: &str, name: &str) -> String {
    let mut taken = TakenIds::default();
    let there = guide.sections.iter();
    for own in there.flat_map(|section| {
        let entries = section.entries.iter();
        entries.flat_map(move |entry| Guide::ids_of(section, entry))
    }) {
        taken.unique(&own);
    }
    taken.unique(&format!("{section}/{name}"))
}

/// Returns a film id that no guide has: with the year in it where the plain one is another film's.
fn free_film_id(library: &Library, id: &str, year: Option<u16>) -> Option<FilmId> {
    let with_year = year.map(|year| format!("{id}-{year}"));
    let mut ids = std::iter::once(id.to_owned()).chain(with_year);
    // Where both are taken it is the same film, which the rules say.
    let free = ids.clone().find(|id| library.film(id).is_none());
    FilmId::parse(&free.or_else(|| ids.next())?).ok()
}

fn required(field: EditField, text: String, problems: &mut Problems) -> String {
    if text.is_empty() {
        let message = "nothing is filled in".to_owned();
        problems.push(FieldProblem::error(field, "empty-value", message));
    }
    text
}
