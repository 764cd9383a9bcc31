//! The records that are kept, in our own words: plain data that no database shows in.

mod counts;
mod day;
mod edits;
mod meta;
mod phrasings;
mod processes;
mod questions;
mod scope;
mod settings;
mod trials;

pub use counts::{
    EntryCountKey, EntryCounts, FilmCounts, QuestionCountKey, QuestionCounts, TopBy, TopEntry,
    TopQuery,
};
pub use day::{Day, DayError, unix_now};
pub use edits::{Edit, EditId, EditKey, EditState, HISTORY, NewEdit, Revision};
pub use meta::{GuideCopy, MetaValue};
pub use phrasings::{NewPhrasing, PhrasingId, TaughtPhrasing};
pub use processes::{
    ProcessId, ProcessRecord, ReloadAnswer, ReloadId, ReloadProgress, ReloadRequest,
};
pub use questions::{
    Ending, FilmEntry, MAX_LISTED, MAX_QUESTION_TEXT, NewQuestion, OpenQuestion, QuestionId,
    QuestionPage, QuestionQuery,
};
pub use scope::Scope;
pub use settings::{ChannelMode, ChannelSettings, ChannelSpoilers, ServerSettings, SettingsRecord};
pub use trials::{NewTrialAnswer, TrialAnswer, TrialId, TrialPage, TrialQuery, Verdict};

pub(in crate::store) use questions::kept_text;
