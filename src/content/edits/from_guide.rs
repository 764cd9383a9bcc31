//! A guide as a guide file: what the program knows of a film, where its file is not at hand.
//!
//! Reading the file again gives the same guide, so that edits take one way only, through the parser and the rules.

use toml_edit::{Array, DocumentMut, Item, Table, Value};

use super::document::push_table;
use super::values::{list_value, set, set_line, set_list, set_text};
use crate::guide::{
    CastMember, Check, Date, Entry, EntryId, EntryKind, FAQ_SECTION, FactValue, Film, Guide,
    Section, Spoiler, is_program_section,
};

/// Returns the text of a guide file that says what a guide says.
pub(super) fn text(guide: &Guide) -> String {
    let mut document = DocumentMut::new();
    document.insert("film", Item::Table(film(&guide.film)));
    let own = guide.sections.iter();
    for one in own.filter(|section| !is_program_section(&section.id)) {
        push_table(document.as_table_mut(), "section", section(one));
    }
    let faqs = guide
        .sections
        .iter()
        .filter(|section| section.id == FAQ_SECTION);
    for one in faqs.flat_map(|section| &section.entries) {
        push_table(document.as_table_mut(), "faq", faq(one));
    }
    for one in guide.checks.iter() {
        push_table(document.as_table_mut(), "check", check(one));
    }
    document.to_string()
}

fn film(film: &Film) -> Table {
    let mut table = Table::new();
    set_line(&mut table, "title", &film.title);
    if let Some(year) = film.year {
        set(&mut table, "year", i64::from(year).into());
    }
    set_optional(&mut table, "note", film.note.as_deref());
    set_list(&mut table, "also", &film.also);
    for (kind, value) in film.facts.iter() {
        if let Some(value) = fact(value) {
            set(&mut table, kind.row().key, value);
        }
    }
    set_optional(&mut table, "source", film.source.as_deref());
    if let Some(date) = film.reviewed {
        set(&mut table, "reviewed", day(date).into());
    }
    let mut asked = Table::new();
    for (kind, ask) in &film.ask {
        set_list(&mut asked, kind.row().key, ask);
    }
    if !asked.is_empty() {
        table.insert("ask", Item::Table(asked));
    }
    table
}

fn set_optional(table: &mut Table, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        set_line(table, key, text);
    }
}

/// Returns the value of a fact; the year is written elsewhere.
fn fact(value: &FactValue) -> Option<Value> {
    Some(match value {
        FactValue::List(texts) => list_value(texts),
        FactValue::Cast(members) => {
            let members = members.iter().map(cast_member);
            Value::Array(members.collect::<Array>())
        }
        FactValue::Minutes(minutes) => i64::from(*minutes).into(),
        FactValue::Text(text) => text.as_str().into(),
        FactValue::Year(_) => return None,
    })
}

fn cast_member(member: &CastMember) -> Value {
    let mut table = toml_edit::InlineTable::new();
    table.insert("actor", member.actor.as_str().into());
    if let Some(role) = &member.role {
        table.insert("role", role.as_str().into());
    }
    Value::InlineTable(table)
}

fn day(date: Date) -> toml_edit::Datetime {
    toml_edit::Datetime {
        date: Some(toml_edit::Date {
            year: date.year,
            month: date.month,
            day: date.day,
        }),
        time: None,
        offset: None,
    }
}

fn section(section: &Section) -> Table {
    let mut table = Table::new();
    set_line(&mut table, "id", &section.id);
    set_line(&mut table, "title", &section.title);
    set_list(&mut table, "also_id", &section.also_id);
    match section.entries.as_slice() {
        [own] if section.is_one_text() => contents(&mut table, own, "text"),
        entries => {
            for entry in entries {
                let mut own = Table::new();
                set_line(&mut own, "id", entry.id.name().unwrap_or_default());
                set_line(&mut own, "title", &entry.title);
                set_list(&mut own, "also_id", &former_ids(entry, EntryId::to_string));
                contents(&mut own, entry, "text");
                push_table(&mut table, "entry", own);
            }
        }
    }
    table
}

fn faq(faq: &Entry) -> Table {
    let mut table = Table::new();
    set_line(&mut table, "id", faq.id.name().unwrap_or_default());
    set_line(&mut table, "question", &faq.title);
    let name = |id: &EntryId| id.name().unwrap_or_default().to_owned();
    set_list(&mut table, "also_id", &former_ids(faq, name));
    if let EntryKind::Faq { section, sums_up } = &faq.kind {
        set_optional(&mut table, "section", section.as_deref());
        set_optional(&mut table, "sums_up", sums_up.as_ref().map(EntryId::as_str));
    }
    contents(&mut table, faq, "answer");
    table
}

fn former_ids(entry: &Entry, written: impl Fn(&EntryId) -> String) -> Vec<String> {
    entry.also_id.iter().map(written).collect()
}

/// Adds what sections of one text, entries and questions have in common.
fn contents(table: &mut Table, entry: &Entry, text_key: &str) {
    set_list(table, "topic", &entry.topics);
    if entry.spoiler != Spoiler::None {
        set_line(table, "spoiler", entry.spoiler.as_str());
    }
    set_list(table, "ask", &entry.ask);
    set_text(table, text_key, entry.text.source());
}

fn check(check: &Check) -> Table {
    let mut table = Table::new();
    set_line(&mut table, "ask", &check.ask);
    let answers: Vec<String> = check.answers.iter().map(EntryId::to_string).collect();
    let value = match answers.as_slice() {
        [] => crate::content::draft::NO_ANSWER.into(),
        [only] => only.as_str().into(),
        several => list_value(several),
    };
    set(&mut table, "answer", value);
    table
}
