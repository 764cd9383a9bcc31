//! The JSON Schema of a guide file, so that editors complete keys and explain them.
//!
//! The types here are written for the schema alone: `parse` reads files by itself, because it keeps every
//! value's place. A test holds their keys against those that `parse` knows.

#![expect(
    dead_code,
    reason = "the types describe a file; nothing is ever read into them"
)]

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

use crate::guide::{FACTS, Fact, ValueKind};

/// Returns the JSON Schema of a guide file.
pub fn schema() -> Value {
    let mut generator = SchemaGenerator::default();
    let facts: Vec<(String, Value)> = FACTS
        .iter()
        .map(|fact| (fact.key.to_owned(), fact_schema(fact, &mut generator)))
        .collect();
    let phrasings = FACTS
        .iter()
        .map(|fact| (fact.key.to_owned(), phrasings_schema(fact, &mut generator)))
        .collect();
    let mut schema = generator.into_root_schema_for::<GuideFile>().to_value();
    if let Some(Value::Object(keys)) = schema.pointer_mut("/$defs/FilmTable/properties") {
        keys.extend(facts);
    }
    if let Some(Value::Object(table)) = schema.pointer_mut("/$defs/FactPhrasings") {
        table.insert("properties".to_owned(), Value::Object(phrasings));
    }
    forget_null(&mut schema);
    schema
}

/// Returns what the key of a fact may hold, and its description.
fn fact_schema(fact: &Fact, generator: &mut SchemaGenerator) -> Value {
    let mut schema = match fact.value {
        ValueKind::Names | ValueKind::Parts => generator.subschema_for::<Option<Texts>>(),
        ValueKind::Cast => generator.subschema_for::<Option<Vec<RoleTable>>>(),
        ValueKind::Minutes => generator.subschema_for::<Option<u32>>(),
        ValueKind::Text => generator.subschema_for::<Option<String>>(),
    };
    schema.insert("description".to_owned(), fact.description.into());
    if fact.value == ValueKind::Minutes {
        schema.insert("minimum".to_owned(), 1.into());
    }
    schema.to_value()
}

/// Returns what the key of a fact may hold among the ways of asking, and its description.
fn phrasings_schema(fact: &Fact, generator: &mut SchemaGenerator) -> Value {
    let mut schema = generator.subschema_for::<Option<Texts>>();
    let description = format!("Ways in which people ask for it: {}.", fact.title);
    schema.insert("description".to_owned(), description.into());
    schema.to_value()
}

/// Takes out that a key may be null: a TOML file leaves a key out instead.
fn forget_null(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(forget_null),
        Value::Object(parts) => {
            if let Some(Value::Array(types)) = parts.get_mut("type") {
                types.retain(|one| one != "null");
            }
            if let Some(Value::Array(choices)) = parts.get_mut("anyOf") {
                choices.retain(|one| one.get("type").is_none_or(|one| one != "null"));
            }
            parts.values_mut().for_each(forget_null);
        }
        _ => {}
    }
}

/// A guide: what frontrow knows about one film. The file's name is the film's id.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct GuideFile {
    /// The film and its facts.
    film: FilmTable,
    /// The chapters of the guide.
    #[schemars(default)]
    section: Vec<SectionTable>,
    /// Questions with their answers.
    #[schemars(default)]
    faq: Vec<FaqTable>,
    /// Questions and the answers they must get: an edit that breaks one is refused.
    #[schemars(default)]
    check: Vec<CheckTable>,
}

/// The film and its facts. A fact that is left out or empty is simply not answered.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FilmTable {
    /// The title as it is printed.
    #[schemars(length(min = 1, max = 80))]
    title: String,
    /// The year of release; tells remakes apart.
    #[schemars(range(min = 1880, max = 2100))]
    year: Option<u16>,
    /// The words that tell the film from another of the same title and year: its director or country.
    note: Option<String>,
    /// Other names that people use.
    also: Option<Texts>,
    /// Ways in which people ask for a fact of this film, beside those in which they ask for it of any film.
    ask: Option<FactPhrasings>,
    /// The source of the facts: an https link.
    #[schemars(url)]
    source: Option<String>,
    /// The day somebody last read the guide through, without quotes: 2026-01-31.
    #[schemars(extend("format" = "date"))]
    reviewed: Option<String>,
}

/// Ways in which people ask for the facts of a film: a list for the key of each fact.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FactPhrasings {}

/// An actor and the role they play.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RoleTable {
    /// The actor's name.
    #[schemars(length(min = 1))]
    actor: String,
    /// The role's name; leave it out where it is not known.
    #[schemars(length(min = 1))]
    role: Option<String>,
}

/// A chapter of the guide. It has either a `text` of its own or entries.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct SectionTable {
    /// Lower-case words with hyphens, permanent: links depend on it.
    id: SectionId,
    /// The heading people read. Menus show it, so it must not give anything away.
    #[schemars(length(min = 1, max = 80))]
    title: String,
    /// The text that the bot says, where the section is one text.
    #[schemars(length(min = 1, max = 3500))]
    text: Option<String>,
    /// Ways in which people ask for it; only where the section is one text.
    ask: Option<Texts>,
    /// The topics that it is about, of those that people ask about any film; only where the section is one text.
    topic: Option<Texts>,
    /// The part of the film that the section gives away; its entries inherit it.
    spoiler: Option<SpoilerLevel>,
    /// Former ids, kept so that old links still work.
    also_id: Option<Texts>,
    /// The entries of the section.
    entry: Option<Vec<EntryTable>>,
}

/// One thing people ask about.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct EntryTable {
    /// Lower-case words with hyphens, unique in the section, permanent: links depend on it.
    id: SectionId,
    /// The heading people read. Menus show it, so it must not give anything away.
    #[schemars(length(min = 1, max = 80))]
    title: String,
    /// The text that the bot says: paragraphs, bold, italic, lists, https links and entry:section/entry links.
    #[schemars(length(min = 1, max = 3500))]
    text: String,
    /// Ways in which people ask for it, three or more.
    ask: Option<Texts>,
    /// The topics that it is about ("frontrow topics" lists them); without any the title tells.
    topic: Option<Texts>,
    /// The part of the film that the text gives away.
    spoiler: Option<SpoilerLevel>,
    /// Former ids, kept so that old links still work: "old-id", or "old-section/old-id" from elsewhere.
    also_id: Option<Texts>,
}

/// A question with its answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FaqTable {
    /// Lower-case words with hyphens, unique among the questions, permanent: links depend on it.
    id: SectionId,
    /// The question as people read it. Menus show it, so it must not give anything away.
    #[schemars(length(min = 1, max = 80))]
    question: String,
    /// The text that the bot says: paragraphs, bold, italic, lists, https links and entry:section/entry links.
    #[schemars(length(min = 1, max = 3500))]
    answer: String,
    /// Other ways in which people put the question, three or more.
    ask: Option<Texts>,
    /// The topics that it is about ("frontrow topics" lists them); without any the title tells.
    topic: Option<Texts>,
    /// The id of the section where people can read more.
    section: Option<SectionId>,
    /// The entry whose contents the answer sums up, as section/entry: the two are not rivals.
    sums_up: Option<String>,
    /// The spoiler level of the answer.
    spoiler: Option<SpoilerLevel>,
    /// Former ids, kept so that old links still work.
    also_id: Option<Texts>,
}

/// A question and the answer it must get.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CheckTable {
    /// A question that somebody might type.
    #[schemars(length(min = 1))]
    ask: String,
    /// The id of the answer (section/entry, faq/name or facts/name), a list of good ones, or "none" for silence.
    answer: Texts,
}

/// A spoiler level: how much of the film a text gives away.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum SpoilerLevel {
    /// Nothing that a trailer would not tell.
    None,
    /// People and events of the film's first part.
    Mild,
    /// The ending of the film.
    Ending,
}

/// One text or a list of them.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Texts {
    /// One text.
    One(String),
    /// Several texts.
    Several(Vec<String>),
}

/// Lower-case words of a-z and 0-9, joined by single hyphens.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct SectionId(#[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))] String);

#[cfg(test)]
mod tests {
    use super::{Value, schema};
    use crate::content::parse::keys;
    use crate::guide::Spoiler;

    #[track_caller]
    fn check(table: &Value, keys: &[&str]) {
        let properties = table["properties"].as_object().expect("a table");
        let mut described: Vec<&str> = properties.keys().map(String::as_str).collect();
        let mut known = keys.to_vec();
        described.sort_unstable();
        known.sort_unstable();
        assert_eq!(described, known);
        assert_eq!(table["additionalProperties"], false);
        for (key, property) in properties {
            assert!(
                property["description"].is_string(),
                "{key} is not explained"
            );
        }
    }

    #[test]
    fn the_schema_has_the_keys_that_are_read() {
        let schema = schema();
        check(&schema, keys::GUIDE);
        let tables = &schema["$defs"];
        check(&tables["FilmTable"], &keys::film());
        check(&tables["FactPhrasings"], &keys::facts());
        check(&tables["RoleTable"], keys::ROLE);
        check(&tables["SectionTable"], keys::SECTION);
        check(&tables["EntryTable"], keys::ENTRY);
        check(&tables["FaqTable"], keys::FAQ);
        check(&tables["CheckTable"], keys::CHECK);
    }

    #[test]
    fn nothing_may_be_null() {
        assert!(!schema().to_string().contains("null"));
    }

    #[test]
    fn the_schema_has_the_spoiler_levels_there_are() {
        let levels = schema()["$defs"]["SpoilerLevel"].to_string();
        for level in Spoiler::ALL {
            assert!(
                levels.contains(&format!("\"{level}\"")),
                "{level}: {levels}"
            );
        }
    }
}
