//! A store in memory, for the terminal and for tests: it forgets everything at the end.

mod backups;
mod purging;
mod reads;
mod tables;
mod writes;

use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::sync::{broadcast, mpsc};

use super::api::Store;
use super::backup::{BackupRecord, RestoreMode, not_empty, not_whole};
use super::change::{Change, announcements};
use super::error::StoreError;
use super::records::{
    Day, Edit, EditId, EditKey, FilmCounts, GuideCopy, MetaValue, OpenQuestion, ProcessRecord,
    QuestionId, QuestionPage, QuestionQuery, ReloadAnswer, ReloadId, ReloadRequest, Revision,
    Scope, SettingsRecord, TaughtPhrasing, TopEntry, TopQuery, TrialPage, TrialQuery,
};
use super::write::{Purge, Write, Written};
use crate::guide::{FilmId, ServerId};
use tables::Tables;

/// A store in memory.
#[derive(Debug)]
pub struct MemoryStore {
    tables: Mutex<Tables>,
    changes: broadcast::Sender<Change>,
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self {
            tables: Mutex::default(),
            changes: announcements(),
        }
    }
}

impl MemoryStore {
    fn tables(&self) -> MutexGuard<'_, Tables> {
        // Every change of a record is whole before anything could panic.
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn announce(&self, change: Change) {
        // Nobody may be listening.
        let _ = self.changes.send(change);
    }
}

#[async_trait]
impl Store for MemoryStore {
    async fn open(&self) -> Result<(), StoreError> {
        Ok(())
    }

    async fn apply(&self, writes: &[Write]) -> Result<Vec<Written>, StoreError> {
        let mut tables = self.tables();
        let written = writes.iter().map(|write| writes::apply(&mut tables, write));
        let written: Vec<Written> = written.collect();
        drop(tables);
        for change in Change::of_all(writes, &written) {
            self.announce(change);
        }
        Ok(written)
    }

    async fn purge(&self, purge: Purge, limit: u32) -> Result<u64, StoreError> {
        let removed = purging::purge(&mut self.tables(), purge, limit as usize);
        if removed > 0 {
            let changes = Change::of_purge(purge).into_iter();
            changes.for_each(|change| self.announce(change));
        }
        Ok(removed as u64)
    }

    async fn settings(&self, scope: Scope) -> Result<Vec<SettingsRecord>, StoreError> {
        Ok(reads::settings(&self.tables(), scope))
    }

    async fn taught(&self, scope: Scope) -> Result<Vec<TaughtPhrasing>, StoreError> {
        Ok(reads::taught(&self.tables(), scope))
    }

    async fn edits(&self, scope: Scope) -> Result<Vec<Edit>, StoreError> {
        Ok(reads::edits(&self.tables(), scope))
    }

    async fn edit(&self, server: Option<ServerId>, id: EditId) -> Result<Option<Edit>, StoreError> {
        let edit = self.tables().edits.get(&id).cloned();
        Ok(edit.filter(|edit| edit.key.server == server))
    }

    async fn edit_history(
        &self,
        server: Option<ServerId>,
        film: &FilmId,
    ) -> Result<Vec<Edit>, StoreError> {
        Ok(reads::edit_history(&self.tables(), server, film))
    }

    async fn revision(&self, key: &EditKey) -> Result<Revision, StoreError> {
        Ok(self
            .tables()
            .revisions
            .get(key)
            .copied()
            .unwrap_or_default())
    }

    async fn open_questions(&self, query: &QuestionQuery) -> Result<QuestionPage, StoreError> {
        Ok(reads::open_questions(&self.tables(), query))
    }

    async fn open_question(
        &self,
        server: ServerId,
        id: QuestionId,
    ) -> Result<Option<OpenQuestion>, StoreError> {
        Ok(self.tables().question(server, id).cloned())
    }

    async fn trial_answers(&self, query: &TrialQuery) -> Result<TrialPage, StoreError> {
        Ok(reads::trial_answers(&self.tables(), query))
    }

    async fn question_counts(
        &self,
        scope: Scope,
        since: Day,
    ) -> Result<Vec<FilmCounts>, StoreError> {
        Ok(reads::question_counts(&self.tables(), scope, since))
    }

    async fn top_entries(&self, query: &TopQuery) -> Result<Vec<TopEntry>, StoreError> {
        Ok(reads::top_entries(&self.tables(), query))
    }

    async fn meta(&self, name: &str) -> Result<Option<MetaValue>, StoreError> {
        Ok(self.tables().meta.get(name).cloned())
    }

    async fn meta_names(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let tables = self.tables();
        let names = tables.meta.keys().filter(|name| name.starts_with(prefix));
        Ok(names.cloned().collect())
    }

    async fn guide_copies(&self) -> Result<Vec<GuideCopy>, StoreError> {
        Ok(self.tables().guides.values().cloned().collect())
    }

    async fn processes(&self, since: i64) -> Result<Vec<ProcessRecord>, StoreError> {
        let tables = self.tables();
        let alive = tables.processes.values().filter(|one| one.seen_at >= since);
        Ok(alive.cloned().collect())
    }

    async fn reload_requests(&self, since: i64) -> Result<Vec<ReloadRequest>, StoreError> {
        let tables = self.tables();
        let late = tables.reloads.values().filter(|one| one.asked_at >= since);
        let mut late: Vec<ReloadRequest> = late.copied().collect();
        late.sort_by_key(|one| (one.asked_at, one.id));
        Ok(late)
    }

    async fn reload_answers(&self, reload: ReloadId) -> Result<Vec<ReloadAnswer>, StoreError> {
        let tables = self.tables();
        let answers = tables.reload_answers.values();
        Ok(answers
            .filter(|one| one.reload == reload)
            .copied()
            .collect())
    }

    async fn backup(&self, sink: mpsc::Sender<BackupRecord>) -> Result<u64, StoreError> {
        let records = backups::records(&self.tables());
        let n = records.len() as u64;
        for record in records {
            sink.send(record).await.map_err(|_| not_whole())?;
        }
        Ok(n)
    }

    async fn restore(
        &self,
        mut source: mpsc::Receiver<Option<BackupRecord>>,
        mode: RestoreMode,
    ) -> Result<u64, StoreError> {
        if mode == RestoreMode::IntoEmpty && !self.tables().is_empty() {
            return Err(not_empty());
        }
        let (mut restored, mut n) = (Tables::default(), 0);
        while let Some(record) = source.recv().await.ok_or_else(not_whole)? {
            backups::add(&mut restored, record);
            n += 1;
        }
        self.tables().take_over(restored);
        self.announce(Change::All);
        Ok(n)
    }

    fn changes(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    async fn close(&self) {}
}
