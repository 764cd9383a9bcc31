//! The records of a backup as JSON has them. Whatever changes here changes the version of the form.

mod asked;
mod counts;
mod edits;
mod settings;
mod values;

pub(super) use asked::{PhrasingLine, QuestionLine, TrialLine};
pub(super) use counts::{EntryCountLine, QuestionCountLine};
pub(super) use edits::{EditLine, GuideLine, RevisionLine};
pub(super) use settings::SettingsLine;
