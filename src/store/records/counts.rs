//! Counts by day: how many questions a server's people asked and how they ended, and which entries were of use.

use std::ops::AddAssign;

use super::Day;
use super::questions::FilmEntry;
use super::scope::Scope;
use crate::guide::{FilmId, ServerId};

/// The thing that questions are counted by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuestionCountKey {
    /// The day.
    pub day: Day,
    /// The server; `None` outside of servers.
    pub server: Option<ServerId>,
    /// The film, where that was known.
    pub film: Option<FilmId>,
}

/// The thing that an entry's uses are counted by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryCountKey {
    /// The day.
    pub day: Day,
    /// The server; `None` outside of servers.
    pub server: Option<ServerId>,
    /// The entry.
    pub entry: FilmEntry,
}

/// The number of questions by how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuestionCounts {
    /// Those that were answered.
    pub answered: u64,
    /// Those that got suggestions.
    pub offered: u64,
    /// Those that got neither.
    pub unknown: u64,
}

/// The uses of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntryCounts {
    /// The number of times that it was the answer.
    pub shown: u64,
    /// The number of times that it was chosen among suggestions.
    pub pressed: u64,
    /// The number of times that somebody pressed "Not what I asked" below it.
    pub disliked: u64,
}

/// The questions about one film, or about none that was known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilmCounts {
    /// The film.
    pub film: Option<FilmId>,
    /// The sums.
    pub counts: QuestionCounts,
}

/// The uses of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopEntry {
    /// The entry.
    pub entry: FilmEntry,
    /// The sums.
    pub counts: EntryCounts,
}

/// The entries to list, those with the largest sum first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopQuery {
    /// The servers.
    pub scope: Scope,
    /// The only film that matters, where there is one.
    pub film: Option<FilmId>,
    /// The first day that counts.
    pub since: Day,
    /// The sum that they are sorted by; entries without any are left out.
    pub by: TopBy,
    /// The largest number of entries.
    pub limit: u32,
}

/// The sum that entries are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopBy {
    /// Shown and pressed together.
    Used,
    /// Disliked.
    Disliked,
}

impl AddAssign for QuestionCounts {
    fn add_assign(&mut self, more: Self) {
        self.answered += more.answered;
        self.offered += more.offered;
        self.unknown += more.unknown;
    }
}

impl AddAssign for EntryCounts {
    fn add_assign(&mut self, more: Self) {
        self.shown += more.shown;
        self.pressed += more.pressed;
        self.disliked += more.disliked;
    }
}
