//! A guide as its file has it: every value with its place, nothing judged yet, anything may be missing.
//!
//! `parse` makes drafts, `validate` judges them, and `build` turns sound ones into guides.

use std::ops::Range;

use crate::guide::{Date, Fact};
use crate::markup::RichText;

/// The bytes of the file that a value is written in.
pub(super) type Span = Range<usize>;

/// A value and where it is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Located<T> {
    /// The value.
    pub(super) value: T,
    /// The place where it is written, quotes included.
    pub(super) span: Span,
}

/// A string and where it is written.
pub(super) type Text = Located<String>;

/// A guide file.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The file, as an index into the sources.
    pub(super) file: usize,
    /// `[film]`.
    pub(super) film: DraftFilm,
    /// Each `[[section]]`.
    pub(super) sections: Vec<DraftSection>,
    /// Each `[[faq]]`.
    pub(super) faqs: Vec<DraftEntry>,
    /// Each `[[check]]`.
    pub(super) checks: Vec<DraftCheck>,
    /// True if entries may have got lost under unknown keys or in syntax errors that no table could be told for:
    /// then an id that nobody has is no news.
    pub(super) may_lack_entries: bool,
}

/// The table `[film]`.
#[derive(Debug, Default)]
pub(super) struct DraftFilm {
    /// True if facts may have got lost in a syntax error.
    pub(super) may_lack_facts: bool,
    /// `title`.
    pub(super) title: Option<Text>,
    /// `year`.
    pub(super) year: Option<Located<i64>>,
    /// `note`.
    pub(super) note: Option<Text>,
    /// `also`.
    pub(super) also: Vec<Text>,
    /// The facts, in the order of their table.
    pub(super) facts: Vec<(&'static Fact, DraftValue)>,
    /// `[film.ask]`: ways of asking for facts, in the order of their table.
    pub(super) ask: Vec<(&'static Fact, Vec<Text>)>,
    /// `source`.
    pub(super) source: Option<Text>,
    /// `reviewed`.
    pub(super) reviewed: Option<Located<Date>>,
}

/// The value of a fact.
#[derive(Debug)]
pub(super) enum DraftValue {
    /// Names or parts of a sentence.
    List(Vec<Text>),
    /// The lines of the cast.
    Cast(Vec<DraftRole>),
    /// A number of minutes.
    Minutes(Located<i64>),
    /// One text.
    Text(Text),
}

/// One line of the cast.
#[derive(Debug)]
pub(super) struct DraftRole {
    /// `actor`.
    pub(super) actor: Option<Text>,
    /// `role`, which may be absent.
    pub(super) role: Option<Text>,
}

/// A table `[[section]]`.
#[derive(Debug)]
pub(super) struct DraftSection {
    /// The parts that an entry has too; `text` and `ask` where the section is one text.
    pub(super) own: DraftEntry,
    /// Each `[[section.entry]]`.
    pub(super) entries: Vec<DraftEntry>,
}

/// The kind of table that an entry is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// `[[section]]`.
    Section,
    /// `[[section.entry]]`.
    Entry,
    /// `[[faq]]`, where the title is called `question` and the text `answer`.
    Faq,
}

/// The parts that `[[section]]`, `[[section.entry]]` and `[[faq]]` have in common.
#[derive(Debug)]
pub(super) struct DraftEntry {
    /// The one of the three that it is.
    pub(super) block: Block,
    /// Its header, `[[…]]`.
    pub(super) span: Span,
    /// True if parts may have got lost in a syntax error: then a lack of them is no news.
    pub(super) may_lack_parts: bool,
    /// `id`.
    pub(super) id: Option<Text>,
    /// `title` or `question`.
    pub(super) title: Option<Text>,
    /// `text` or `answer`.
    pub(super) text: Option<Text>,
    /// The same as a tree, without white space at its end; its places are those of the value.
    pub(super) tree: RichText,
    /// `ask`.
    pub(super) ask: Vec<Text>,
    /// `topic`.
    pub(super) topics: Vec<Text>,
    /// `spoiler`.
    pub(super) spoiler: Option<Text>,
    /// `also_id`.
    pub(super) also_id: Vec<Text>,
    /// A FAQ's `section`.
    pub(super) section: Option<Text>,
    /// A FAQ's `sums_up`.
    pub(super) sums_up: Option<Text>,
}

/// A table `[[check]]`.
#[derive(Debug)]
pub(super) struct DraftCheck {
    /// `ask`.
    pub(super) ask: Option<Text>,
    /// `answer`: ids, or the single word "none".
    pub(super) answer: Vec<Text>,
}

/// The word for "no answer" in a check.
pub(super) const NO_ANSWER: &str = "none";

impl Block {
    /// Returns how the table's header is written.
    pub(super) fn header(self) -> &'static str {
        match self {
            Self::Section => "[[section]]",
            Self::Entry => "[[section.entry]]",
            Self::Faq => "[[faq]]",
        }
    }

    /// Returns the key of the heading.
    pub(super) fn title_key(self) -> &'static str {
        match self {
            Self::Section | Self::Entry => "title",
            Self::Faq => "question",
        }
    }

    /// Returns the key of the text.
    pub(super) fn text_key(self) -> &'static str {
        match self {
            Self::Section | Self::Entry => "text",
            Self::Faq => "answer",
        }
    }
}

impl DraftSection {
    /// Returns whether the section has a text of its own.
    pub(super) fn is_one_text(&self) -> bool {
        self.own.text.is_some()
    }
}

impl Draft {
    /// Returns everything that has a title, sections included, in the order of the file's parts.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &DraftEntry> {
        let sections = self.sections.iter();
        sections
            .flat_map(|section| std::iter::once(&section.own).chain(&section.entries))
            .chain(&self.faqs)
    }

    /// Returns everything that can answer: entries, sections of one text, FAQs.
    pub(super) fn entries(&self) -> impl Iterator<Item = &DraftEntry> {
        let sections = self.sections.iter();
        sections
            .flat_map(|section| {
                let own = section.is_one_text() && section.entries.is_empty();
                own.then_some(&section.own)
                    .into_iter()
                    .chain(&section.entries)
            })
            .chain(&self.faqs)
    }
}

impl DraftFilm {
    /// Returns every string of the film that people get to read.
    pub(super) fn strings(&self) -> impl Iterator<Item = &Text> {
        let facts = self.facts.iter().flat_map(|(_, value)| value.strings());
        let names = self.title.iter().chain(&self.note).chain(&self.also);
        names.chain(facts)
    }
}

impl DraftValue {
    /// Returns where its parts are written.
    pub(super) fn places(&self) -> Vec<&Span> {
        match self {
            Self::Minutes(minutes) => vec![&minutes.span],
            _ => self.strings().iter().map(|text| &text.span).collect(),
        }
    }

    fn strings(&self) -> Vec<&Text> {
        match self {
            Self::List(texts) => texts.iter().collect(),
            Self::Cast(members) => {
                let names = members.iter();
                let names = names.flat_map(|member| [&member.actor, &member.role]);
                names.flatten().collect()
            }
            Self::Minutes(_) => Vec::new(),
            Self::Text(text) => vec![text],
        }
    }
}
