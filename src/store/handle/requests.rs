//! Requests to the store, each with a time limit.

use std::sync::Arc;

use super::StoreHandle;
use super::keeper;
use super::shared::random;
use crate::guide::{FilmId, ServerId};
use crate::store::api::Store;
use crate::store::error::StoreError;
use crate::store::records::{
    Day, Edit, EditId, EditKey, FilmCounts, GuideCopy, MetaValue, OpenQuestion, QuestionId,
    QuestionPage, QuestionQuery, ReloadAnswer, ReloadId, ReloadProgress, ReloadRequest, Revision,
    Scope, TopEntry, TopQuery, TrialPage, TrialQuery, unix_now,
};
use crate::store::write::Write;

impl StoreHandle {
    /// Returns a page of open questions.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn open_questions(&self, query: QuestionQuery) -> Result<QuestionPage, StoreError> {
        self.ask(move |store| async move { store.open_questions(&query).await })
            .await
    }

    /// Returns an open question of a server.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn open_question(
        &self,
        server: ServerId,
        id: QuestionId,
    ) -> Result<Option<OpenQuestion>, StoreError> {
        self.ask(move |store| async move { store.open_question(server, id).await })
            .await
    }

    /// Returns an edit of a server's guides, or of the guides of all.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn edit(
        &self,
        server: Option<ServerId>,
        id: EditId,
    ) -> Result<Option<Edit>, StoreError> {
        self.ask(move |store| async move { store.edit(server, id).await })
            .await
    }

    /// Returns the last edits of a film, the latest first.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn edit_history(
        &self,
        server: Option<ServerId>,
        film: FilmId,
    ) -> Result<Vec<Edit>, StoreError> {
        self.ask(move |store| async move { store.edit_history(server, &film).await })
            .await
    }

    /// Returns the revision that an edit has to be made from now.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn revision(&self, key: EditKey) -> Result<Revision, StoreError> {
        self.ask(move |store| async move { store.revision(&key).await })
            .await
    }

    /// Returns a page of trial answers, with the sums of all.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn trial_answers(&self, query: TrialQuery) -> Result<TrialPage, StoreError> {
        self.ask(move |store| async move { store.trial_answers(&query).await })
            .await
    }

    /// Returns the questions since a day, by film.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn question_counts(
        &self,
        scope: Scope,
        since: Day,
    ) -> Result<Vec<FilmCounts>, StoreError> {
        self.ask(move |store| async move { store.question_counts(scope, since).await })
            .await
    }

    /// Returns the entries that were of most use.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn top_entries(&self, query: TopQuery) -> Result<Vec<TopEntry>, StoreError> {
        self.ask(move |store| async move { store.top_entries(&query).await })
            .await
    }

    /// Returns what the program keeps under a name.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn meta(&self, name: String) -> Result<Option<MetaValue>, StoreError> {
        self.ask(move |store| async move { store.meta(&name).await })
            .await
    }

    /// Returns the names that begin with `prefix`, sorted.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn meta_names(&self, prefix: String) -> Result<Vec<String>, StoreError> {
        self.ask(move |store| async move { store.meta_names(&prefix).await })
            .await
    }

    /// Returns the copies of all guides, by film.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn guide_copies(&self) -> Result<Vec<GuideCopy>, StoreError> {
        self.ask(move |store| async move { store.guide_copies().await })
            .await
    }

    /// Asks all processes to reload their guides. Each one, this one too, hears of it among the changes, and answers with
    /// [`Self::answer_reload`].
    ///
    /// # Errors
    /// Returns why nobody was asked.
    pub async fn request_reload(&self, server: Option<ServerId>) -> Result<ReloadId, StoreError> {
        let request = ReloadRequest {
            id: ReloadId(random()),
            by: self.process(),
            server,
            asked_at: unix_now(),
        };
        self.write(Write::RequestReload(request)).await?;
        Ok(request.id)
    }

    /// Says how this process reloaded: whether it took all guides over, and a number that is the same wherever the guides
    /// are. The answer is handed over.
    pub fn answer_reload(&self, reload: ReloadId, is_whole: bool, fingerprint: u64) {
        self.record(Write::AnswerReload(ReloadAnswer {
            reload,
            process: self.process(),
            is_whole,
            fingerprint,
        }));
    }

    /// Returns how many processes there are, and those that have reloaded so far.
    ///
    /// # Errors
    /// Returns why there is no answer.
    pub async fn reload_progress(&self, reload: ReloadId) -> Result<ReloadProgress, StoreError> {
        let since = keeper::alive_since(self.shared());
        let request = move |store: Arc<dyn Store>| async move {
            let alive = store.processes(since).await?;
            let answers = store.reload_answers(reload).await?;
            Ok((alive, answers))
        };
        let (alive, answers) = self.ask(request).await?;
        // One in memory has no signs of life, and whoever answered was alive a moment ago.
        let n_processes = alive.len().max(answers.len()).max(1);
        Ok(ReloadProgress {
            n_processes,
            answers,
        })
    }
}
