//! From chapters and questions to a guide: ids, lengths, spoiler levels, links between entries.

use std::collections::{BTreeMap, BTreeSet};

use super::builder::{ArticleBuilder, ArticleLine, Chapter, Inquiry, Passage};
use super::escape;
use super::imported_guide::{
    ImportedEntry, ImportedGuide, ImportedQuestion, ImportedSection, ImportedText,
};
use super::{links, spoilers};
use crate::content::title_ids::{self, TakenIds};
use crate::content::validate::{MAX_TEXT_CHARS, MAX_TITLE_CHARS, fold_phrasing};
use crate::markup;

/// Makes the guide of a film, and notes what has no text.
pub(super) fn assemble(builder: &mut ArticleBuilder, film: &str) -> ImportedGuide {
    let mut taken = TakenIds::default();
    let mut guide = ImportedGuide::default();
    let mut section_ids: BTreeMap<usize, String> = BTreeMap::new();
    let notes = &mut builder.notes;
    for (number, chapter) in std::mem::take(&mut builder.chapters)
        .into_iter()
        .enumerate()
    {
        // A title of the film that stands alone is no loss either.
        let is_no_loss = chapter.has_questions || !chapter.own.is_empty();
        let (title, at) = (chapter.title.clone(), chapter.at);
        match section(chapter, film, &mut taken, notes) {
            Some(section) => {
                section_ids.insert(number, section.id.clone());
                guide.sections.push(section);
            }
            None if is_no_loss => {}
            None => notes.push((at, format!("the heading \"{title}\" has no text below it"))),
        }
    }
    let mut taken = TakenIds::default();
    for inquiry in std::mem::take(&mut builder.inquiries) {
        let section = inquiry
            .chapter
            .and_then(|chapter| section_ids.get(&chapter))
            .cloned();
        let questions = question(inquiry, section, film, &mut taken, notes);
        guide.questions.extend(questions);
    }
    without_repeats(&mut guide);
    links::lead(&mut guide, notes);
    guide
}

fn section(
    chapter: Chapter,
    film: &str,
    taken: &mut TakenIds,
    notes: &mut Vec<(ArticleLine, String)>,
) -> Option<ImportedSection> {
    let title = title(&chapter.title, chapter.at, notes);
    let own = parts(chapter.own.iter().filter(|block| !is_title(block, film)));
    let passages: Vec<Passage> = chapter
        .passages
        .into_iter()
        .filter(|passage| has_text(passage, notes))
        .collect();
    let mut section = ImportedSection {
        id: String::new(),
        title: title.clone(),
        text: None,
        entries: Vec::new(),
    };
    if own.is_empty() && passages.is_empty() {
        return None;
    }
    section.id = taken.unique(&title_ids::of_title(&title, film, "section"));
    let mut taken = TakenIds::default();
    if let ([only], true) = (own.as_slice(), passages.is_empty()) {
        section.text = Some(text(&[&title], only, &chapter.ask));
        return Some(section);
    }
    // What stands right below the heading, beside passages or too long for one text, goes by the section's title.
    let overview = entries(
        &title,
        ("overview", &title),
        (own, &chapter.ask),
        &mut taken,
    );
    section.entries.extend(overview);
    for passage in passages {
        let name = self::title(&passage.title, passage.at, notes);
        let id = title_ids::of_title(&name, film, "entry");
        let texts = (parts(&passage.texts), passage.ask.as_slice());
        let made = entries(&title, (&id, &name), texts, &mut taken);
        section.entries.extend(made);
    }
    Some(section)
}

fn has_text(passage: &Passage, notes: &mut Vec<(ArticleLine, String)>) -> bool {
    if passage.texts.is_empty() {
        let message = format!("the heading \"{}\" has no text below it", passage.title);
        notes.push((passage.at, message));
    }
    !passage.texts.is_empty()
}

/// Returns whether a paragraph is nothing but the film's title, as some programs write it above a page.
fn is_title(block: &str, film: &str) -> bool {
    fold_phrasing(&markup::parse(block).words()) == fold_phrasing(film)
}

/// Makes the entries of some paragraphs, of which there is more than one only where they are too long for one.
fn entries(
    section: &str,
    (id, title): (&str, &str),
    (parts, ask): (Vec<String>, &[String]),
    taken: &mut TakenIds,
) -> Vec<ImportedEntry> {
    let parts = parts.into_iter().enumerate();
    let entries = parts.map(|(number, part)| {
        let title = numbered(title, number);
        let ask = if number == 0 { ask } else { &[] };
        entry(section, taken.unique(id), title, &part, ask)
    });
    entries.collect()
}

/// Makes an entry.
fn entry(section: &str, id: String, title: String, part: &str, ask: &[String]) -> ImportedEntry {
    let text = text(&[section, &title], part, ask);
    ImportedEntry { id, title, text }
}

/// Makes a text that answers, of an entry, of a section or to a question. All are made here: whatever is known of one by
/// the titles above it is set in this place.
fn text(titles: &[&str], markup: &str, ask: &[String]) -> ImportedText {
    ImportedText {
        ask: ask.iter().map(|ask| plain(ask)).collect(),
        markup: markup.to_owned(),
        spoiler: spoilers::guess(titles, markup),
    }
}

/// Returns the title of a part of something that is too long for one text.
fn numbered(title: &str, number: usize) -> String {
    match number {
        0 => title.to_owned(),
        _ => format!("{} ({})", shortened(title, MAX_TITLE_CHARS - 5), number + 1),
    }
}

/// Takes out phrasings that are none, and those that stand before.
fn without_repeats(guide: &mut ImportedGuide) {
    let mut asked = BTreeSet::new();
    for text in guide.texts_mut() {
        text.ask.retain(|ask| {
            let folded = fold_phrasing(ask);
            !folded.is_empty() && asked.insert(folded)
        });
    }
}

fn question(
    inquiry: Inquiry,
    section: Option<String>,
    film: &str,
    taken: &mut TakenIds,
    notes: &mut Vec<(ArticleLine, String)>,
) -> Vec<ImportedQuestion> {
    if inquiry.answer.is_empty() {
        notes.push((
            inquiry.at,
            format!("the question \"{}\" has no answer", inquiry.question),
        ));
        return Vec::new();
    }
    let title = title(&inquiry.question, inquiry.at, notes);
    if !title.contains(char::is_alphanumeric) {
        notes.push((
            inquiry.at,
            "a question without words was left out".to_owned(),
        ));
        return Vec::new();
    }
    let id = title_ids::of_question(&title, film);
    let mut ask = inquiry.ask;
    if title != plain(&inquiry.question) {
        // The whole of it is still what people ask.
        ask.insert(0, inquiry.question);
    }
    let parts = parts(&inquiry.answer).into_iter().enumerate();
    let questions = parts.map(|(number, part)| {
        let ask = if number == 0 { ask.as_slice() } else { &[] };
        ImportedQuestion {
            id: taken.unique(&id),
            question: numbered(&title, number),
            section: section.clone(),
            answer: text(&[&title], &part, ask),
        }
    });
    questions.collect()
}

/// Returns a title as guides can have it; menus show no long ones.
fn title(title: &str, at: ArticleLine, notes: &mut Vec<(ArticleLine, String)>) -> String {
    let plain = plain(title);
    let short = shortened(&plain, MAX_TITLE_CHARS);
    if short != plain {
        notes.push((at, format!("a title was shortened to \"{short}\"")));
    }
    short
}

/// Returns text of one line without anything that means more than words.
pub(super) fn plain(text: &str) -> String {
    // Twice, because every other pair of a longer run overlaps the one before.
    let text = escape::harmless(text)
        .replace("||", "| |")
        .replace("||", "| |");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cuts a title at the border of a word.
fn shortened(title: &str, max: usize) -> String {
    if title.chars().count() <= max {
        return title.to_owned();
    }
    let cut: String = title.chars().take(max - 1).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(cut, _)| cut);
    format!("{}…", cut.trim_end_matches([',', ';', ':', ' ']))
}

/// Joins paragraphs to as few texts as their lengths allow.
fn parts<'a>(blocks: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for block in blocks.into_iter().flat_map(|block| pieces(block)) {
        let length = |text: &str| text.chars().count();
        match parts.last_mut() {
            Some(last) if length(last) + length(&block) + 2 <= MAX_TEXT_CHARS => {
                last.push_str("\n\n");
                last.push_str(&block);
            }
            _ => parts.push(block),
        }
    }
    parts
}

/// Cuts a paragraph that is too long by itself, after a line or a sentence.
fn pieces(block: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = block.to_owned();
    while let Some((limit, _)) = rest.char_indices().nth(MAX_TEXT_CHARS) {
        let within = &rest[..limit];
        // At best before a line that is no part of the item above it.
        let lines = within.match_indices('\n').map(|(at, _)| at + 1).rev();
        let outer = |at: &usize| within[*at..].starts_with(|sign: char| !sign.is_whitespace());
        let signs = ["\n", ". ", " "].iter();
        let others =
            signs.filter_map(|sign| Some((within.rfind(sign)? + sign.len(), *sign == "\n")));
        let mut ends = lines
            .filter(outer)
            .take(1)
            .map(|at| (at, true))
            .chain(others);
        let ends = ends.find(|(at, _)| *at > limit / 2);
        let (at, is_line) = ends.unwrap_or((limit, false));
        let (piece, more) = rest.split_at(at);
        pieces.push(piece.trim().to_owned());
        rest = match is_line {
            true => more.trim().to_owned(),
            false => escape::line_start(more),
        };
    }
    pieces.push(rest.trim().to_owned());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::{pieces, shortened};

    #[test]
    fn titles_are_cut_between_words() {
        assert_eq!(shortened("one two", 10), "one two");
        assert_eq!(shortened("one two, three", 10), "one two…");
        assert_eq!(shortened("onetwothree", 5), "onet…");
    }

    #[test]
    fn long_paragraphs_are_cut_after_sentences() {
        let text = "A farm of tin trees. ".repeat(400);
        let cut = pieces(&text);
        assert_eq!(cut.join(" "), text.trim());
        assert!(
            cut.iter()
                .all(|piece| piece.ends_with('.') && piece.chars().count() <= 3_500)
        );
    }
}
