//! Bots with other settings or other guides than the usual one.

use super::Discord;
use super::places::{FORUM, QUESTIONS};
use crate::harness::program::{Frontrow, read};

/// The guide that every bot has.
pub(crate) const GUIDE: &str = "faq/glass-harbor.toml";

/// The path of that guide when nobody watches it.
const UNWATCHED: &str = "elsewhere/glass-harbor.toml";

impl Discord {
    /// The bot with some variables.
    #[track_caller]
    pub(crate) fn set(variables: &[(&'static str, &str)]) -> Self {
        Self::with(|_, frontrow| set(frontrow, variables))
    }

    /// The bot that listens in #questions and in the forum without being called.
    #[track_caller]
    pub(crate) fn listening() -> Self {
        Self::with(|_, frontrow| listening(frontrow))
    }

    /// The bot with a guide of its own in place of the sample.
    #[track_caller]
    pub(crate) fn guided(guide: &str) -> Self {
        Self::with(|_, frontrow| {
            frontrow.write(GUIDE, guide);
            frontrow
        })
    }

    /// The bot with a guide that nobody watches: what changes is loaded when somebody says so.
    #[track_caller]
    pub(crate) fn unwatched() -> Self {
        Self::with(|_, frontrow| unwatched(frontrow))
    }

    /// Changes the guide that nobody watches.
    #[track_caller]
    pub(crate) fn rewrites(&self, old: &str, new: &str) {
        let guide = self.frontrow().read(UNWATCHED);
        assert!(guide.contains(old), "{old:?} stands in the guide");
        self.frontrow().write(UNWATCHED, &guide.replace(old, new));
    }
}

/// Sets some variables.
pub(crate) fn set(frontrow: Frontrow, variables: &[(&'static str, &str)]) -> Frontrow {
    let variables = variables.iter();
    variables.fold(frontrow, |frontrow, (name, value)| {
        frontrow.set(name, value)
    })
}

/// Lets the bot listen in #questions and in the forum.
pub(crate) fn listening(frontrow: Frontrow) -> Frontrow {
    frontrow
        .set("DISCORD_MESSAGE_CONTENT", "true")
        .set("FRONTROW_ASK_CHANNELS", &QUESTIONS.to_string())
        .set("FRONTROW_FORUMS", &FORUM.to_string())
}

/// Puts a link in the guide's place: the folder that is watched stays as it is when the guide changes.
pub(crate) fn unwatched(frontrow: Frontrow) -> Frontrow {
    frontrow.write(UNWATCHED, &frontrow.read(GUIDE));
    frontrow.link(GUIDE, "../elsewhere/glass-harbor.toml");
    // Nor is it looked at while a test runs.
    frontrow.set("FRONTROW_POLL_SECONDS", "3600")
}

/// Returns the sample guide under the name of another film, made by another director.
pub(crate) fn orchard() -> String {
    let guide = read("tests/data/cli/glass-harbor.toml");
    let guide = guide.replace("Glass Harbor", "Tin Orchard");
    let guide = guide.replace("the glass harbour", "the tin orchards");
    guide
        .replace("Mara Quill", "Cy Vane")
        .replace("year = 2014", "year = 1999")
}

/// Adds a second film.
pub(crate) fn two_films(frontrow: Frontrow) -> Frontrow {
    frontrow.write("faq/tin-orchard.toml", &orchard());
    frontrow
}
