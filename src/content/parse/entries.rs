//! Reads `[[section]]`, `[[section.entry]]`, `[[faq]]` and `[[check]]`.

use super::keys;
use super::table::Table;
use crate::content::draft::{Block, DraftCheck, DraftEntry, DraftSection, Text};
use crate::content::report::Report;
use crate::markup;

const EXAMPLE_ID: &str = "\"words-with-hyphens\"";
const HELP_ASK: &str = "write what somebody might type, or remove the check";
const HELP_ANSWER: &str =
    "name the id of the answer, or write \"none\" where the bot must stay silent";
const EXAMPLE_TEXT: &str = "\"\"\"What the bot says.\"\"\"";

/// Reads the sections of a guide.
pub(super) fn sections(root: &Table<'_, '_>, report: &mut Report) -> Vec<DraftSection> {
    let found = root.tables("section", report);
    found
        .into_iter()
        .map(|found| {
            let of = (Block::Section.header(), keys::SECTION);
            let table = Table::new(found, of, root.damage(), report);
            let own = entry(&table, Block::Section, report);
            let entries = table.tables("entry", report);
            let entries = entries.into_iter().map(|found| {
                let of = (Block::Entry.header(), keys::ENTRY);
                let table = Table::new(found, of, root.damage(), report);
                entry(&table, Block::Entry, report)
            });
            DraftSection {
                own,
                entries: entries.collect(),
            }
        })
        .collect()
}

/// Reads the FAQs of a guide.
pub(super) fn faqs(root: &Table<'_, '_>, report: &mut Report) -> Vec<DraftEntry> {
    let found = root.tables("faq", report);
    found
        .into_iter()
        .map(|found| {
            let of = (Block::Faq.header(), keys::FAQ);
            let table = Table::new(found, of, root.damage(), report);
            DraftEntry {
                section: table.string("section", report),
                sums_up: table.string("sums_up", report),
                ..entry(&table, Block::Faq, report)
            }
        })
        .collect()
}

/// Reads the checks of a guide.
pub(super) fn checks(root: &Table<'_, '_>, report: &mut Report) -> Vec<DraftCheck> {
    let found = root.tables("check", report);
    found
        .into_iter()
        .map(|found| {
            let of = ("[[check]]", keys::CHECK);
            let table = Table::new(found, of, root.damage(), report);
            table.require("ask", "\"What somebody might type\"", report);
            table.require(
                "answer",
                "\"section/entry\", or \"none\" for silence",
                report,
            );
            DraftCheck {
                ask: filled("ask", HELP_ASK, &table, report),
                answer: filled("answer", HELP_ANSWER, &table, report),
            }
        })
        .collect()
}

/// Returns the texts under a key, and notes where there are none.
fn filled(key: &str, help: &str, table: &Table<'_, '_>, report: &mut Report) -> Vec<Text> {
    let n_problems = report.found.len();
    let texts = table.strings(key, report);
    if let Some(value) = table.value(key)
        && texts.is_empty()
        && report.found.len() == n_problems
    {
        report.error(
            "empty-value",
            &value.span(),
            format!("`{key}` is empty"),
            help,
        );
    }
    texts
}

fn entry(table: &Table<'_, '_>, block: Block, report: &mut Report) -> DraftEntry {
    table.require("id", EXAMPLE_ID, report);
    table.require(
        block.title_key(),
        "\"What people read above the text\"",
        report,
    );
    if block != Block::Section {
        table.require(block.text_key(), EXAMPLE_TEXT, report);
    }
    let n_problems = report.found.len();
    let ask = table.strings("ask", report);
    let text = table.string(block.text_key(), report);
    let tree = text
        .as_ref()
        .map(|text| markup::parse(text.value.trim_end()));
    DraftEntry {
        block,
        span: table.span.clone(),
        may_lack_parts: table.may_lack_keys() || report.found.len() > n_problems,
        id: table.string("id", report),
        title: table.string(block.title_key(), report),
        tree: tree.unwrap_or_default(),
        text,
        ask,
        spoiler: table.string("spoiler", report),
        topics: table.strings("topic", report),
        also_id: table.strings("also_id", report),
        section: None,
        sums_up: None,
    }
}
