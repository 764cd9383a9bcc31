//! The records of a backup.

use crate::store::records::{
    Edit, EditKey, EntryCountKey, EntryCounts, GuideCopy, OpenQuestion, QuestionCountKey,
    QuestionCounts, Revision, SettingsRecord, TaughtPhrasing, TrialAnswer,
};

/// A record of a backup.
#[derive(Clone, Debug, PartialEq)]
pub enum BackupRecord {
    /// The settings of a server.
    Settings(SettingsRecord),
    /// An open question.
    Question(OpenQuestion),
    /// A taught phrasing.
    Phrasing(TaughtPhrasing),
    /// An edit.
    Edit(Edit),
    /// The revision of what edits touch.
    Revision(EditKey, Revision),
    /// A trial answer.
    Trial(TrialAnswer),
    /// Questions of a day.
    QuestionCount(QuestionCountKey, QuestionCounts),
    /// The uses of an entry on a day.
    EntryCount(EntryCountKey, EntryCounts),
    /// A copy of a guide.
    Guide(GuideCopy),
}

/// The way in which a backup is restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreMode {
    /// Only where no records are.
    IntoEmpty,
    /// In place of all records that are there.
    Replace,
}
