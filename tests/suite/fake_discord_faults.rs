//! What the fake Discord can do to a bot: connections that end, answers that go wrong, limits.
