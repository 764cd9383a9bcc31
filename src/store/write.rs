//! Everything that can be written, as plain data, so that writes can wait, be batched and be tried again.

use super::records::{
    ChannelSettings, Day, EditId, EditState, EntryCountKey, EntryCounts, GuideCopy, NewEdit,
    NewPhrasing, NewQuestion, NewTrialAnswer, PhrasingId, ProcessId, ProcessRecord,
    QuestionCountKey, QuestionCounts, QuestionId, ReloadAnswer, ReloadRequest, Revision,
    SettingsRecord, TrialId, Verdict,
};
use crate::guide::{ChannelId, ServerId};

/// A write.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// Replaces all settings of a server, those of its channels too. [`Written::Done`].
    SaveSettings(SettingsRecord),
    /// Replaces the settings of one channel. [`Written::Done`].
    SaveChannel {
        /// The server.
        server: ServerId,
        /// The channel.
        channel: ChannelId,
        /// Its settings.
        settings: ChannelSettings,
    },
    /// Records that a question stayed open: once more where there is one of the same server, film and key.
    /// [`Written::Question`].
    RecordQuestion {
        /// The question.
        question: NewQuestion,
        /// The question of the same server that it counts for instead, as long as that is still there.
        into: Option<QuestionId>,
    },
    /// Adds the count of one question to another and deletes the first. [`Written::Question`] or [`Written::Missing`].
    MergeQuestions {
        /// The server of both.
        server: ServerId,
        /// The question to delete.
        from: QuestionId,
        /// The question that stays.
        into: QuestionId,
    },
    /// Hides a question from moderators, or shows it again. [`Written::Done`] or [`Written::Missing`].
    IgnoreQuestion {
        /// The server.
        server: ServerId,
        /// The question.
        id: QuestionId,
        /// True to hide it.
        is_ignored: bool,
    },
    /// Deletes a question. [`Written::Done`] or [`Written::Missing`].
    DeleteQuestion {
        /// The server.
        server: ServerId,
        /// The question.
        id: QuestionId,
    },
    /// Deletes what somebody asked: open questions with the key, and trial answers with the text. [`Written::Removed`].
    ForgetQuestion {
        /// The server; `None` for all.
        server: Option<ServerId>,
        /// The normalized text.
        key: String,
        /// The redacted text.
        text: String,
    },
    /// Teaches a phrasing; one that is there already stays. [`Written::Phrasing`].
    Teach(NewPhrasing),
    /// Removes a taught phrasing. [`Written::Done`] or [`Written::Missing`].
    Unteach {
        /// The server that it holds in; `None` for all.
        server: Option<ServerId>,
        /// The phrasing.
        id: PhrasingId,
    },
    /// Publishes an edit. [`Written::Edit`] or [`Written::Conflict`].
    Publish(NewEdit),
    /// Changes the state of an edit, which makes a new revision of what it touches. [`Written::Edit`], or
    /// [`Written::Missing`] where there is no such edit or it is in that state already.
    ChangeEdit {
        /// The server whose guide it is; `None` for the guide of all.
        server: Option<ServerId>,
        /// The edit.
        id: EditId,
        /// The new state.
        state: EditState,
    },
    /// Notes what would have been answered. [`Written::Trial`].
    RecordTrial(NewTrialAnswer),
    /// Judges such an answer, or takes the judgement back. [`Written::Done`] or [`Written::Missing`].
    JudgeTrial {
        /// The server.
        server: ServerId,
        /// The answer.
        id: TrialId,
        /// The judgement.
        verdict: Option<Verdict>,
    },
    /// Deletes all such answers of a channel. [`Written::Removed`].
    DeleteTrials {
        /// The server.
        server: ServerId,
        /// The channel.
        channel: ChannelId,
    },
    /// Adds to the count of questions. [`Written::Done`].
    CountQuestions(QuestionCountKey, QuestionCounts),
    /// Adds to the count of an entry's uses. [`Written::Done`].
    CountEntry(EntryCountKey, EntryCounts),
    /// Keeps bytes under a name, in place of those before. [`Written::Done`].
    PutMeta {
        /// The name.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// Adds to the number under a name, which begins at 0. [`Written::Number`].
    AddToMeta {
        /// The name.
        name: String,
        /// The number to add.
        n: i64,
    },
    /// Removes what is kept under a name. [`Written::Done`] or [`Written::Missing`].
    RemoveMeta(String),
    /// Keeps a copy of a guide in place of the one before. [`Written::Done`].
    KeepGuide(GuideCopy),
    /// Removes what is known about a process that ended. [`Written::Done`].
    EndProcess(ProcessId),
    /// Notes that a process lives. [`Written::Done`].
    SeeProcess(ProcessRecord),
    /// Asks all processes to reload. [`Written::Done`].
    RequestReload(ReloadRequest),
    /// Answers a reload. [`Written::Done`].
    AnswerReload(ReloadAnswer),
}

/// The outcome of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was carried out.
    Done,
    /// The record that it is about is not there, so nothing was done.
    Missing,
    /// The question counts here.
    Question(QuestionId),
    /// The phrasing is this one.
    Phrasing(PhrasingId),
    /// The edit, and the revision that was made of what it touches.
    Edit(EditId, Revision),
    /// Somebody else made this revision meanwhile, so nothing was done.
    Conflict(Revision),
    /// The trial answer is this one.
    Trial(TrialId),
    /// The number is this one now.
    Number(i64),
    /// So many records were removed.
    Removed(u64),
}

impl Written {
    /// Says that a record was changed, or that there is none.
    pub(super) fn of_rows(n: u64) -> Self {
        match n {
            0 => Self::Missing,
            _ => Self::Done,
        }
    }
}

/// Old or unwanted records, which are removed a bounded number at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purge {
    /// Open questions that were asked last before a day.
    QuestionsBefore(Day),
    /// Trial answers from before a day.
    TrialsBefore(Day),
    /// Counts from before a day.
    CountsBefore(Day),
    /// All open questions of a server.
    QuestionsOf(ServerId),
    /// All records of a server.
    Server(ServerId),
    /// Processes that were not seen since a moment in seconds since 1970, and reloads from before it.
    ProcessesBefore(i64),
}
