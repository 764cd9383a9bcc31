//! Open questions: asked, and not answered. Nothing tells who asked, or in which message or channel.

use super::Day;
use crate::guide::{EntryId, FilmId, ServerId};

/// The longest text of a question that is kept, in characters: enough for a sentence or two that a moderator reads in a
/// list of five. Whatever is longer is cut.
pub const MAX_QUESTION_TEXT: usize = 300;

/// The number of questions up to which a list is counted and can be paged through. Nobody reads two thousand pages, and to
/// count a million takes a database the better part of a second.
pub const MAX_LISTED: u64 = 10_000;

/// The number by which buttons name an open question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuestionId(pub i64);

/// An entry together with its film.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FilmEntry {
    /// The film.
    pub film: FilmId,
    /// The entry of its guide.
    pub entry: EntryId,
}

/// An open question, with all that were asked alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// Its number.
    pub id: QuestionId,
    /// The server that it was asked in.
    pub server: ServerId,
    /// The film that it was about, where that was known.
    pub film: Option<FilmId>,
    /// The text as it was asked first, redacted, at most [`MAX_QUESTION_TEXT`] characters.
    pub text: String,
    /// The normalized text: questions of a server and film with the same key are one.
    pub key: String,
    /// The day when it was asked first.
    pub first: Day,
    /// The day when it was asked last.
    pub last: Day,
    /// The number of times that it was asked.
    pub count: u64,
    /// The entry that came nearest when it was asked last.
    pub nearest: Option<FilmEntry>,
    /// The way in which it stayed open when it was asked last.
    pub ending: Ending,
    /// True if moderators do not want to see it.
    pub is_ignored: bool,
}

/// A question to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewQuestion {
    /// The server that it was asked in.
    pub server: ServerId,
    /// The film that it was about, where that is known.
    pub film: Option<FilmId>,
    /// The text, redacted by the caller; what is longer than [`MAX_QUESTION_TEXT`] characters is cut.
    pub text: String,
    /// The normalized text.
    pub key: String,
    /// The day.
    pub day: Day,
    /// The entry that came nearest.
    pub nearest: Option<FilmEntry>,
    /// The way in which it stayed open.
    pub ending: Ending,
}

/// The way in which a question stayed open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// The guides have no answer.
    Unknown,
    /// Somebody pressed "None of these" below the suggestions.
    NoneOfThese,
    /// Somebody pressed "Not what I asked" below the answer.
    NotAsked,
    /// Nobody pressed any of the suggestions.
    NotPressed,
}

/// The open questions to list: those that were asked most come first, then those that were asked last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionQuery {
    /// The server.
    pub server: ServerId,
    /// The only film that matters, where there is one.
    pub film: Option<FilmId>,
    /// True to list the ignored ones in place of the others.
    pub is_ignored: bool,
    /// The first day on which they may have been asked last.
    pub since: Option<Day>,
    /// The page, from 0.
    pub page: u32,
    /// The number of questions on a page; five fit a message of Discord's with a button each.
    pub per_page: u32,
}

/// A page of open questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionPage {
    /// The questions of the page.
    pub questions: Vec<OpenQuestion>,
    /// The number of questions on all pages, at most [`MAX_LISTED`]: that many means that there may be more.
    pub total: u64,
}

impl QuestionQuery {
    /// The number of questions on a page unless another is set: each has its text and a row of buttons in a message, and
    /// Discord takes five rows.
    pub const PER_PAGE: u32 = 5;

    /// Lists a page of a server's questions, the ignored ones left out.
    pub fn new(server: ServerId, page: u32) -> Self {
        Self {
            server,
            film: None,
            is_ignored: false,
            since: None,
            page,
            per_page: Self::PER_PAGE,
        }
    }
}

impl Ending {
    /// Every one of them.
    pub const ALL: [Self; 4] = [
        Self::Unknown,
        Self::NoneOfThese,
        Self::NotAsked,
        Self::NotPressed,
    ];

    /// Returns the word that it is stored as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::NoneOfThese => "none_of_these",
            Self::NotAsked => "not_asked",
            Self::NotPressed => "not_pressed",
        }
    }

    /// Returns the ending that is stored as `word`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.as_str() == word)
    }
}

/// Cuts a text of somebody's to what is kept of it.
pub(in crate::store) fn kept_text(text: &str) -> &str {
    match text.char_indices().nth(MAX_QUESTION_TEXT) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}
