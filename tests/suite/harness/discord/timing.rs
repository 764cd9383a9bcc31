//! The time that the bot takes to answer, for those who measure it and let it say more than a test would keep.

use std::time::Duration;

use serde_json::Value;

use super::Discord;
use super::payload::id_of;
use super::world::Deed;

impl Discord {
    /// Waits for the reply to a message, which is then looked at, and returns how long it took: from when the event went
    /// out to when the request came in.
    #[track_caller]
    pub(crate) fn time_to_reply(&self, message: u64) -> Duration {
        self.wait("a reply", |world| {
            let place = world.acts.iter().position(|act| {
                let posted = world.messages.get(&act.message);
                act.deed == Deed::Posted && posted.is_some_and(|one| is_reply(&one.value, message))
            })?;
            let mut calls = world.requests.iter().rev();
            let call = calls.find(|call| is_reply(&call.body, message))?;
            let took = call.at - world.gateway.sent[&message];
            world.acts.remove(place);
            Some(took)
        })
    }

    /// Forgets everything that was said, once all of it was looked at.
    pub(crate) fn forgets(&self) {
        self.arrange(|world| {
            assert!(world.acts.is_empty(), "{}", world.story());
            world.requests.clear();
            world.messages.clear();
            world.interactions.clear();
            world.gateway.forget_sent();
        });
    }
}

/// Returns whether this answers a message: by its reference, or by its number alone as an echo does.
fn is_reply(body: &Value, message: u64) -> bool {
    let of = [&body["message_reference"]["message_id"], &body["content"]];
    of.into_iter().any(|id| id_of(id) == Some(message))
}
