//! Requests that are answered from the records in memory.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::tables::Tables;
use crate::guide::{FilmId, ServerId};
use crate::store::records::{
    Day, Edit, EditState, EntryCounts, FilmCounts, FilmEntry, HISTORY, MAX_LISTED, OpenQuestion,
    QuestionCounts, QuestionPage, QuestionQuery, Scope, SettingsRecord, TaughtPhrasing, TopBy,
    TopEntry, TopQuery, TrialAnswer, TrialPage, TrialQuery, Verdict,
};

/// Returns the settings of servers.
pub(super) fn settings(tables: &Tables, scope: Scope) -> Vec<SettingsRecord> {
    let all = tables.settings.iter();
    let here = all.filter(|(server, _)| scope.has(Some(**server)));
    here.map(|(server, settings)| SettingsRecord {
        server: *server,
        settings: settings.clone(),
    })
    .collect()
}

/// Returns taught phrasings.
pub(super) fn taught(tables: &Tables, scope: Scope) -> Vec<TaughtPhrasing> {
    let all = tables.phrasings.iter();
    let here = all.filter(|(_, phrasing)| scope.has(phrasing.server));
    here.map(|(id, phrasing)| TaughtPhrasing {
        id: *id,
        phrasing: phrasing.clone(),
    })
    .collect()
}

/// Returns the edits that hold or wait.
pub(super) fn edits(tables: &Tables, scope: Scope) -> Vec<Edit> {
    let all = tables.edits.values();
    let here = all.filter(|edit| scope.has(edit.key.server) && edit.state != EditState::Undone);
    here.cloned().collect()
}

/// Returns the last edits of a film.
pub(super) fn edit_history(tables: &Tables, server: Option<ServerId>, film: &FilmId) -> Vec<Edit> {
    let all = tables.edits.values().rev();
    let here = all.filter(|edit| edit.key.server == server && edit.key.film == *film);
    here.take(HISTORY as usize).cloned().collect()
}

/// Returns a page of open questions.
pub(super) fn open_questions(tables: &Tables, query: &QuestionQuery) -> QuestionPage {
    let is_wanted = |one: &&OpenQuestion| {
        one.server == query.server
            && one.is_ignored == query.is_ignored
            && query.since.is_none_or(|since| one.last >= since)
            && query
                .film
                .as_ref()
                .is_none_or(|film| one.film.as_ref() == Some(film))
    };
    let mut found: Vec<&OpenQuestion> = tables.questions.values().filter(is_wanted).collect();
    found.sort_by_key(|one| Reverse((one.count, one.last, one.id)));
    found.truncate(usize::try_from(MAX_LISTED).unwrap_or(usize::MAX));
    QuestionPage {
        total: found.len() as u64,
        questions: page(found, query.page, query.per_page),
    }
}

/// Returns a page of a list.
fn page<T: Clone>(all: Vec<&T>, page: u32, per_page: u32) -> Vec<T> {
    let begin = page as usize * per_page as usize;
    let page = all.into_iter().skip(begin).take(per_page as usize);
    page.cloned().collect()
}

/// Returns a page of trial answers.
pub(super) fn trial_answers(tables: &Tables, query: &TrialQuery) -> TrialPage {
    let all = tables.trials.values().rev().filter(|trial| {
        let answer = &trial.answer;
        answer.server == query.server
            && query
                .channel
                .is_none_or(|channel| channel == answer.channel)
    });
    let all: Vec<&TrialAnswer> = all.collect();
    let judged = |verdict| {
        all.iter()
            .filter(|one| one.verdict == Some(verdict))
            .count() as u64
    };
    let listed = all.iter().copied();
    let listed = listed.filter(|one| !query.unjudged_only || one.verdict.is_none());
    TrialPage {
        total: all.len() as u64,
        right: judged(Verdict::Right),
        wrong: judged(Verdict::Wrong),
        answers: page(listed.collect(), query.page, query.per_page),
    }
}

/// Returns the questions since a day, by film.
pub(super) fn question_counts(tables: &Tables, scope: Scope, since: Day) -> Vec<FilmCounts> {
    let mut sums: BTreeMap<Option<FilmId>, QuestionCounts> = BTreeMap::new();
    for (key, counts) in &tables.question_counts {
        if key.day >= since && scope.has(key.server) {
            *sums.entry(key.film.clone()).or_default() += *counts;
        }
    }
    let sums = sums.into_iter();
    sums.map(|(film, counts)| FilmCounts { film, counts })
        .collect()
}

/// Returns the entries that were of most use.
pub(super) fn top_entries(tables: &Tables, query: &TopQuery) -> Vec<TopEntry> {
    let mut sums: BTreeMap<&FilmEntry, EntryCounts> = BTreeMap::new();
    for (key, counts) in &tables.entry_counts {
        let is_film = query
            .film
            .as_ref()
            .is_none_or(|film| *film == key.entry.film);
        if is_film && key.day >= query.since && query.scope.has(key.server) {
            *sums.entry(&key.entry).or_default() += *counts;
        }
    }
    let sum = |counts: &EntryCounts| match query.by {
        TopBy::Used => counts.shown + counts.pressed,
        TopBy::Disliked => counts.disliked,
    };
    let mut sums: Vec<(&FilmEntry, EntryCounts)> = sums.into_iter().collect();
    sums.retain(|(_, counts)| sum(counts) > 0);
    // Stable: those with the same sum stay in the order of their names.
    sums.sort_by_key(|(_, counts)| Reverse(sum(counts)));
    sums.truncate(query.limit as usize);
    let sums = sums.into_iter();
    sums.map(|(entry, counts)| TopEntry {
        entry: entry.clone(),
        counts,
    })
    .collect()
}
