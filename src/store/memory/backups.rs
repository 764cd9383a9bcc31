//! Backups of the records in memory.

use super::tables::Tables;
use crate::store::backup::BackupRecord;
use crate::store::records::{SettingsRecord, TaughtPhrasing};

/// Returns all records that a backup has.
pub(super) fn records(tables: &Tables) -> Vec<BackupRecord> {
    let settings = tables.settings.iter().map(|(server, settings)| {
        BackupRecord::Settings(SettingsRecord {
            server: *server,
            settings: settings.clone(),
        })
    });
    let phrasings = tables.phrasings.iter().map(|(id, phrasing)| {
        BackupRecord::Phrasing(TaughtPhrasing {
            id: *id,
            phrasing: phrasing.clone(),
        })
    });
    let revisions = tables.revisions.iter();
    let revisions = revisions.map(|(key, at)| BackupRecord::Revision(key.clone(), *at));
    let asked = tables.question_counts.iter();
    let asked = asked.map(|(key, counts)| BackupRecord::QuestionCount(key.clone(), *counts));
    let used = tables.entry_counts.iter();
    let used = used.map(|(key, counts)| BackupRecord::EntryCount(key.clone(), *counts));
    settings
        .chain(
            tables
                .questions
                .values()
                .cloned()
                .map(BackupRecord::Question),
        )
        .chain(phrasings)
        .chain(tables.edits.values().cloned().map(BackupRecord::Edit))
        .chain(revisions)
        .chain(tables.trials.values().cloned().map(BackupRecord::Trial))
        .chain(asked)
        .chain(used)
        .chain(tables.guides.values().cloned().map(BackupRecord::Guide))
        .collect()
}

/// Adds a record of a backup.
pub(super) fn add(tables: &mut Tables, record: BackupRecord) {
    match record {
        BackupRecord::Settings(record) => {
            tables.settings.insert(record.server, record.settings);
        }
        BackupRecord::Question(question) => tables.insert_question(question),
        BackupRecord::Phrasing(taught) => {
            tables.has_id(taught.id.0);
            tables.phrasings.insert(taught.id, taught.phrasing);
        }
        BackupRecord::Edit(edit) => {
            tables.has_id(edit.id.0);
            tables.edits.insert(edit.id, edit);
        }
        BackupRecord::Revision(key, revision) => {
            tables.revisions.insert(key, revision);
        }
        BackupRecord::Trial(trial) => {
            tables.has_id(trial.id.0);
            tables.trials.insert(trial.id, trial);
        }
        BackupRecord::QuestionCount(key, counts) => {
            *tables.question_counts.entry(key).or_default() += counts;
        }
        BackupRecord::EntryCount(key, counts) => {
            *tables.entry_counts.entry(key).or_default() += counts;
        }
        BackupRecord::Guide(copy) => {
            tables.guides.insert(copy.film.clone(), copy);
        }
    }
}
