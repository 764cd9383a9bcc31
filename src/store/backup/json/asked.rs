//! Open questions, taught phrasings and trial answers in a backup.

use serde::{Deserialize, Serialize};

use super::values::{FilmEntryLine, day, film, is_false, optional_film, optional_word, text, word};
use crate::guide::{ChannelId, EntryId, ServerId};
use crate::store::records::{
    Ending, NewPhrasing, NewTrialAnswer, OpenQuestion, PhrasingId, QuestionId, TaughtPhrasing,
    TrialAnswer, TrialId, Verdict,
};

/// An open question.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::backup) struct QuestionLine {
    id: i64,
    server: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    film: Option<String>,
    text: String,
    key: String,
    first: String,
    last: String,
    count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<FilmEntryLine>,
    ending: String,
    #[serde(default, skip_serializing_if = "is_false")]
    is_ignored: bool,
}

/// A taught phrasing.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::backup) struct PhrasingLine {
    id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    server: Option<u64>,
    film: String,
    entry: String,
    text: String,
    day: String,
}

/// A trial answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store::backup) struct TrialLine {
    id: i64,
    server: u64,
    channel: u64,
    text: String,
    entry: FilmEntryLine,
    confidence: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<String>,
    day: String,
}

impl QuestionLine {
    pub(in crate::store::backup) fn of(question: &OpenQuestion) -> Self {
        Self {
            id: question.id.0,
            server: question.server.0,
            film: text(question.film.as_ref()),
            text: question.text.clone(),
            key: question.key.clone(),
            first: question.first.to_string(),
            last: question.last.to_string(),
            count: question.count,
            nearest: question.nearest.as_ref().map(FilmEntryLine::of),
            ending: question.ending.as_str().to_owned(),
            is_ignored: question.is_ignored,
        }
    }

    pub(in crate::store::backup) fn record(self) -> Result<OpenQuestion, String> {
        Ok(OpenQuestion {
            id: QuestionId(self.id),
            server: ServerId(self.server),
            film: optional_film(self.film.as_ref())?,
            text: self.text,
            key: self.key,
            first: day(&self.first)?,
            last: day(&self.last)?,
            count: self.count,
            nearest: self.nearest.map(FilmEntryLine::record).transpose()?,
            ending: word(&self.ending, Ending::parse)?,
            is_ignored: self.is_ignored,
        })
    }
}

impl PhrasingLine {
    pub(in crate::store::backup) fn of(taught: &TaughtPhrasing) -> Self {
        let TaughtPhrasing { id, phrasing } = taught;
        Self {
            id: id.0,
            server: phrasing.server.map(|server| server.0),
            film: phrasing.film.to_string(),
            entry: phrasing.entry.to_string(),
            text: phrasing.text.clone(),
            day: phrasing.day.to_string(),
        }
    }

    pub(in crate::store::backup) fn record(self) -> Result<TaughtPhrasing, String> {
        let phrasing = NewPhrasing {
            server: self.server.map(ServerId),
            film: film(&self.film)?,
            entry: EntryId::opaque(&self.entry),
            text: self.text,
            day: day(&self.day)?,
        };
        let id = PhrasingId(self.id);
        Ok(TaughtPhrasing { id, phrasing })
    }
}

impl TrialLine {
    pub(in crate::store::backup) fn of(trial: &TrialAnswer) -> Self {
        let answer = &trial.answer;
        Self {
            id: trial.id.0,
            server: answer.server.0,
            channel: answer.channel.0,
            text: answer.text.clone(),
            entry: FilmEntryLine::of(&answer.entry),
            confidence: answer.confidence,
            verdict: trial.verdict.map(|verdict| verdict.as_str().to_owned()),
            day: answer.day.to_string(),
        }
    }

    pub(in crate::store::backup) fn record(self) -> Result<TrialAnswer, String> {
        let answer = NewTrialAnswer {
            server: ServerId(self.server),
            channel: ChannelId(self.channel),
            text: self.text,
            entry: self.entry.record()?,
            confidence: self.confidence,
            day: day(&self.day)?,
        };
        Ok(TrialAnswer {
            id: TrialId(self.id),
            answer,
            verdict: optional_word(self.verdict.as_ref(), Verdict::parse)?,
        })
    }
}
