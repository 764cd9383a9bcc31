//! The replies to the latest messages: none is answered twice, and an edit or a deletion takes its answer along.

use std::hash::{DefaultHasher, Hash, Hasher};

use quick_cache::unsync::Cache;

use super::limits::{MAX_REMEMBERED, bounded};
use crate::answer::Decision;
use crate::chat::Message;

/// Remembers the replies to the latest messages.
pub(crate) struct Replies(Cache<u64, GivenReply>);

/// The reply to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GivenReply {
    /// The decision that it goes back to.
    pub(super) decision: Decision,
    /// A number that tells its content from any other.
    pub(super) content: u64,
    /// The message that it was posted as; `None` before that, and where it did not get through.
    pub(super) posted: Option<u64>,
    /// True while it is being posted or changed.
    pub(super) is_under_way: bool,
    /// True once the message that it replies to was deleted.
    pub(super) is_orphan: bool,
}

impl Default for Replies {
    fn default() -> Self {
        Self(bounded(MAX_REMEMBERED))
    }
}

impl GivenReply {
    /// Returns a reply that is under way.
    pub(super) fn new(decision: Decision, message: &Message) -> Self {
        let mut content = DefaultHasher::new();
        // The debug form shows every field there is.
        format!("{message:?}").hash(&mut content);
        Self {
            decision,
            content: content.finish(),
            posted: None,
            is_under_way: true,
            is_orphan: false,
        }
    }
}

impl Replies {
    /// Returns the reply to a message, if it got one.
    pub(super) fn of(&self, message: u64) -> Option<GivenReply> {
        self.0.get(&message).copied()
    }

    /// Notes the reply to a message.
    pub(super) fn note(&mut self, message: u64, reply: GivenReply) {
        self.0.insert(message, reply);
    }

    /// Notes that the reply to a message is no more under way and what it was posted as, if it was. Returns whether the
    /// message was deleted meanwhile.
    pub(super) fn settle(&mut self, message: u64, posted: Option<u64>) -> bool {
        let Some(given) = self.of(message) else {
            return false;
        };
        let settled = GivenReply {
            posted,
            is_under_way: false,
            ..given
        };
        self.note(message, settled);
        given.is_orphan
    }

    /// Forgets the reply to a message that is no question any more, and returns what it was posted as.
    pub(super) fn forget(&mut self, message: u64) -> Option<u64> {
        let posted = self.of(message)?.posted?;
        self.0.remove(&message);
        Some(posted)
    }

    /// Notes that a message was deleted, and returns what the reply to it was posted as.
    pub(super) fn note_deleted(&mut self, message: u64) -> Option<u64> {
        let given = self.of(message)?;
        let orphan = GivenReply {
            is_orphan: true,
            posted: None,
            ..given
        };
        self.note(message, orphan);
        given.posted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given() -> GivenReply {
        GivenReply::new(Decision::Confident, &Message::line("yes"))
    }

    #[test]
    fn a_reply_is_known_by_its_content() {
        assert_eq!(given(), given());
        let other = GivenReply::new(Decision::Confident, &Message::line("no"));
        assert_ne!(given().content, other.content);
    }

    #[test]
    fn a_deletion_takes_the_reply_along_also_while_it_is_under_way() {
        let mut replies = Replies::default();
        assert_eq!(replies.note_deleted(1), None);
        assert!(!replies.settle(1, Some(11)), "nothing is known of it");
        replies.note(1, given());
        assert!(!replies.settle(1, Some(11)));
        assert_eq!(replies.note_deleted(1), Some(11));
        assert_eq!(replies.note_deleted(1), None, "once");
        replies.note(2, given());
        assert_eq!(replies.note_deleted(2), None);
        assert!(replies.settle(2, Some(12)));
    }

    #[test]
    fn a_question_that_was_taken_back_may_be_asked_again() {
        let mut replies = Replies::default();
        replies.note(1, given());
        assert_eq!(replies.forget(1), None, "it is under way");
        replies.settle(1, Some(11));
        assert_eq!(replies.forget(1), Some(11));
        assert_eq!(replies.of(1), None);
    }

    #[test]
    fn the_newest_are_kept() {
        let mut replies = Replies::default();
        for id in 0..10_000 {
            replies.note(id, given());
        }
        assert_eq!(replies.0.len(), MAX_REMEMBERED);
        let kept = |id| replies.of(id).is_some();
        assert!((10_000 - 3_000..10_000).all(kept), "the newest are kept");
        // The cache never lets its first one go.
        assert!(!(1..5_000).any(kept), "the oldest are forgotten");
    }
}
