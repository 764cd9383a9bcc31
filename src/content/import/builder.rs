//! Makes a guide of outlines: which heading is a section, which an entry, and what answers which question.

use super::outline::{ItemKind, Outline, OutlineItem};
use super::titles;
use super::{escape, lead_in};

/// The level of titles at the start of a paragraph: deeper than any heading.
const LEAD_IN_LEVEL: u8 = 7;
/// The title of what stands before the first heading.
const INTRODUCTION: &str = "Introduction";
/// The title of a last paragraph without a heading.
const CONCLUSION: &str = "Conclusion";

/// A place in the articles: the number of the file, and the line.
pub(super) type ArticleLine = (usize, usize);

/// A chapter of the articles.
#[derive(Debug)]
pub(super) struct Chapter {
    pub(super) title: String,
    pub(super) at: ArticleLine,
    /// Other ways to ask for it.
    pub(super) ask: Vec<String>,
    /// Paragraphs right below the heading.
    pub(super) own: Vec<String>,
    /// A part that has a title of its own.
    pub(super) passages: Vec<Passage>,
    /// True if questions stand below the heading.
    pub(super) has_questions: bool,
}

/// Some paragraphs with a title.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) title: String,
    pub(super) at: ArticleLine,
    level: u8,
    pub(super) ask: Vec<String>,
    pub(super) texts: Vec<String>,
}

/// A question with its answer.
#[derive(Debug)]
pub(super) struct Inquiry {
    pub(super) question: String,
    pub(super) ask: Vec<String>,
    pub(super) at: ArticleLine,
    pub(super) answer: Vec<String>,
    /// The chapter that it is a heading of.
    pub(super) chapter: Option<usize>,
}

/// The place that the next text belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum OpenPart {
    #[default]
    Nothing,
    Chapter,
    Passage,
    Inquiry,
}

/// The part of some articles that has been read.
#[derive(Debug, Default)]
pub(super) struct ArticleBuilder {
    pub(super) chapters: Vec<Chapter>,
    pub(super) inquiries: Vec<Inquiry>,
    /// The pieces that could not be taken.
    pub(super) notes: Vec<(ArticleLine, String)>,
    open: OpenPart,
    file: usize,
    /// The number of chapters that stood before those of this file.
    first_chapter: usize,
    section_level: u8,
    /// The level of the heading whose headings are questions.
    questions_below: Option<u8>,
    /// A heading without a text of its own, whose title those below it carry.
    parent: Option<(u8, String)>,
}

impl ArticleBuilder {
    /// Adds an article. Returns the title that it bears, where its first heading is one.
    pub(super) fn add(&mut self, file: usize, outline: Outline) -> Option<String> {
        let mut items = outline.items;
        let title = take_title(&mut items);
        let levels = items.iter().filter_map(|item| match item.kind {
            ItemKind::Heading { level, .. } => Some(level),
            _ => None,
        });
        self.section_level = levels.min().unwrap_or(1);
        self.file = file;
        self.first_chapter = self.chapters.len();
        self.open = OpenPart::Nothing;
        self.questions_below = None;
        self.parent = None;
        let notes = outline.notes.into_iter();
        self.notes
            .extend(notes.map(|(line, message)| ((file, line), message)));
        for item in items {
            match item.kind {
                ItemKind::Heading { level, title } => self.heading(item.line, level, title),
                ItemKind::Question(question) => self.question(item.line, question),
                ItemKind::Phrasings(ask) => self.phrasings(ask),
                ItemKind::Text(text) => {
                    for text in lead_in::parted(&text) {
                        self.text(item.line, text);
                    }
                }
            }
        }
        title
    }

    fn heading(&mut self, line: usize, level: u8, title: String) {
        if !title.contains(char::is_alphanumeric) {
            let message = "a heading without words was left out";
            return self.notes.push(((self.file, line), message.to_owned()));
        }
        if titles::is_question_heading(&title) {
            self.questions_below = Some(level);
            self.open = OpenPart::Nothing;
            return;
        }
        match self.questions_below {
            Some(above) if level > above => return self.question(line, title),
            _ => self.questions_below = None,
        }
        if title.ends_with('?') {
            self.question(line, title);
            let chapter = self.chapters.len().checked_sub(1);
            if let Some(inquiry) = self.inquiries.last_mut() {
                inquiry.chapter = chapter.filter(|_| level > self.section_level);
            }
        } else if level <= self.section_level {
            self.begin_chapter(line, title);
        } else {
            self.begin_passage(line, level, title);
        }
    }

    fn question(&mut self, line: usize, question: String) {
        if let Some(chapter) = self.chapters.last_mut() {
            chapter.has_questions = true;
        }
        self.inquiries.push(Inquiry {
            question,
            ask: Vec::new(),
            at: (self.file, line),
            answer: Vec::new(),
            chapter: None,
        });
        self.open = OpenPart::Inquiry;
    }

    /// Adds other ways to ask for what was begun last.
    fn phrasings(&mut self, phrasings: Vec<String>) {
        let chapter = self.chapters.last_mut();
        let ask = match self.open {
            OpenPart::Inquiry => self.inquiries.last_mut().map(|inquiry| &mut inquiry.ask),
            OpenPart::Passage => chapter
                .and_then(|chapter| chapter.passages.last_mut())
                .map(|passage| &mut passage.ask),
            OpenPart::Chapter | OpenPart::Nothing => chapter.map(|chapter| &mut chapter.ask),
        };
        if let Some(ask) = ask {
            ask.extend(phrasings);
        }
    }

    fn begin_chapter(&mut self, line: usize, title: String) {
        self.parent = None;
        self.chapters.push(Chapter {
            title,
            at: (self.file, line),
            ask: Vec::new(),
            own: Vec::new(),
            passages: Vec::new(),
            has_questions: false,
        });
        self.open = OpenPart::Chapter;
    }

    fn begin_passage(&mut self, line: usize, level: u8, title: String) {
        if self.chapters.len() == self.first_chapter {
            self.begin_chapter(line, INTRODUCTION.to_owned());
        }
        let at = (self.file, line);
        let Some(chapter) = self.chapters.last_mut() else {
            return;
        };
        self.parent = self.parent.take().filter(|(above, _)| *above < level);
        let empty = |passage: &mut Passage| passage.texts.is_empty() && passage.level < level;
        if let Some(empty) = chapter.passages.pop_if(empty) {
            self.parent = Some((empty.level, empty.title));
        }
        let title = match &self.parent {
            Some((_, parent)) => format!("{parent}: {title}"),
            None => title,
        };
        chapter.passages.push(Passage {
            title,
            at,
            level,
            ask: Vec::new(),
            texts: Vec::new(),
        });
        self.open = OpenPart::Passage;
    }

    fn text(&mut self, line: usize, text: &str) {
        let is_among_questions = self.questions_below.is_some() || self.open == OpenPart::Inquiry;
        let alone = || lead_in::question_line(text).filter(|_| is_among_questions);
        if let Some((question, rest)) = lead_in::question(text).or_else(alone) {
            self.question(line, question);
            return self.put(line, &escape::line_start(rest));
        }
        let is_answer = self.open == OpenPart::Inquiry;
        if self.questions_below.is_some() && !is_answer {
            return self.outside_of_questions(line, text);
        }
        if is_answer {
            return self.put(line, text);
        }
        let is_concluded = self
            .chapters
            .last()
            .is_some_and(|last| last.title == CONCLUSION);
        if lead_in::is_last(text) && !is_concluded && !self.is_at_heading() {
            self.begin_chapter(line, CONCLUSION.to_owned());
        } else if let Some((title, rest)) = lead_in::title(text) {
            self.begin_passage(line, LEAD_IN_LEVEL, title);
            return self.put(line, &escape::line_start(rest));
        }
        self.put(line, text);
    }

    /// Returns whether nothing stands below the last heading yet.
    fn is_at_heading(&self) -> bool {
        let last = self.chapters.last();
        self.open == OpenPart::Chapter && last.is_some_and(|last| last.own.is_empty())
    }

    /// Takes a text among questions: a title with a text is one of them, whatever else there is answers none.
    fn outside_of_questions(&mut self, line: usize, text: &str) {
        if let Some((title, rest)) = lead_in::title(text) {
            self.question(line, title);
            return self.put(line, &escape::line_start(rest));
        }
        let message = "a paragraph among the questions that answers none of them was left out";
        self.notes.push(((self.file, line), message.to_owned()));
    }

    fn put(&mut self, line: usize, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.open == OpenPart::Nothing && self.chapters.len() == self.first_chapter {
            self.begin_chapter(line, INTRODUCTION.to_owned());
        }
        let chapter = self.chapters.last_mut();
        let texts = match self.open {
            OpenPart::Inquiry => self.inquiries.last_mut().map(|inquiry| &mut inquiry.answer),
            OpenPart::Passage => {
                let passage = chapter.and_then(|chapter| chapter.passages.last_mut());
                passage.map(|passage| &mut passage.texts)
            }
            OpenPart::Chapter | OpenPart::Nothing => chapter.map(|chapter| &mut chapter.own),
        };
        if let Some(texts) = texts {
            let text = match self.open == OpenPart::Inquiry && texts.is_empty() {
                true => lead_in::answer(text),
                false => text.to_owned(),
            };
            texts.push(text);
        }
    }
}

/// Takes the first heading out where it alone stands at the outermost level, above others: it is the title.
fn take_title(items: &mut Vec<OutlineItem>) -> Option<String> {
    let levels = items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| match item.kind {
            ItemKind::Heading { level, .. } => Some((at, level)),
            _ => None,
        });
    let levels: Vec<(usize, u8)> = levels.collect();
    let ((first, outermost), others) = levels.split_first()?;
    let has_questions = items
        .iter()
        .any(|item| matches!(item.kind, ItemKind::Question(_)));
    let heads_others = !others.is_empty() && others.iter().all(|(_, level)| level > outermost);
    let is_title = *outermost == 1 && (heads_others || (others.is_empty() && has_questions));
    if !is_title {
        return None;
    }
    match items.remove(*first).kind {
        ItemKind::Heading { title, .. } => Some(title),
        _ => None,
    }
}
