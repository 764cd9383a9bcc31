//! Reads a file with syntax errors table by table, so that an error in one hides nothing in another.
//!
//! A table runs from its header line to the next one. Each is parsed alone and put back in its place.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Error};

use super::damage::Damage;
use super::pieces::{Piece, pieces};
use super::{keys, syntax};
use crate::content::draft::Span;
use crate::content::report::Report;

/// Parses every table of `text` by itself; `errors` are those of the whole text, used where no table shows one. Lines
/// that were taken out of it before are damage too.
pub(super) fn parse<'i>(
    text: &'i str,
    errors: &[Error],
    taken_out: &[Span],
    report: &mut Report,
) -> (DeTable<'i>, Damage) {
    let mut root = DeTable::new();
    let mut damage = Damage::default();
    let n_problems = report.found.len();
    for piece in pieces(text) {
        let mut found = header_errors(text, &piece, report);
        let (mut body, body_errors) = DeTable::parse_recoverable(&text[piece.body.clone()]);
        found.extend(syntax::report_errors(
            &body_errors,
            piece.body.start,
            text,
            report,
        ));
        let lost = taken_out
            .iter()
            .filter(|line| piece.body.contains(&line.start));
        found.extend(lost.cloned());
        if !found.is_empty() {
            found.sort_by_key(|span| span.start);
            damage.errors.extend(found);
            damage.tables.push(piece.header.start..piece.body.end);
        }
        shift_table(body.get_mut(), piece.body.start);
        brackets(&root, &piece, report);
        insert(&mut root, &piece, body.into_inner());
    }
    if report.found.len() == n_problems && taken_out.is_empty() {
        damage.errors = syntax::report_errors(errors, 0, text, report);
        damage.everywhere = true;
    }
    (root, damage)
}

fn header_errors(text: &str, piece: &Piece<'_>, report: &mut Report) -> Vec<Span> {
    let (_, errors) = DeTable::parse_recoverable(&text[piece.header.clone()]);
    syntax::report_errors(&errors, piece.header.start, text, report)
}

/// Notes headers with the wrong number of brackets, and a second table where there can be one only.
fn brackets(root: &DeTable<'_>, piece: &Piece<'_>, report: &mut Report) {
    let name = piece.path.join(".");
    if keys::REPEATED.contains(&name.as_str()) && !piece.repeats {
        let message = format!("[{name}] stands in single brackets");
        let help = format!("write [[{name}]]: there can be several of them");
        report.error("wrong-type", &piece.header, message, help);
    } else if !piece.repeats && !name.is_empty() && root.contains_key(name.as_str()) {
        let message = format!("[{name}] stands twice");
        report.error(
            "toml-syntax",
            &piece.header,
            message,
            "put its lines into one table",
        );
    }
}

/// Puts a table where its header says, below the last table of its parent.
fn insert<'i>(root: &mut DeTable<'i>, piece: &Piece<'i>, body: DeTable<'i>) {
    let Some((name, parents)) = piece.path.split_last() else {
        merge(root, body);
        return;
    };
    let mut table = root;
    for parent in parents {
        let Some(inner) = last_table(table, parent, &piece.header) else {
            return;
        };
        table = inner;
    }
    let several = keys::REPEATED.contains(&piece.path.join(".").as_str());
    if piece.repeats || several {
        push(table, name, piece, body);
    } else {
        let value = Spanned::new(piece.header.clone(), DeValue::Table(body));
        table.entry(key(name, &piece.header)).or_insert(value);
    }
}

/// Appends to the list of tables with this name, beginning it where there is none.
fn push<'i>(table: &mut DeTable<'i>, name: &'i str, piece: &Piece<'i>, body: DeTable<'i>) {
    let value = Spanned::new(piece.header.clone(), DeValue::Table(body));
    let place = table
        .entry(key(name, &piece.header))
        .or_insert_with(|| Spanned::new(piece.header.clone(), DeValue::Array(DeArray::new())));
    if let DeValue::Table(_) = place.get_ref() {
        let first = std::mem::replace(place.get_mut(), DeValue::Array(DeArray::new()));
        let first = Spanned::new(place.span(), first);
        if let DeValue::Array(list) = place.get_mut() {
            list.push(first);
        }
    }
    if let DeValue::Array(list) = place.get_mut() {
        list.push(value);
    }
}

/// Returns the table, or the last of the tables, with this name; makes one where there is none.
fn last_table<'a, 'i>(
    table: &'a mut DeTable<'i>,
    name: &'i str,
    header: &Span,
) -> Option<&'a mut DeTable<'i>> {
    let place = table
        .entry(key(name, header))
        .or_insert_with(|| Spanned::new(header.clone(), DeValue::Table(DeTable::new())));
    match place.get_mut() {
        DeValue::Table(table) => Some(table),
        DeValue::Array(list) => match list.iter_mut().last()?.get_mut() {
            DeValue::Table(table) => Some(table),
            _ => None,
        },
        _ => None,
    }
}

fn merge<'i>(root: &mut DeTable<'i>, body: DeTable<'i>) {
    for (key, value) in body {
        root.insert(key, value);
    }
}

fn key<'i>(name: &'i str, span: &Span) -> Spanned<Cow<'i, str>> {
    Spanned::new(span.clone(), Cow::Borrowed(name))
}

/// Moves all places in a table from its own text to that of the file.
fn shift_table(table: &mut DeTable<'_>, by: usize) {
    let shifted = std::mem::take(table);
    for (key, mut value) in shifted {
        shift_value(&mut value, by);
        let key = Spanned::new(key.span().start + by..key.span().end + by, key.into_inner());
        table.insert(key, value);
    }
}

fn shift_value(value: &mut Spanned<DeValue<'_>>, by: usize) {
    match value.get_mut() {
        DeValue::Table(table) => shift_table(table, by),
        DeValue::Array(list) => list.iter_mut().for_each(|item| shift_value(item, by)),
        _ => {}
    }
    let span = value.span().start + by..value.span().end + by;
    let inner = std::mem::replace(value.get_mut(), DeValue::Boolean(false));
    *value = Spanned::new(span, inner);
}
