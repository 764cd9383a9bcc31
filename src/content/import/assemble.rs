//! From chapters and questions to a guide: ids, lengths, spoiler levels, links between entries.

use std::collections::{BTreeMap, BTreeSet};

use super::builder::{ArticleBuilder, ArticleLine, Chapter, Inquiry, Passage};
use super::escape;
use super::ids::{self, TakenIds};
use super::spoilers::{self, SpoilerGuess};
use crate::content::slug::slug;
use crate::content::validate::{MAX_TEXT_CHARS, MAX_TITLE_CHARS, fold_phrasing};
use crate::guide::FAQ_SECTION;

/// A guide that is being imported.
#[derive(Debug, Default)]
pub(super) struct ImportedGuide {
    pub(super) sections: Vec<ImportedSection>,
    pub(super) questions: Vec<ImportedQuestion>,
}

/// A section: one text, or entries.
#[derive(Debug)]
pub(super) struct ImportedSection {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) text: Option<ImportedText>,
    pub(super) entries: Vec<ImportedEntry>,
}

/// An entry of a section.
#[derive(Debug)]
pub(super) struct ImportedEntry {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) text: ImportedText,
}

/// A question and its answer.
#[derive(Debug)]
pub(super) struct ImportedQuestion {
    pub(super) id: String,
    pub(super) question: String,
    pub(super) ask: Vec<String>,
    pub(super) section: Option<String>,
    pub(super) answer: ImportedText,
}

/// A text and how much it gives away.
#[derive(Debug)]
pub(super) struct ImportedText {
    pub(super) markup: String,
    pub(super) spoiler: SpoilerGuess,
}

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
        let has_questions = chapter.has_questions;
        let (title, at) = (chapter.title.clone(), chapter.at);
        match section(chapter, film, &mut taken, notes) {
            Some(section) => {
                section_ids.insert(number, section.id.clone());
                guide.sections.push(section);
            }
            None if has_questions => {}
            None => notes.push((at, format!("the heading \"{title}\" has no text below it"))),
        }
    }
    let mut taken = TakenIds::default();
    let mut asked = BTreeSet::new();
    for inquiry in std::mem::take(&mut builder.inquiries) {
        let section = inquiry
            .chapter
            .and_then(|chapter| section_ids.get(&chapter))
            .cloned();
        guide.questions.extend(question(
            inquiry,
            section,
            film,
            (&mut taken, &mut asked),
            notes,
        ));
    }
    link(&mut guide, notes);
    guide
}

fn section(
    chapter: Chapter,
    film: &str,
    taken: &mut TakenIds,
    notes: &mut Vec<(ArticleLine, String)>,
) -> Option<ImportedSection> {
    let title = title(&chapter.title, chapter.at, notes);
    let own = parts(&chapter.own);
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
    section.id = taken.unique(&ids::of_title(&title, film, "section"));
    let mut taken = TakenIds::default();
    if let ([only], true) = (own.as_slice(), passages.is_empty()) {
        section.text = Some(text(&[&title], only));
        return Some(section);
    }
    // What stands right below the heading, beside passages or too long for one text, goes by the section's title.
    section
        .entries
        .extend(entries(&title, "overview", &title, own, &mut taken));
    for passage in passages {
        let name = self::title(&passage.title, passage.at, notes);
        let id = ids::of_title(&name, film, "entry");
        section.entries.extend(entries(
            &title,
            &id,
            &name,
            parts(&passage.texts),
            &mut taken,
        ));
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

/// Makes the entries of some paragraphs, of which there is more than one only where they are too long for one.
fn entries<'a>(
    section: &'a str,
    id: &'a str,
    title: &'a str,
    parts: Vec<String>,
    taken: &'a mut TakenIds,
) -> impl Iterator<Item = ImportedEntry> + 'a {
    parts.into_iter().enumerate().map(move |(number, part)| {
        let title = match number {
            0 => title.to_owned(),
            _ => format!("{} ({})", shortened(title, MAX_TITLE_CHARS - 5), number + 1),
        };
        entry(section, taken.unique(id), title, &part)
    })
}

/// Makes an entry. All entries are made here: whatever else is known of one by its title is set in this place.
fn entry(section: &str, id: String, title: String, part: &str) -> ImportedEntry {
    let text = text(&[section, &title], part);
    ImportedEntry { id, title, text }
}

fn text(titles: &[&str], markup: &str) -> ImportedText {
    ImportedText {
        markup: markup.to_owned(),
        spoiler: spoilers::guess(titles, markup),
    }
}

fn question(
    inquiry: Inquiry,
    section: Option<String>,
    film: &str,
    (taken, asked): (&mut TakenIds, &mut BTreeSet<String>),
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
    let id = ids::of_question(&title, film);
    let mut ask = inquiry.aliases;
    if title != inquiry.question {
        // The whole of it is still what people ask.
        ask.insert(0, inquiry.question);
    }
    let ask: Vec<String> = ask.iter().map(|ask| plain(ask)).collect();
    let parts = parts(&inquiry.answer).into_iter().enumerate();
    let questions = parts.map(|(number, part)| {
        let new = ask.iter().filter(|_| number == 0).filter(|ask| {
            let folded = fold_phrasing(ask);
            !folded.is_empty() && asked.insert(folded)
        });
        ImportedQuestion {
            ask: new.cloned().collect(),
            id: taken.unique(&id),
            question: match number {
                0 => title.clone(),
                _ => format!(
                    "{} ({})",
                    shortened(&title, MAX_TITLE_CHARS - 5),
                    number + 1
                ),
            },
            section: section.clone(),
            answer: text(&[&title], &part),
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
fn parts(blocks: &[String]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for block in blocks.iter().flat_map(|block| pieces(block)) {
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
        let ends = ["\n", ". ", " "].iter().find_map(|sign| {
            let at = within.rfind(sign)? + sign.len();
            (at > limit / 2).then_some((at, *sign == "\n"))
        });
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

/// Leads links within the article to the entries that its headings became, and makes words of those that lead nowhere.
fn link(guide: &mut ImportedGuide, notes: &mut Vec<(ArticleLine, String)>) {
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
    let of_sections = guide.sections.iter_mut().flat_map(|section| {
        let entries = section.entries.iter_mut().map(|entry| &mut entry.text);
        section.text.iter_mut().chain(entries)
    });
    let of_questions = guide
        .questions
        .iter_mut()
        .map(|question| &mut question.answer);
    for text in of_sections.chain(of_questions) {
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
