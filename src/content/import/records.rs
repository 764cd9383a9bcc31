//! Reads lists of questions and texts: in YAML, TOML and JSON, and in the rows of a table.

use csv::{ReaderBuilder, Trim};

use super::datum::{self, Datum, DatumError, DatumValue};
use super::markdown;
use super::outline::{ItemKind, Outline};

/// Names of a question.
const QUESTION: [&str; 5] = ["question", "q", "prompt", "query", "faq"];
/// Names of a heading.
const TITLE: [&str; 5] = ["title", "heading", "name", "topic", "header"];
/// Names of the text that answers.
const ANSWER: [&str; 10] = [
    "answer",
    "a",
    "body",
    "text",
    "content",
    "reply",
    "response",
    "description",
    "value",
    "answers",
];
/// Names of other ways to put a question.
const ALIASES: [&str; 7] = [
    "aliases",
    "ask",
    "alias",
    "phrasings",
    "also",
    "variants",
    "alternatives",
];
/// Names of the section that something stands in.
const SECTION: [&str; 4] = ["section", "category", "group", "chapter"];
/// Names of the list in a file that says more.
const LISTS: [&str; 10] = [
    "faq",
    "faqs",
    "questions",
    "entries",
    "entry",
    "items",
    "data",
    "sections",
    "section",
    "question",
];

/// Reads YAML.
pub(super) fn read_yaml(text: &str) -> Outline {
    of_data(datum::yaml(text))
}

/// Reads TOML.
pub(super) fn read_toml(text: &str) -> Outline {
    of_data(datum::toml(text))
}

/// Reads JSON.
pub(super) fn read_json(text: &str) -> Outline {
    of_data(datum::json(text))
}

fn of_data(data: Result<Datum, DatumError>) -> Outline {
    let mut outline = Outline::default();
    match data {
        Ok(data) => add_file(&data, &mut outline),
        Err((line, message)) => outline.note(line, format!("the file cannot be read: {message}")),
    }
    outline
}

fn add_file(data: &Datum, outline: &mut Outline) {
    match &data.value {
        DatumValue::List(items) => items.iter().for_each(|item| add_record(item, 2, outline)),
        DatumValue::Map(fields) => {
            let is_list =
                |value: &Datum| matches!(value.value, DatumValue::List(_) | DatumValue::Map(_));
            let list = LISTS
                .iter()
                .find_map(|name| data.get(&[name]).filter(|value| is_list(value)));
            match list {
                Some(_) => {
                    let film = data.get(&["film"]).filter(|film| is_list(film));
                    outline.take_film(film.unwrap_or(data));
                    for (name, value) in fields.iter().filter(|(_, value)| is_list(value)) {
                        if LISTS.iter().any(|list| name.eq_ignore_ascii_case(list)) {
                            add_file(value, outline);
                        } else if name != "film" {
                            outline.note(value.line, format!("\"{name}\" was left out"));
                        }
                    }
                }
                None => fields
                    .iter()
                    .for_each(|(name, value)| add_field(name, value, 2, outline)),
            }
        }
        _ => outline.note(data.line, "no list of questions was found"),
    }
}

/// Adds a question and its answer, or a title and its text, written as `title: text`.
fn add_field(name: &str, value: &Datum, level: u8, outline: &mut Outline) {
    match &value.value {
        DatumValue::Text(text) => {
            begin(name, value.line, level, outline);
            add_text(text, value.line, outline);
        }
        DatumValue::Map(fields) => {
            begin(name, value.line, level, outline);
            match value.get(&ANSWER) {
                Some(_) => add_record_text(value, outline),
                None => fields
                    .iter()
                    .for_each(|(name, value)| add_field(name, value, level + 1, outline)),
            }
        }
        DatumValue::List(items) => {
            begin(name, value.line, level, outline);
            items
                .iter()
                .for_each(|item| add_record(item, level + 1, outline));
        }
        DatumValue::Nothing => outline.note(value.line, format!("\"{name}\" has no text")),
    }
}

/// Adds one record of a list.
fn add_record(record: &Datum, level: u8, outline: &mut Outline) {
    let question = record.get(&QUESTION).and_then(Datum::text);
    let title = record.get(&TITLE).and_then(Datum::text);
    match (question, title, &record.value) {
        (Some(question), ..) => {
            outline.question(record.line, question.trim());
            add_phrasings(record, outline);
            if record.get(&ANSWER).is_some() {
                add_record_text(record, outline);
            }
        }
        (None, Some(title), _) => {
            if let Some(section) = record.get(&SECTION).and_then(Datum::text) {
                open_section(section, record.line, outline);
            }
            let is_inside = record.get(&SECTION).is_some();
            begin(
                title.trim(),
                record.line,
                level + u8::from(is_inside),
                outline,
            );
            add_phrasings(record, outline);
            add_record_text(record, outline);
        }
        (None, None, DatumValue::Map(fields)) if fields.len() == 1 => {
            fields
                .iter()
                .for_each(|(name, value)| add_field(name, value, level, outline));
        }
        (None, None, DatumValue::Text(text)) => add_text(text, record.line, outline),
        _ => outline.note(record.line, "neither a question nor a title was found here"),
    }
}

fn add_phrasings(record: &Datum, outline: &mut Outline) {
    if let Some(ask) = record.get(&ALIASES) {
        outline.push(ask.line, ItemKind::Phrasings(ask.texts()));
    }
}

/// Begins a section unless it is the one that is open.
fn open_section(section: &str, line: usize, outline: &mut Outline) {
    let last = outline
        .items
        .iter()
        .rev()
        .find_map(|item| match &item.kind {
            ItemKind::Heading { level: 2, title } => Some(title),
            _ => None,
        });
    if last.is_none_or(|last| last != section) {
        outline.heading(line, 2, section);
    }
}

fn add_record_text(record: &Datum, outline: &mut Outline) {
    let Some(answer) = record.get(&ANSWER) else {
        let inner = record.get(&["entries", "entry", "items", "questions"]);
        match inner.map(|inner| &inner.value) {
            Some(DatumValue::List(items)) => {
                items.iter().for_each(|item| add_record(item, 3, outline))
            }
            _ => outline.note(record.line, "this has no text"),
        }
        return;
    };
    for text in answer.texts() {
        add_text(&text, answer.line, outline);
    }
}

fn begin(title: &str, line: usize, level: u8, outline: &mut Outline) {
    if title.trim().ends_with('?') {
        outline.question(line, title.trim());
    } else {
        outline.heading(line, level, title.trim());
    }
}

/// Adds a text, which may have paragraphs, lists and links as in Markdown; headings in it are part of it.
fn add_text(text: &str, line: usize, outline: &mut Outline) {
    let mut inner = markdown::read(text.trim());
    for item in &mut inner.items {
        let words = match &item.kind {
            ItemKind::Heading { title, .. } => title,
            ItemKind::Question(question) => question,
            ItemKind::Text(_) | ItemKind::Phrasings(_) => continue,
        };
        item.kind = ItemKind::Text(super::escape::words(words));
    }
    inner.title = None;
    outline.append(inner, line.saturating_sub(1));
}

/// Reads rows of a question and an answer, with a row of names above or without.
pub(super) fn read_table(text: &str, is_tabbed: bool) -> Outline {
    let first = text.lines().next().unwrap_or_default();
    let delimiter = match is_tabbed {
        true => b'\t',
        false if first.matches(';').count() > first.matches(',').count() => b';',
        false => b',',
    };
    let mut outline = Outline::default();
    let reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut names: Option<Vec<String>> = None;
    for row in reader.into_records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map_or(1, |at| at.line());
                outline.note(
                    usize::try_from(line).unwrap_or(1),
                    format!("the row cannot be read: {error}"),
                );
                continue;
            }
        };
        let line = row.position().map_or(1, |at| at.line());
        let line = usize::try_from(line).unwrap_or(1);
        let cells: Vec<&str> = row.iter().collect();
        match &names {
            None if has_names(&cells) => {
                names = Some(cells.iter().map(|cell| cell.to_lowercase()).collect());
            }
            None => {
                names = Some(["question", "answer"].map(str::to_owned).to_vec());
                add_row(
                    &cells,
                    &["question", "answer"].map(str::to_owned),
                    line,
                    &mut outline,
                );
            }
            Some(names) => add_row(&cells, names, line, &mut outline),
        }
    }
    outline
}

fn has_names(cells: &[&str]) -> bool {
    let has = |names: &[&str]| {
        cells
            .iter()
            .any(|cell| names.iter().any(|name| cell.eq_ignore_ascii_case(name)))
    };
    (has(&QUESTION) || has(&TITLE)) && has(&ANSWER)
}

fn add_row(cells: &[&str], names: &[String], line: usize, outline: &mut Outline) {
    if cells.iter().all(|cell| cell.is_empty()) {
        return;
    }
    let mut fields = Vec::new();
    for (name, cell) in names.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        let is_list = ALIASES.contains(&name.as_str());
        let parts = cell.split(['|', ';']).map(|part| Datum {
            line,
            value: DatumValue::Text(part.trim().to_owned()),
        });
        let value = match is_list {
            true => DatumValue::List(parts.collect()),
            false => DatumValue::Text((*cell).to_owned()),
        };
        fields.push((name.clone(), Datum { line, value }));
    }
    let value = DatumValue::Map(fields);
    add_record(&Datum { line, value }, 2, outline);
}

#[cfg(test)]
mod tests {
    use super::{read_json, read_table, read_toml, read_yaml};
    use crate::content::import::outline::told;

    #[test]
    fn lists_of_questions_are_the_same_in_every_form() {
        let expected = |lines: [usize; 5]| {
            let [a, p, b, c, d] = lines;
            format!("{a} ? Is it long?\n{p} | how long\n{b} No.\n{c} ## Plot\n{d} A farm.")
        };
        let yaml = "- question: Is it long?\n  answer: No.\n  aliases: [how long]\n- title: Plot\n  body: A farm.\n";
        assert_eq!(told(&read_yaml(yaml)), expected([1, 3, 2, 4, 5]));
        let toml = "[[faq]]\nquestion = 'Is it long?'\nanswer = 'No.'\naliases = ['how long']\n[[entries]]\ntitle = 'Plot'\ntext = 'A farm.'";
        assert_eq!(told(&read_toml(toml)), expected([1, 4, 3, 5, 7]));
        let json = "[{\"question\": \"Is it long?\",\n\"answer\": \"No.\", \"aliases\": [\"how long\"]},\n{\"title\": \"Plot\",\n\"body\": \"A farm.\"}]";
        assert_eq!(told(&read_json(json)), expected([1, 2, 2, 3, 4]));
    }

    #[test]
    fn names_before_texts_are_titles_and_questions() {
        let yaml = "film: Tin\nyear: 1999\nfaq:\n  Is it long?: No.\n";
        let outline = read_yaml(yaml);
        assert_eq!(outline.title.as_deref(), Some("Tin"));
        assert_eq!(outline.year, Some(1999));
        assert_eq!(told(&outline), "4 ? Is it long?\n4 No.");
        assert_eq!(
            told(&read_json("{\"Plot\": {\"Setting\": \"A farm.\"}}")),
            "1 ## Plot\n1 ### Setting\n1 A farm."
        );
    }

    #[test]
    fn rows_are_questions_and_answers() {
        for (text, expected) in [
            (
                "question,answer\nIs it long?,\"No,\nshort.\"",
                "2 ? Is it long?\n2 No,\nshort.",
            ),
            ("Is it long?,No.", "1 ? Is it long?\n1 No."),
            (
                "q;a;aliases\nLong?;No.;how long|length",
                "2 ? Long?\n2 | how long | length\n2 No.",
            ),
            (
                "title,text,section\nSetting,A farm.,Plot\nTime,Old.,Plot",
                "2 ## Plot\n2 ### Setting\n2 A farm.\n3 ### Time\n3 Old.",
            ),
        ] {
            assert_eq!(told(&read_table(text, false)), expected, "{text:?}");
        }
        assert_eq!(told(&read_table("Long?\tNo.", true)), "1 ? Long?\n1 No.");
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_line() {
        assert_eq!(read_json("[\n1 2]").notes.len(), 1);
        assert_eq!(read_yaml("a: [b\nc: d").notes.len(), 1);
        assert_eq!(read_toml("a = 1\nb").notes[0].0, 2);
        assert_eq!(read_yaml("- question: A?\n- 3: 4\n  5: 6").notes[0].0, 2);
    }
}
