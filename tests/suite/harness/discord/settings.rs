//! The settings of the server as moderators see and change them.

use super::Discord;
use super::places::OWNER;
use super::reply::Reply;

/// The placeholders of the selects.
pub(crate) const SET_UP: &str = "Set up a channel, thread or forum";
pub(crate) const ROLES: &str = "Moderator role: none";
pub(crate) const DIGEST: &str = "Channel for digests: none";
pub(crate) const MODE: &str = "How I listen here";
pub(crate) const FILM: &str = "Film that is meant here";
pub(crate) const SPOILERS: &str = "Spoilers here";
pub(crate) const FILMS: &str = "Films: all";

/// The ways to listen.
pub(crate) const ASK: &str = "Answer every question I am sure of";
pub(crate) const POSTS: &str = "Answer new posts";
pub(crate) const QUIET: &str = "Commands only";
pub(crate) const CALLED: &str = "Only where somebody calls me";

/// The bot that reads all messages, with no channel where it answers unasked.
#[track_caller]
pub(crate) fn reading() -> Discord {
    Discord::set(&[("DISCORD_MESSAGE_CONTENT", "true")])
}

/// Opens the settings of a channel.
#[track_caller]
pub(crate) fn set_up(t: &Discord, channel: u64) -> Reply<'_> {
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER).choose_channel(SET_UP, Some(channel))
}

/// Sets how the bot listens to a channel.
#[track_caller]
pub(crate) fn listens(t: &Discord, channel: u64, mode: &str) {
    set_up(t, channel).is_updated();
    t.by(OWNER)
        .choose_in(MODE, &[mode])
        .is_updated()
        .has_text("Saved.")
        .has_chosen(MODE, &[mode]);
}

/// Opens the settings of a channel again and again until they say something.
#[track_caller]
pub(crate) fn shows<'a>(t: &'a Discord, channel: u64, part: &str) -> Reply<'a> {
    t.looks_until(part, || {
        let reply = set_up(t, channel);
        reply.text().contains(part).then_some(reply)
    })
}

/// Opens the settings again and again until they say nothing of an id any more.
#[track_caller]
pub(crate) fn forgets(t: &Discord, id: u64) {
    let id = id.to_string();
    t.looks_until("what goes with it", || {
        let reply = t.by(OWNER).slash("settings", &[]);
        (!reply.json().to_string().contains(&id)).then_some(())
    });
}
