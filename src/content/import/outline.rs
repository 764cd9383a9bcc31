//! The contents of an article, whatever form it was written in: headings, texts and questions in their order.

use super::datum::Datum;
use super::titles;

/// An article, taken apart.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The title, where the article names one.
    pub(super) title: Option<String>,
    /// The year, where the article names one.
    pub(super) year: Option<u16>,
    /// The address of the page, where the article names one.
    pub(super) source: Option<String>,
    /// Everything that is read, in order.
    pub(super) items: Vec<OutlineItem>,
    /// The pieces that could not be taken, or not as they were: each with its line, counted from 1.
    pub(super) notes: Vec<(usize, String)>,
}

/// One piece of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OutlineItem {
    /// The line it begins in, counted from 1.
    pub(super) line: usize,
    /// Its kind and words.
    pub(super) kind: ItemKind,
}

/// The kind of a piece of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// A heading.
    Heading {
        /// 1 is the outermost.
        level: u8,
        /// The words of it.
        title: String,
    },
    /// A question; the texts that follow are its answer.
    Question(String),
    /// Other ways to ask for what was begun last.
    Phrasings(Vec<String>),
    /// A paragraph or a list, in the markup of guides.
    Text(String),
}

impl Outline {
    /// Adds a piece.
    pub(super) fn push(&mut self, line: usize, kind: ItemKind) {
        self.items.push(OutlineItem { line, kind });
    }

    /// Adds a heading.
    pub(super) fn heading(&mut self, line: usize, level: u8, title: &str) {
        let title = title.to_owned();
        self.push(line, ItemKind::Heading { level, title });
    }

    /// Adds a question.
    pub(super) fn question(&mut self, line: usize, question: &str) {
        self.push(line, ItemKind::Question(question.to_owned()));
    }

    /// Notes that something could not be taken as it was.
    pub(super) fn note(&mut self, line: usize, message: impl Into<String>) {
        self.notes.push((line, message.into()));
    }

    /// Takes the film's title, year and source from named values.
    pub(super) fn take_film(&mut self, data: &Datum) {
        let text = |names: &[&str]| data.get(names).and_then(Datum::text).map(str::to_owned);
        self.title = self
            .title
            .take()
            .or_else(|| text(&["film", "movie", "title"]));
        self.year = self.year.or_else(|| titles::year(&text(&["year"])?));
        self.source = self.source.take().or_else(|| text(&["source", "url"]));
    }

    /// Adds all pieces of another outline, `lines` further down.
    pub(super) fn append(&mut self, other: Self, lines: usize) {
        let items = other.items.into_iter();
        self.items.extend(items.map(|item| OutlineItem {
            line: item.line + lines,
            ..item
        }));
        let notes = other.notes.into_iter();
        self.notes
            .extend(notes.map(|(line, message)| (line + lines, message)));
        self.title = self.title.take().or(other.title);
        self.year = self.year.or(other.year);
        self.source = self.source.take().or(other.source);
    }
}

/// Returns an outline as lines: `#` for headings, `?` for questions, texts as they are, each behind its line.
#[cfg(test)]
pub(super) fn told(outline: &Outline) -> String {
    let items = outline.items.iter().map(|item| match &item.kind {
        ItemKind::Heading { level, title } => {
            format!("{} {} {title}", item.line, "#".repeat((*level).into()))
        }
        ItemKind::Question(question) => format!("{} ? {question}", item.line),
        ItemKind::Phrasings(ask) => format!("{} | {}", item.line, ask.join(" | ")),
        ItemKind::Text(text) => format!("{} {text}", item.line),
    });
    items.collect::<Vec<_>>().join("\n")
}
