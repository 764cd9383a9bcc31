//! Trial answers: what the bot would have answered in a channel that tries it out.

use super::Day;
use super::questions::FilmEntry;
use crate::guide::{ChannelId, ServerId};

/// The number by which buttons name a trial answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TrialId(pub i64);

/// An answer that was not given.
#[derive(Clone, Debug, PartialEq)]
pub struct TrialAnswer {
    /// Its number.
    pub id: TrialId,
    /// The answer that would have been given.
    pub answer: NewTrialAnswer,
    /// The judgement of a moderator, once there is one.
    pub verdict: Option<Verdict>,
}

/// An answer to note instead of giving it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewTrialAnswer {
    /// The server.
    pub server: ServerId,
    /// The channel that tries the bot out.
    pub channel: ChannelId,
    /// The question, redacted by the caller; it is cut as the text of an open question is.
    pub text: String,
    /// The entry that would have answered.
    pub entry: FilmEntry,
    /// The confidence, 0 to 1.
    pub confidence: f32,
    /// The day.
    pub day: Day,
}

/// The judgement on an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It would have been right.
    Right,
    /// It would have been wrong.
    Wrong,
}

/// A page of trial answers, the latest first, with the sums of all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrialPage {
    /// The answers of the page.
    pub answers: Vec<TrialAnswer>,
    /// The number of answers on all pages.
    pub total: u64,
    /// The number of those that were judged right.
    pub right: u64,
    /// The number of those that were judged wrong.
    pub wrong: u64,
}

/// The trial answers to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrialQuery {
    /// The server.
    pub server: ServerId,
    /// The only channel that matters, where there is one.
    pub channel: Option<ChannelId>,
    /// True to list only those without a judgement; the sums are of all.
    pub unjudged_only: bool,
    /// The page, from 0.
    pub page: u32,
    /// The number of answers on a page.
    pub per_page: u32,
}

impl Verdict {
    /// Every one of them.
    pub const ALL: [Self; 2] = [Self::Right, Self::Wrong];

    /// Returns the word that it is stored as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
        }
    }

    /// Returns the verdict that is stored as `word`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }
}
