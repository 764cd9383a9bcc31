//! The records as they lie in memory.

use std::collections::BTreeMap;

use crate::guide::{FilmId, ServerId};
use crate::store::records::{
    Edit, EditId, EditKey, EntryCountKey, EntryCounts, GuideCopy, MetaValue, NewPhrasing,
    OpenQuestion, PhrasingId, ProcessId, ProcessRecord, QuestionCountKey, QuestionCounts,
    QuestionId, ReloadAnswer, ReloadId, ReloadRequest, Revision, ServerSettings, TrialAnswer,
    TrialId,
};

/// All records, by their keys.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) settings: BTreeMap<ServerId, ServerSettings>,
    pub(super) questions: BTreeMap<QuestionId, OpenQuestion>,
    pub(super) question_keys: BTreeMap<(ServerId, Option<FilmId>, String), QuestionId>,
    pub(super) phrasings: BTreeMap<PhrasingId, NewPhrasing>,
    pub(super) edits: BTreeMap<EditId, Edit>,
    pub(super) revisions: BTreeMap<EditKey, Revision>,
    pub(super) trials: BTreeMap<TrialId, TrialAnswer>,
    pub(super) question_counts: BTreeMap<QuestionCountKey, QuestionCounts>,
    pub(super) entry_counts: BTreeMap<EntryCountKey, EntryCounts>,
    pub(super) meta: BTreeMap<String, MetaValue>,
    pub(super) guides: BTreeMap<FilmId, GuideCopy>,
    pub(super) processes: BTreeMap<ProcessId, ProcessRecord>,
    pub(super) reloads: BTreeMap<ReloadId, ReloadRequest>,
    pub(super) reload_answers: BTreeMap<(ReloadId, ProcessId), ReloadAnswer>,
    /// The last number that was given to a record.
    last_id: i64,
}

impl Tables {
    /// Returns a number that no record has had.
    pub(super) fn next_id(&mut self) -> i64 {
        self.last_id += 1;
        self.last_id
    }

    /// Notes that a record has this number.
    pub(super) fn has_id(&mut self, id: i64) {
        self.last_id = self.last_id.max(id);
    }

    /// Adds an open question under its key.
    pub(super) fn insert_question(&mut self, question: OpenQuestion) {
        let key = (question.server, question.film.clone(), question.key.clone());
        self.has_id(question.id.0);
        self.question_keys.insert(key, question.id);
        self.questions.insert(question.id, question);
    }

    /// Removes an open question of a server.
    pub(super) fn remove_question(
        &mut self,
        server: ServerId,
        id: QuestionId,
    ) -> Option<OpenQuestion> {
        self.question(server, id)?;
        let removed = self.questions.remove(&id)?;
        let key = (server, removed.film.clone(), removed.key.clone());
        self.question_keys.remove(&key);
        Some(removed)
    }

    /// Returns an open question of a server.
    pub(super) fn question(
        &mut self,
        server: ServerId,
        id: QuestionId,
    ) -> Option<&mut OpenQuestion> {
        let found = self.questions.get_mut(&id);
        found.filter(|question| question.server == server)
    }

    /// Returns whether there are records of the kinds that a backup has.
    pub(super) fn is_empty(&self) -> bool {
        self.settings.is_empty()
            && self.questions.is_empty()
            && self.phrasings.is_empty()
            && self.edits.is_empty()
            && self.revisions.is_empty()
            && self.trials.is_empty()
            && self.question_counts.is_empty()
            && self.entry_counts.is_empty()
            && self.guides.is_empty()
    }

    /// Takes over the records of a backup in place of its own, and keeps the rest.
    pub(super) fn take_over(&mut self, restored: Self) {
        let own = std::mem::replace(self, restored);
        self.has_id(own.last_id);
        self.meta = own.meta;
        self.processes = own.processes;
        self.reloads = own.reloads;
        self.reload_answers = own.reload_answers;
    }
}
