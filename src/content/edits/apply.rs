//! Writes one edit into a guide file.

use toml_edit::{Array, InlineTable, Item, Table, TableLike, Value};

use super::document::{EntryPlace, GuideDocument, Obstacle, list_of, push_table, str_of};
use super::edit::{
    EntryEdit, FactEdit, FaqEdit, FilmEdit, GuideChange, NewCastMember, NewFactValue,
    TaughtPhrasing,
};
use super::removal;
use super::values::{
    list, list_value, refill, set, set_line, set_list, set_optional_line, set_text,
};
use crate::content::template;
use crate::content::toml_strings::string;
use crate::content::validate::fold_phrasing;
use crate::guide::{FactKind, Spoiler};

/// Writes a change into a guide file; where that cannot be done the file stays as it is.
pub(super) fn apply(document: &mut GuideDocument, change: &GuideChange) -> Result<(), Obstacle> {
    match change {
        // Whoever edits a guide that is there need not begin it.
        GuideChange::Film(_) => Ok(()),
        GuideChange::Entry(edit) => entry(document, edit),
        GuideChange::Faq(edit) => faq(document, edit),
        GuideChange::Fact(edit) => fact(document, edit),
        GuideChange::Hide(edit) => removal::hide(document, &edit.entry),
        GuideChange::Phrasing(edit) => phrasing(document, edit),
    }
}

/// Returns the text of a guide that is begun.
pub(super) fn begun(film: &FilmEdit) -> String {
    let mut text = format!("[film]\ntitle = {}\n", string(&film.title));
    if let Some(year) = film.year {
        text.push_str(&format!("year = {year}\n"));
    }
    if let Some(note) = &film.note {
        text.push_str(&format!("note = {}\n", string(note)));
    }
    if !film.also.is_empty() {
        text.push_str(&format!("also = {}\n", list_value(&film.also)));
    }
    text.push_str("\n# Facts. Fill in what you know and take the # away; each line answers its own questions.\n");
    text.push_str(&template::facts());
    text
}

fn entry(document: &mut GuideDocument, edit: &EntryEdit) -> Result<(), Obstacle> {
    match document.find(&edit.entry) {
        Some(place @ (EntryPlace::Section(_) | EntryPlace::Entry(..))) => {
            let inherited = inherited(document, place);
            let table = document.table_mut(place).ok_or(Obstacle::Gone)?;
            write_entry(table, edit, inherited);
            Ok(())
        }
        _ if edit.replaces => Err(Obstacle::Gone),
        _ => add_entry(document, edit),
    }
}

fn add_entry(document: &mut GuideDocument, edit: &EntryEdit) -> Result<(), Obstacle> {
    let section = edit.entry.section();
    let mut there = document.find_section(section);
    let Some(name) = edit.entry.name() else {
        if there.is_some() {
            return Err(Obstacle::Gone);
        }
        // A section that is one text.
        let mut table = new_table(section);
        write_entry(&mut table, edit, Spoiler::None);
        push_table(document.root_mut(), "section", table);
        return Ok(());
    };
    if let (None, Some(title)) = (there, &edit.new_section) {
        let mut table = new_table(section);
        set_line(&mut table, "title", title);
        push_table(document.root_mut(), "section", table);
        there = document.find_section(section);
    }
    let at = there.ok_or(Obstacle::Gone)?;
    let inherited = inherited(document, EntryPlace::Section(at));
    let section = document.section_mut(at).ok_or(Obstacle::Gone)?;
    let mut table = new_table(name);
    write_entry(&mut table, edit, inherited);
    push_table(section, "entry", table);
    Ok(())
}

/// Returns the spoiler level that an entry has where it names none.
fn inherited(document: &GuideDocument, place: EntryPlace) -> Spoiler {
    let section = match place {
        EntryPlace::Entry(section, _) | EntryPlace::Section(section) => section,
        EntryPlace::Faq(_) | EntryPlace::Fact(_) => return Spoiler::None,
    };
    let section = document.sections().nth(section);
    let level = section.and_then(|section| Spoiler::parse(str_of(section, "spoiler")?));
    level.unwrap_or_default()
}

fn write_entry(table: &mut Table, edit: &EntryEdit, inherited: Spoiler) {
    set_line(table, "title", &edit.title);
    set_list(table, "topic", &edit.topics);
    write_spoiler(table, edit.spoiler, inherited);
    set_list(table, "ask", &edit.ask);
    set_text(table, "text", &edit.text);
}

fn write_spoiler(table: &mut Table, level: Spoiler, inherited: Spoiler) {
    if table.contains_key("spoiler") || level != inherited {
        set_line(table, "spoiler", level.as_str());
    }
}

fn faq(document: &mut GuideDocument, edit: &FaqEdit) -> Result<(), Obstacle> {
    let place = document.find(&edit.entry);
    if let Some(table) = place.and_then(|place| document.table_mut(place)) {
        write_faq(table, edit);
        return Ok(());
    }
    let name = edit.entry.name().filter(|_| !edit.replaces);
    let mut table = new_table(name.ok_or(Obstacle::Gone)?);
    write_faq(&mut table, edit);
    push_table(document.root_mut(), "faq", table);
    Ok(())
}

fn write_faq(table: &mut Table, edit: &FaqEdit) {
    set_line(table, "question", &edit.question);
    set_list(table, "topic", &edit.topics);
    write_spoiler(table, edit.spoiler, Spoiler::None);
    set_list(table, "ask", &edit.ask);
    set_optional_line(table, "section", edit.section.as_deref());
    set_text(table, "answer", &edit.answer);
}

/// Returns a table of a new entry.
fn new_table(id: &str) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    set_line(&mut table, "id", id);
    table
}

fn fact(document: &mut GuideDocument, edit: &FactEdit) -> Result<(), Obstacle> {
    let Some(value) = edit.value.as_ref().filter(|value| !value.is_empty()) else {
        removal::clear(document, edit.fact);
        return Ok(());
    };
    let key = edit.fact.row().key;
    let film = document.film_mut().ok_or(Obstacle::Gone)?;
    match value {
        NewFactValue::Minutes(minutes) => {
            let minutes = i64::from(*minutes);
            if film.get(key).and_then(Item::as_integer) != Some(minutes) {
                set(film, key, minutes.into());
            }
        }
        NewFactValue::Text(text) => set_line(film, key, text),
        NewFactValue::List(texts) => set_list(film, key, texts),
        NewFactValue::Cast(members) => set_cast(film, key, members),
    }
    Ok(())
}

fn set_cast(film: &mut Table, key: &str, members: &[NewCastMember]) {
    if cast(film, key) == members {
        return;
    }
    let is_same = |item: &Value, member: &NewCastMember| {
        let written = item.as_inline_table();
        written.is_some_and(|written| cast_member(written) == *member)
    };
    let make = |member: &NewCastMember| {
        let mut table = InlineTable::new();
        table.insert("actor", member.actor.as_str().into());
        if let Some(role) = &member.role {
            table.insert("role", role.as_str().into());
        }
        Value::InlineTable(table)
    };
    if let Some(array) = film.get_mut(key).and_then(Item::as_array_mut) {
        refill(array, members, true, (is_same, make));
        return;
    }
    let mut array = Array::new();
    refill(&mut array, members, true, (is_same, make));
    set(film, key, Value::Array(array));
}

/// Returns the cast as it is written, in either form.
fn cast(film: &Table, key: &str) -> Vec<NewCastMember> {
    let members = list_of(film, key).into_iter();
    members.map(cast_member).collect()
}

fn cast_member(member: &dyn TableLike) -> NewCastMember {
    let line = |text: Option<&Item>| {
        let text = text.and_then(Item::as_str);
        text.map(|text| text.trim().to_owned())
    };
    NewCastMember {
        actor: line(member.get("actor")).unwrap_or_default(),
        role: line(member.get("role")),
    }
}

fn phrasing(document: &mut GuideDocument, edit: &TaughtPhrasing) -> Result<(), Obstacle> {
    let place = document.find(&edit.entry).ok_or(Obstacle::Gone)?;
    if let EntryPlace::Fact(fact) = place {
        let asked = asked(document, fact).ok_or(Obstacle::Gone)?;
        add_phrasing(asked, fact.row().key, &edit.text);
        return Ok(());
    }
    let table = document.table_mut(place).ok_or(Obstacle::Gone)?;
    let question = str_of(table, "question").map(fold_phrasing);
    if question.as_deref() != Some(&fold_phrasing(&edit.text)) {
        add_phrasing(table, "ask", &edit.text);
    }
    Ok(())
}

/// Adds a phrasing to a list, unless it is there in other letters.
fn add_phrasing(table: &mut Table, key: &str, text: &str) {
    let old = list(table, key);
    let folded = fold_phrasing(text);
    if old.iter().any(|old| fold_phrasing(old) == folded) {
        return;
    }
    let mut all: Vec<String> = old.iter().map(|old| old.trim().to_owned()).collect();
    all.push(text.trim().to_owned());
    set_list(table, key, &all);
}

/// Returns the table `[film.ask]`, which is begun where there is none and where a fact is filled in.
fn asked(document: &mut GuideDocument, fact: FactKind) -> Option<&mut Table> {
    document.has_fact(fact).then_some(())?;
    let film = document.film_mut()?;
    if let Some(inline) = film.get("ask").filter(|ask| ask.is_inline_table()).cloned() {
        film.remove("ask");
        film.insert(
            "ask",
            inline.into_table().map_or_else(|item| item, Item::Table),
        );
    }
    let ask = film
        .entry("ask")
        .or_insert_with(|| Item::Table(Table::new()));
    ask.as_table_mut()
}
