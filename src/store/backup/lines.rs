//! A backup as lines of JSON: a head with the version of the form, a record a line, and an end with their number, so that
//! a file which lost its end is known.
//!
//! Ids are numbers or the words that guides have; days are written as `2026-01-31`; what is not set is left out.

use serde::{Deserialize, Serialize};

use super::json::{
    EditLine, EntryCountLine, GuideLine, PhrasingLine, QuestionCountLine, QuestionLine,
    RevisionLine, SettingsLine, TrialLine,
};
use super::record::BackupRecord;
use crate::store::error::StoreError;

/// The version of the form that this program writes. Older ones are read too.
const BACKUP_VERSION: u32 = 1;

/// A line of a backup.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LineJson {
    /// The first line.
    FrontrowBackup {
        version: u32,
    },
    Settings(Box<SettingsLine>),
    Question(Box<QuestionLine>),
    Phrasing(PhrasingLine),
    Edit(EditLine),
    Revision(RevisionLine),
    Trial(TrialLine),
    QuestionCount(QuestionCountLine),
    EntryCount(EntryCountLine),
    Guide(GuideLine),
    /// The last line.
    End {
        records: u64,
    },
}

/// Returns the first line, without a line break.
pub fn backup_head() -> Result<String, StoreError> {
    written(&LineJson::FrontrowBackup {
        version: BACKUP_VERSION,
    })
}

/// Returns the line of a record.
pub fn backup_line(record: &BackupRecord) -> Result<String, StoreError> {
    written(&match record {
        BackupRecord::Settings(record) => LineJson::Settings(Box::new(SettingsLine::of(record))),
        BackupRecord::Question(record) => LineJson::Question(Box::new(QuestionLine::of(record))),
        BackupRecord::Phrasing(record) => LineJson::Phrasing(PhrasingLine::of(record)),
        BackupRecord::Edit(record) => LineJson::Edit(EditLine::of(record)),
        BackupRecord::Revision(key, revision) => {
            LineJson::Revision(RevisionLine::of(key, *revision))
        }
        BackupRecord::Trial(record) => LineJson::Trial(TrialLine::of(record)),
        BackupRecord::QuestionCount(key, counts) => {
            LineJson::QuestionCount(QuestionCountLine::of(key, *counts))
        }
        BackupRecord::EntryCount(key, counts) => {
            LineJson::EntryCount(EntryCountLine::of(key, *counts))
        }
        BackupRecord::Guide(copy) => LineJson::Guide(GuideLine::of(copy)),
    })
}

/// Returns the last line.
pub fn backup_end(records: u64) -> Result<String, StoreError> {
    written(&LineJson::End { records })
}

fn written(line: &LineJson) -> Result<String, StoreError> {
    let written = serde_json::to_string(line);
    written.map_err(|error| StoreError::Broken(format!("a record cannot be written: {error}")))
}

/// Reads a backup line by line.
#[derive(Debug, Default)]
pub struct BackupReader {
    /// The number of lines so far.
    n_lines: u64,
    /// The number of records so far.
    n_records: u64,
    is_over: bool,
}

impl BackupReader {
    /// Reads the next line and returns its record; `None` for the first and the last one.
    ///
    /// # Errors
    /// Returns what is wrong with it.
    pub fn read(&mut self, line: &str) -> Result<Option<BackupRecord>, StoreError> {
        self.n_lines += 1;
        let parsed: Result<LineJson, _> = serde_json::from_str(line);
        let parsed = match parsed {
            Ok(line) => line,
            Err(_) if self.n_lines == 1 => return Err(self.wrong("is no backup of frontrow")),
            Err(error) => return Err(self.wrong(&format!("makes no sense: {error}"))),
        };
        match (parsed, self.n_lines) {
            (LineJson::FrontrowBackup { version }, 1) if version <= BACKUP_VERSION => Ok(None),
            (LineJson::FrontrowBackup { version }, 1) => Err(self.wrong(&format!(
                "says that a newer frontrow made it (version {version}, this program reads {BACKUP_VERSION}): restore it \
                 with that one"
            ))),
            (_, 1) => Err(self.wrong("is no backup of frontrow")),
            (_, _) if self.is_over => Err(self.wrong("comes after the end")),
            (LineJson::End { records }, _) if records == self.n_records => {
                self.is_over = true;
                Ok(None)
            }
            (LineJson::End { records }, _) => Err(self.wrong(&format!(
                "says that there are {records} records, and {} came before it",
                self.n_records
            ))),
            (line, _) => {
                let record = record(line).map_err(|why| self.wrong(&why))?;
                self.n_records += 1;
                Ok(Some(record))
            }
        }
    }

    /// Returns whether the last line came.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    fn wrong(&self, why: &str) -> StoreError {
        StoreError::Backup(format!("line {} {why}", self.n_lines))
    }
}

fn record(line: LineJson) -> Result<BackupRecord, String> {
    Ok(match line {
        LineJson::Settings(line) => BackupRecord::Settings(line.record()?),
        LineJson::Question(line) => BackupRecord::Question(line.record()?),
        LineJson::Phrasing(line) => BackupRecord::Phrasing(line.record()?),
        LineJson::Edit(line) => BackupRecord::Edit(line.record()?),
        LineJson::Revision(line) => {
            let (key, revision) = line.record()?;
            BackupRecord::Revision(key, revision)
        }
        LineJson::Trial(line) => BackupRecord::Trial(line.record()?),
        LineJson::QuestionCount(line) => {
            let (key, counts) = line.record()?;
            BackupRecord::QuestionCount(key, counts)
        }
        LineJson::EntryCount(line) => {
            let (key, counts) = line.record()?;
            BackupRecord::EntryCount(key, counts)
        }
        LineJson::Guide(line) => BackupRecord::Guide(line.record()?),
        LineJson::FrontrowBackup { .. } | LineJson::End { .. } => {
            return Err("stands in the wrong place".to_owned());
        }
    })
}
