//! The world, shared by the servers that change it and the test that waits for changes.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::world::World;

/// The time that a test waits before it fails; what it waits for takes milliseconds, a new session 5 seconds.
const TIMEOUT: Duration = Duration::from_secs(10);

/// A world that several threads share.
pub(crate) struct Shared {
    world: Mutex<World>,
    changed: Condvar,
}

impl Shared {
    /// Shares a world.
    pub(crate) fn new(world: World) -> Self {
        Self {
            world: Mutex::new(world),
            changed: Condvar::new(),
        }
    }

    /// Returns the world; a test that failed with it in its hands does not matter to the servers.
    pub(crate) fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the world, and tells those that wait for it.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let changed = change(&mut self.lock());
        self.changed.notify_all();
        changed
    }

    /// Waits until `found` finds something; fails the test when it takes too long or a rule was broken meanwhile.
    #[track_caller]
    pub(crate) fn wait<T>(&self, what: &str, found: impl FnMut(&mut World) -> Option<T>) -> T {
        self.wait_within(TIMEOUT, what, found)
    }

    /// Waits as [`Shared::wait`] does, but that long.
    #[track_caller]
    pub(crate) fn wait_within<T>(
        &self,
        patience: Duration,
        what: &str,
        mut found: impl FnMut(&mut World) -> Option<T>,
    ) -> T {
        let end = Instant::now() + patience;
        let mut world = self.lock();
        loop {
            fail_on_problems(&mut world);
            if let Some(found) = found(&mut world) {
                return found;
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || world.has_ended {
                let story = world.story();
                drop(world);
                panic!("waited in vain for {what}\n{story}");
            }
            let (guard, _) = self
                .changed
                .wait_timeout(world, left)
                .unwrap_or_else(PoisonError::into_inner);
            world = guard;
        }
    }
}

/// Fails the test if something happened that must not.
#[track_caller]
pub(crate) fn fail_on_problems(world: &mut World) {
    if world.problems.is_empty() {
        return;
    }
    // Told once; what follows would only be a consequence.
    let problems = std::mem::take(&mut world.problems);
    panic!("{}\n{}", problems.join("\n"), world.story());
}
