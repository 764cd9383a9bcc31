//! Puts values into the tables of a guide file: what is the same stays as it is written, and comments stay.

use toml_edit::{Array, Item, Table, Value};

use crate::content::toml_strings::long_string;

/// Lists that are longer than this get a line for each of their texts, in characters.
const MAX_LINE: usize = 80;
/// The keys that long texts stand under, which come last in their tables.
const TEXT_KEYS: [&str; 2] = ["text", "answer"];

/// Sets a text of one line.
pub(super) fn set_line(table: &mut Table, key: &str, text: &str) {
    if line(table, key) != Some(text) {
        set(table, key, text.into());
    }
}

/// Sets a text of one line, or removes it where there is none.
pub(super) fn set_optional_line(table: &mut Table, key: &str, text: Option<&str>) {
    match text {
        Some(text) => set_line(table, key, text),
        None => remove(table, key),
    }
}

/// Sets a text of several lines.
pub(super) fn set_text(table: &mut Table, key: &str, text: &str) {
    let is_same = |old: &str| old.trim_end() == text.trim_end();
    if !table.get(key).and_then(Item::as_str).is_some_and(is_same) {
        set(table, key, text_value(text.trim_end()));
    }
}

/// Sets a list of texts; what was in the list before keeps its comments. An empty list is none.
pub(super) fn set_list(table: &mut Table, key: &str, texts: &[String]) {
    let old = list(table, key);
    let old = old.iter().map(|text| text.trim());
    if old.eq(texts.iter().map(String::as_str)) {
        return;
    }
    match (table.get_mut(key), texts) {
        (_, []) => remove(table, key),
        (Some(Item::Value(Value::Array(array))), texts) => refill_texts(array, texts),
        (Some(Item::Value(Value::String(_))) | None, [only]) if key == "topic" => {
            set(table, key, only.as_str().into());
        }
        (_, texts) => set(table, key, list_value(texts)),
    }
}

/// Sets a value: comments beside the old one stay, and a new key comes before the text.
pub(super) fn set(table: &mut Table, key: &str, mut value: Value) {
    if let Some(Item::Value(old)) = table.get_mut(key) {
        *value.decor_mut() = old.decor().clone();
        *old = value;
        return;
    }
    table.remove(key);
    let values = table.iter().filter(|(_, item)| item.is_value());
    let last = values.map(|(key, _)| key.to_owned()).last();
    let text = last.filter(|last| TEXT_KEYS.contains(&last.as_str()));
    let text = text.and_then(|text| table.remove_entry(&text));
    table.insert(key, Item::Value(value));
    if let Some((key, item)) = text {
        table.insert_formatted(&key, item);
    }
}

/// Removes a key; comments above it stay above the next one.
pub(super) fn remove(table: &mut Table, key: &str) {
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let next = keys.iter().skip_while(|other| *other != key).nth(1);
    let Some((removed, _)) = table.remove_entry(key) else {
        return;
    };
    let prefix = removed
        .leaf_decor()
        .prefix()
        .and_then(|prefix| prefix.as_str());
    let comments = comments(prefix.unwrap_or_default());
    let next = next.and_then(|next| table.key_mut(next));
    if let Some(mut next) = next.filter(|_| !comments.is_empty()) {
        let decor = next.leaf_decor_mut();
        let own = decor.prefix().and_then(|prefix| prefix.as_str());
        let both = format!("{comments}{}", own.unwrap_or_default());
        decor.set_prefix(both);
    }
}

/// Returns the comments in what stands before a key or a header, with the lines around them; empty without any.
pub(super) fn comments(prefix: &str) -> String {
    let lines = prefix.split_inclusive('\n');
    let last = lines
        .clone()
        .collect::<Vec<_>>()
        .iter()
        .rposition(|line| line.contains('#'));
    let kept = last.map_or(0, |last| last + 1);
    lines.take(kept).collect()
}

/// Returns a text of one line, without white space around it.
pub(super) fn line<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.get(key)?.as_str().map(str::trim)
}

/// Returns the texts of a list; a single text is a list of one.
pub(super) fn list(table: &Table, key: &str) -> Vec<String> {
    let Some(item) = table.get(key) else {
        return Vec::new();
    };
    let texts = item.as_array().into_iter().flatten();
    let texts = texts.filter_map(Value::as_str).chain(item.as_str());
    texts.map(str::to_owned).collect()
}

/// Returns a list of texts, on one line where it is short.
pub(super) fn list_value(texts: &[String]) -> Value {
    let mut array = Array::new();
    refill_texts(&mut array, texts);
    Value::Array(array)
}

/// Returns a text of several lines as people write it, where that says the same.
pub(super) fn text_value(text: &str) -> Value {
    let written = long_string(text);
    let said = written.parse::<Value>().ok();
    let is_same = |value: &Value| value.as_str().is_some_and(|said| said.trim_end() == text);
    said.filter(is_same).unwrap_or_else(|| text.into())
}

/// Fills a list of texts anew: those that were in it stay as they are written, and comments stay.
fn refill_texts(array: &mut Array, texts: &[String]) {
    let n_chars: usize = texts.iter().map(|text| text.chars().count() + 4).sum();
    let is_text = |item: &Value, text: &String| item.as_str().map(str::trim) == Some(text);
    let make = |text: &String| text.as_str().into();
    refill(array, texts, n_chars > MAX_LINE, (is_text, make));
}

/// Fills a list anew, a line for each item where it `is_long`: what `is_same` stays as it is written, the rest is made,
/// and comments stay.
pub(super) fn refill<T>(
    array: &mut Array,
    wanted: &[T],
    is_long: bool,
    (is_same, make): (impl Fn(&Value, &T) -> bool, impl Fn(&T) -> Value),
) {
    let has_lines = array
        .trailing()
        .as_str()
        .is_some_and(|end| end.contains('\n'));
    let is_long = has_lines || is_long;
    let mut kept = kept(array, |item| wanted.iter().any(|one| is_same(item, one)));
    array.clear();
    for (at, one) in wanted.iter().enumerate() {
        let same = kept.iter().position(|old| is_same(old, one));
        let item = match (same, is_long, at) {
            (Some(same), true, _) if has_lines => kept.remove(same),
            (_, true, _) => make(one).decorated("\n    ", ""),
            (_, false, 0) => make(one),
            (_, false, _) => make(one).decorated(" ", ""),
        };
        array.push_formatted(item);
    }
    array.set_trailing_comma(is_long);
    if !has_lines {
        array.set_trailing(if is_long { "\n" } else { "" });
    }
}

/// Returns the items of a list that stay; comments above others go to what follows.
fn kept(array: &mut Array, stays: impl Fn(&Value) -> bool) -> Vec<Value> {
    let mut kept: Vec<Value> = Vec::with_capacity(array.len());
    let mut above = String::new();
    for item in array.iter() {
        let prefix = item.decor().prefix().and_then(|prefix| prefix.as_str());
        let prefix = prefix.unwrap_or_default();
        if stays(item) {
            let mut item = item.clone();
            let both = format!("{}{prefix}", std::mem::take(&mut above));
            item.decor_mut().set_prefix(both);
            kept.push(item);
        } else {
            above.push_str(comments(prefix).trim_end());
        }
    }
    if !above.is_empty() {
        let end = array.trailing().as_str().unwrap_or_default();
        array.set_trailing(format!("{above}{end}"));
    }
    kept
}
