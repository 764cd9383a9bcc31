//! Removing old and unwanted records from memory.

use std::collections::BTreeMap;

use super::tables::Tables;
use crate::guide::ServerId;
use crate::store::records::{OpenQuestion, QuestionId};
use crate::store::write::Purge;

/// Removes at most `limit` records and returns how many it were.
pub(super) fn purge(tables: &mut Tables, purge: Purge, limit: usize) -> usize {
    let mut left = limit;
    match purge {
        Purge::QuestionsBefore(day) => questions(tables, &mut left, |one| one.last < day),
        Purge::QuestionsOf(server) => questions(tables, &mut left, |one| one.server == server),
        Purge::TrialsBefore(day) => {
            remove(&mut tables.trials, &mut left, |_, one| one.answer.day < day);
        }
        Purge::CountsBefore(day) => {
            remove(&mut tables.question_counts, &mut left, |key, _| {
                key.day < day
            });
            remove(&mut tables.entry_counts, &mut left, |key, _| key.day < day);
        }
        Purge::Server(id) => server(tables, &mut left, id),
        Purge::ProcessesBefore(moment) => {
            remove(&mut tables.processes, &mut left, |_, one| {
                one.seen_at < moment
            });
            remove(&mut tables.reloads, &mut left, |_, one| {
                one.asked_at < moment
            });
            let reloads = &tables.reloads;
            remove(&mut tables.reload_answers, &mut left, |(reload, _), _| {
                !reloads.contains_key(reload)
            });
        }
    }
    limit - left
}

fn server(tables: &mut Tables, left: &mut usize, server: ServerId) {
    let of = Some(server);
    questions(tables, left, |one| one.server == server);
    remove(&mut tables.settings, left, |id, _| *id == server);
    remove(&mut tables.phrasings, left, |_, one| one.server == of);
    remove(&mut tables.edits, left, |_, one| one.key.server == of);
    remove(&mut tables.revisions, left, |key, _| key.server == of);
    remove(&mut tables.trials, left, |_, one| {
        one.answer.server == server
    });
    remove(&mut tables.question_counts, left, |key, _| key.server == of);
    remove(&mut tables.entry_counts, left, |key, _| key.server == of);
}

fn questions(tables: &mut Tables, left: &mut usize, is_gone: impl Fn(&OpenQuestion) -> bool) {
    let gone = tables.questions.values().filter(|one| is_gone(one));
    let gone = gone.map(|one| (one.server, one.id)).take(*left);
    let gone: Vec<(ServerId, QuestionId)> = gone.collect();
    for (server, id) in &gone {
        tables.remove_question(*server, *id);
    }
    *left -= gone.len();
}

fn remove<K: Clone + Ord, V>(
    table: &mut BTreeMap<K, V>,
    left: &mut usize,
    is_gone: impl Fn(&K, &V) -> bool,
) {
    let gone = table.iter().filter(|(key, value)| is_gone(key, value));
    let gone: Vec<K> = gone.map(|(key, _)| key.clone()).take(*left).collect();
    for key in &gone {
        table.remove(key);
    }
    *left -= gone.len();
}
