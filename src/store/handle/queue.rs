//! Writes that wait to be carried out. Nobody waits for room: where there is none, the newest write is given up.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::store::records::{EntryCountKey, EntryCounts, QuestionCountKey, QuestionCounts};
use crate::store::write::{Purge, Write};

/// The number of writes that wait at most. A busy hour of a thousand servers; with texts of 300 characters it takes some
/// 10 MB where the store is away for that long.
const MAX_WAITING: usize = 10_000;
/// The number of writes that are carried out in one transaction: more of them save little, and hold others up.
pub(super) const MAX_BATCH: usize = 200;

/// A queue of writes.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    /// Told of every write that comes.
    pub(super) came: Notify,
    /// Told whenever a batch has been carried out.
    pub(super) carried_out: Notify,
}

#[derive(Debug, Default)]
struct Waiting {
    writes: VecDeque<Write>,
    purges: VecDeque<Purge>,
    /// Counts add up while they wait.
    questions: BTreeMap<QuestionCountKey, QuestionCounts>,
    entries: BTreeMap<EntryCountKey, EntryCounts>,
    /// The number of writes that were taken and are not yet carried out or given up.
    under_way: usize,
}

/// The next thing to carry out.
#[derive(Debug)]
pub(super) enum Work {
    /// Writes, in one transaction.
    Batch(Vec<Write>),
    /// A removal, in as many steps as it takes.
    Purge(Purge),
}

impl Queue {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        // Every step of a change is whole by itself.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a write and returns whether there was room for it.
    pub(super) fn push(&self, write: Write) -> bool {
        let mut waiting = self.waiting();
        let has_room = waiting.n() < MAX_WAITING;
        match write {
            Write::CountQuestions(key, counts) => match waiting.questions.get_mut(&key) {
                Some(known) => *known += counts,
                None if has_room => {
                    waiting.questions.insert(key, counts);
                }
                None => return false,
            },
            Write::CountEntry(key, counts) => match waiting.entries.get_mut(&key) {
                Some(known) => *known += counts,
                None if has_room => {
                    waiting.entries.insert(key, counts);
                }
                None => return false,
            },
            write if has_room => waiting.writes.push_back(write),
            _ => return false,
        }
        drop(waiting);
        self.came.notify_one();
        true
    }

    /// Adds a removal, which always has room: there are as many as servers that the bot leaves.
    pub(super) fn push_purge(&self, purge: Purge) {
        let mut waiting = self.waiting();
        if !waiting.purges.contains(&purge) {
            waiting.purges.push_back(purge);
        }
        drop(waiting);
        self.came.notify_one();
    }

    /// Takes the next writes, and when there are none the next removal: it removes what was written before it.
    pub(super) fn take(&self) -> Option<Work> {
        let mut waiting = self.waiting();
        let batch = waiting.batch();
        if !batch.is_empty() {
            waiting.under_way = batch.len();
            return Some(Work::Batch(batch));
        }
        let purge = waiting.purges.pop_front()?;
        waiting.under_way = 1;
        Some(Work::Purge(purge))
    }

    /// Notes that what was taken is carried out or given up.
    pub(super) fn done(&self) {
        self.waiting().under_way = 0;
        self.carried_out.notify_waiters();
    }

    /// Returns the number of writes that wait or are under way.
    pub(super) fn n_waiting(&self) -> usize {
        let waiting = self.waiting();
        waiting.n() + waiting.purges.len() + waiting.under_way
    }
}

impl Waiting {
    fn n(&self) -> usize {
        self.writes.len() + self.questions.len() + self.entries.len()
    }

    fn batch(&mut self) -> Vec<Write> {
        let n = self.writes.len().min(MAX_BATCH);
        let mut batch: Vec<Write> = self.writes.drain(..n).collect();
        while batch.len() < MAX_BATCH {
            if let Some((key, counts)) = self.questions.pop_first() {
                batch.push(Write::CountQuestions(key, counts));
            } else if let Some((key, counts)) = self.entries.pop_first() {
                batch.push(Write::CountEntry(key, counts));
            } else {
                break;
            }
        }
        batch
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_BATCH, MAX_WAITING, Queue, Work};
    use crate::store::records::{Day, QuestionCountKey, QuestionCounts};
    use crate::store::write::Write;

    fn asked(day: i32) -> Write {
        let key = QuestionCountKey {
            day: Day(day),
            server: None,
            film: None,
        };
        let answered = 1;
        Write::CountQuestions(
            key,
            QuestionCounts {
                answered,
                ..QuestionCounts::default()
            },
        )
    }

    #[test]
    fn counts_add_up_while_they_wait() {
        let queue = Queue::default();
        assert!((0..5).all(|_| queue.push(asked(1))));
        assert_eq!(queue.n_waiting(), 1);
        let Some(Work::Batch(batch)) = queue.take() else {
            panic!("a batch");
        };
        let [Write::CountQuestions(_, counts)] = batch.as_slice() else {
            panic!("one write: {batch:?}");
        };
        assert_eq!(counts.answered, 5);
        assert_eq!(queue.n_waiting(), 1, "it is under way");
        queue.done();
        assert_eq!(queue.n_waiting(), 0);
    }

    #[test]
    fn a_full_queue_takes_no_more() {
        let queue = Queue::default();
        let name = || Write::RemoveMeta("x".to_owned());
        assert!((0..MAX_WAITING).all(|_| queue.push(name())));
        assert!(!queue.push(name()) && !queue.push(asked(1)));
        assert!(matches!(queue.take(), Some(Work::Batch(batch)) if batch.len() == MAX_BATCH));
        assert!(queue.push(asked(1)) && queue.push(asked(1)) && queue.push(name()));
    }
}
