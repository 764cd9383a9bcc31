//! Events that serenity cannot read: it says nothing about them itself, and a whole handler may be behind one.

use std::collections::BTreeMap;
use std::sync::Mutex;

use tracing::warn;

use crate::discord::handlers::bot::locked;

/// The number of kinds of unreadable events that are told apart; Discord has about as many kinds in all.
const MAX_KINDS: usize = 100;
/// Longest name of a kind, in letters; Discord's longest has 38.
const MAX_KIND: usize = 48;

/// Counts the events that serenity could not read, by kind.
#[derive(Debug, Default)]
pub(super) struct UnknownEvents(Mutex<BTreeMap<String, u64>>);

impl UnknownEvents {
    /// Counts one, and logs the first of its kind.
    pub(super) fn count(&self, kind: &str) {
        let kind: String = kind
            .chars()
            .filter(|sign| is_of_a_kind(*sign))
            .take(MAX_KIND)
            .collect();
        if self.add(&kind) == Some(1) {
            warn!("an event of Discord's cannot be read: {kind}");
        }
    }

    /// Returns how many of the kind there were, if it is counted.
    fn add(&self, kind: &str) -> Option<u64> {
        let mut kinds = locked(&self.0);
        if kinds.len() >= MAX_KINDS && !kinds.contains_key(kind) {
            return None;
        }
        let n = kinds.entry(kind.to_owned()).or_default();
        *n += 1;
        Some(*n)
    }
}

/// Returns whether a sign stands in the names of Discord's events.
fn is_of_a_kind(sign: char) -> bool {
    sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unreadable_events_are_counted_by_kind_within_bounds() {
        let unreadable = UnknownEvents::default();
        assert_eq!(unreadable.add("MESSAGE_CREATE"), Some(1));
        assert_eq!(unreadable.add("MESSAGE_CREATE"), Some(2));
        for n in 0..2 * MAX_KINDS {
            unreadable.add(&format!("KIND_{n}"));
        }
        assert_eq!(unreadable.add("ANOTHER"), None);
        assert_eq!(unreadable.add("MESSAGE_CREATE"), Some(3));
        let kinds = unreadable.0.lock().expect("no panic");
        assert_eq!(kinds.len(), MAX_KINDS);
    }
}
