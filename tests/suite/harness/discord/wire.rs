//! All that the bot ever sent.

use super::Discord;

impl Discord {
    /// Expects that no request of the bot ever held a part, not even where nobody sees it.
    #[track_caller]
    pub(crate) fn never_sent(&self, part: &str) {
        let sent = self.sent();
        let found = sent.iter().find(|body| body.contains(part));
        assert!(found.is_none(), "{part:?} was sent: {found:?}");
    }

    /// Returns the bodies and files of all requests.
    pub(crate) fn sent(&self) -> Vec<String> {
        let world = self.shared.lock();
        let sent = world.requests.iter();
        sent.map(|call| format!("{} {:?}", call.body, call.files))
            .collect()
    }

    /// Returns how many requests of a route there were.
    pub(crate) fn n_requests(&self, route: &str) -> usize {
        let world = self.shared.lock();
        let requests = world.requests.iter();
        requests.filter(|call| call.route == route).count()
    }
}
