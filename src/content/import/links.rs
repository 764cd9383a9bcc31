//! Links within an article: they lead to the entries that its headings became.

use std::collections::BTreeMap;

use super::builder::ArticleLine;
use super::imported_guide::ImportedGuide;
use crate::content::slug::slug;
use crate::guide::FAQ_SECTION;

/// Leads links within the article to the entries that its headings became, and makes words of those that lead nowhere.
pub(super) fn lead(guide: &mut ImportedGuide, notes: &mut Vec<(ArticleLine, String)>) {
    let mut targets: BTreeMap<String, String> = BTreeMap::new();
    for section in &guide.sections {
        let first = section
            .entries
            .first()
            .map(|entry| format!("{}/{}", section.id, entry.id));
        targets
            .entry(slug(&section.title))
            .or_insert_with(|| first.unwrap_or_else(|| section.id.clone()));
        for entry in &section.entries {
            targets
                .entry(slug(&entry.title))
                .or_insert_with(|| format!("{}/{}", section.id, entry.id));
        }
    }
    for question in &guide.questions {
        let id = format!("{FAQ_SECTION}/{}", question.id);
        targets.entry(slug(&question.question)).or_insert(id);
    }
    for text in guide.texts_mut() {
        text.markup = linked(&text.markup, &targets, notes);
    }
}

fn linked(
    markup: &str,
    targets: &BTreeMap<String, String>,
    notes: &mut Vec<(ArticleLine, String)>,
) -> String {
    let mut done = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, after)) = rest.split_once("](#") {
        let (anchor, after) = after.split_once(')').unwrap_or((after, ""));
        done.push_str(before);
        match targets.get(&slug(anchor)) {
            Some(id) => done.push_str(&format!("](entry:{id})")),
            None => {
                // Brackets within the words are escaped, so the last other one began the link.
                let start = done
                    .rmatch_indices('[')
                    .find(|(at, _)| !done[..*at].ends_with('\\'));
                if let Some((start, _)) = start {
                    done.remove(start);
                }
                notes.push((
                    (0, 0),
                    format!("a link within the article leads nowhere: #{anchor}"),
                ));
            }
        }
        rest = after;
    }
    done + rest
}
