//! What becomes of an event: it is counted, it may begin a session, and then the doors have it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serenity::all::{Context, Event, RawEventHandler};
use serenity::async_trait;
use tracing::{info, warn};

use super::doors::Doors;
use super::pulse::Pulse;
use super::register::Registration;
use super::start;

/// How many kinds of events that cannot be read are told apart; Discord has about as many kinds in all.
const MAX_KINDS: usize = 100;
/// Longest name of a kind, in letters; Discord's longest has 38.
const MAX_KIND: usize = 48;

/// Where every event arrives.
pub(super) struct Events {
    doors: Arc<Doors>,
    pulse: Arc<Pulse>,
    unreadable: Unreadable,
    registration: Registration,
    is_introduced: AtomicBool,
}

impl Events {
    /// Hands events to `doors`.
    pub(super) fn new(
        doors: Arc<Doors>,
        pulse: Arc<Pulse>,
        registration: Registration,
        is_introduced: bool,
    ) -> Self {
        Self {
            doors,
            pulse,
            unreadable: Unreadable::default(),
            registration,
            is_introduced: AtomicBool::new(is_introduced),
        }
    }
}

#[async_trait]
impl RawEventHandler for Events {
    async fn raw_event(&self, ctx: Context, event: Event) {
        self.pulse.event();
        match &event {
            Event::Ready(ready) => {
                self.pulse.greeting();
                info!("connected to Discord");
                let application = ready.ready.application.id.get();
                if !self.is_introduced.swap(true, Ordering::Relaxed) {
                    start::invite(application);
                }
                let http = Arc::clone(&ctx.http);
                let registered = self.registration.register(&http, application);
                // What a READY says is wanted before commands are, and both take their time.
                // Apart, as what follows once is larger than what follows every message.
                Box::pin(async { tokio::join!(self.doors.handle(ctx, event), registered) }).await;
                return;
            }
            Event::Resumed(_) => {
                self.pulse.greeting();
                info!("connected to Discord again");
            }
            Event::Unknown(unknown) => self.unreadable.count(&unknown.kind),
            _ => {}
        }
        self.doors.handle(ctx, event).await;
    }
}

/// Events that serenity could not read, by kind. It says nothing about them itself, and a whole door may be behind one.
#[derive(Debug, Default)]
struct Unreadable(Mutex<BTreeMap<String, u64>>);

impl Unreadable {
    /// Counts one, and logs the first of its kind.
    fn count(&self, kind: &str) {
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
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kinds.len() >= MAX_KINDS && !kinds.contains_key(kind) {
            return None;
        }
        let n = kinds.entry(kind.to_owned()).or_default();
        *n += 1;
        Some(*n)
    }
}

/// Whether a sign stands in the names of Discord's events.
fn is_of_a_kind(sign: char) -> bool {
    sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unreadable_events_are_counted_by_kind_within_bounds() {
        let unreadable = Unreadable::default();
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
