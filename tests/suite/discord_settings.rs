//! `/settings` in Discord: a moderator sets things, and the bot does otherwise from then on.

use crate::harness::discord::Discord;
use crate::harness::discord::kinds::two_films;
use crate::harness::discord::new_message::mention;
use crate::harness::discord::places::{
    ADA, BOB, CATEGORY, CRITIC, FORUM, GENERAL, OWNER, QUESTIONS, ROLE, VOICE,
};
use crate::harness::discord::settings::{
    ASK, CALLED, DIGEST, FILM, MODE, POSTS, QUIET, ROLES, forgets, listens, reading, set_up,
};
use crate::harness::questions::{BREAD, SAD, SAD_TITLE};

#[test]
fn the_settings_are_shown_to_who_opens_them() {
    let t = reading();
    t.by(OWNER)
        .slash("settings", &[])
        .is_ephemeral()
        .is_plain()
        .has_text("Settings of this server")
        .has_text("Films:** all")
        .has_text("Replies:** with cards")
        .has_text("not kept")
        .has_text("never people, messages or channels")
        .has_button("Choose films")
        .has_button("Reply in plain text")
        .has_button("Keep questions")
        .has_chosen(ROLES, &[])
        .has_chosen(DIGEST, &[]);
    t.by(OWNER)
        .press("Set up this channel")
        .is_updated()
        .has_text(&format!("Settings of <#{GENERAL}>"))
        .has_text("How I listen:** only where called (not set)")
        .has_text("Trial:** no")
        .has_chosen(MODE, &["Not set"]);
}

#[test]
fn a_channel_becomes_an_ask_channel_and_is_none_any_more() {
    let t = reading();
    t.ada().within(QUESTIONS).says(SAD);
    t.stays_silent();
    listens(&t, QUESTIONS, ASK);
    let asked = t.ada().within(QUESTIONS).says(SAD);
    t.reply().is_to(asked).has_title(SAD_TITLE);
    t.ada().says("who directed it?");
    t.stays_silent();
    t.by(OWNER)
        .slash("settings", &[])
        .has_text(&format!("<#{QUESTIONS}> answers every question"));
    listens(&t, QUESTIONS, "Not set");
    t.ada().within(QUESTIONS).says("who directed it?");
    t.stays_silent();
    t.by(OWNER)
        .slash("settings", &[])
        .never_says(&format!("<#{QUESTIONS}> answers"));
}

#[test]
fn a_forum_is_answered_and_its_posts_are_as_it_is() {
    let t = reading();
    listens(&t, FORUM, POSTS);
    let post = t.ada().opens("Glass Harbor", "who composed the music?");
    t.reply().is_in(post).has_title("Music");
    t.ada().within(post).says(SAD);
    t.stays_silent();
    // The post alone is set otherwise.
    listens(&t, post, ASK);
    t.ada().within(post).says(SAD);
    t.reply().is_in(post).has_title(SAD_TITLE);
    listens(&t, FORUM, QUIET);
    t.ada().opens(SAD, &format!("{} {SAD}", mention()));
    t.stays_silent();
    t.ada().within(post).mentions("who directed it?");
    t.reply().is_in(post).has_title("Director");
}

#[test]
fn a_quiet_channel_has_commands_only() {
    let t = reading();
    listens(&t, GENERAL, QUIET);
    let said = t.mention(SAD);
    t.ada().replies(said, &format!("{} {SAD}", mention()));
    t.stays_silent();
    t.slash("ask", &[("question", SAD)])
        .is_public()
        .has_title(SAD_TITLE)
        .press("Read the section")
        .is_ephemeral();
    t.ada().within(QUESTIONS).mentions(SAD);
    t.reply().has_title(SAD_TITLE);
    t.dm(SAD);
    t.reply().has_title(SAD_TITLE);
}

#[test]
fn the_environment_holds_until_something_is_set() {
    let t = Discord::listening();
    t.ada().within(QUESTIONS).says(SAD);
    t.reply().has_title(SAD_TITLE);
    set_up(&t, QUESTIONS).has_text("answers every question (not set)");
    listens(&t, QUESTIONS, CALLED);
    t.by(BOB).within(QUESTIONS).says("who directed it?");
    t.stays_silent();
    t.by(BOB).within(QUESTIONS).mentions("who directed it?");
    t.reply().has_title("Director");
    set_up(&t, FORUM).has_text("answers new posts (not set)");
    listens(&t, FORUM, CALLED);
    t.ada().opens("Glass Harbor", "who composed the music?");
    t.stays_silent();
    let t = Discord::set(&[
        ("FRONTROW_SPOILERS", "mild"),
        ("FRONTROW_FILM", "glass-harbor"),
    ]);
    set_up(&t, QUESTIONS)
        .has_text("Spoilers:** show mild ones (not set)")
        .has_text("Film that is meant:** Glass Harbor (2014) (not set)");
}

#[test]
fn without_the_intent_it_says_what_to_switch_on() {
    let t = Discord::start();
    for (channel, mode) in [(QUESTIONS, ASK), (FORUM, POSTS)] {
        set_up(&t, channel).is_updated();
        t.by(OWNER)
            .choose_in(MODE, &[mode])
            .is_updated()
            .has_text("Not changed")
            .has_text("Message Content Intent")
            .has_text("DISCORD_MESSAGE_CONTENT=true")
            .has_chosen(MODE, &["Not set"]);
    }
    t.by(OWNER)
        .press("Try it out first")
        .has_text("Message Content Intent");
    t.by(OWNER).choose_in(MODE, &[QUIET]).has_text("Saved.");
}

#[test]
fn channels_of_the_wrong_kind_are_refused_with_a_reason() {
    let t = reading();
    for (channel, why) in [
        (VOICE, "that is a voice channel"),
        (CATEGORY, "that is a category"),
    ] {
        set_up(&t, channel)
            .is_updated()
            .has_text("Not changed")
            .has_text(why)
            .has_button("Choose films");
    }
    set_up(&t, FORUM).is_updated();
    t.by(OWNER)
        .choose_in(MODE, &[ASK])
        .has_text("that is a forum")
        .has_chosen(MODE, &["Not set"]);
    set_up(&t, QUESTIONS).is_updated();
    t.by(OWNER)
        .choose_in(MODE, &[POSTS])
        .has_text("that is no forum")
        .has_chosen(MODE, &["Not set"]);
    t.by(OWNER)
        .press("Back")
        .has_text("Settings of this server");
    for channel in [VOICE, FORUM, CATEGORY] {
        t.by(OWNER)
            .choose_channel(DIGEST, Some(channel))
            .has_text("Not changed")
            .has_chosen(DIGEST, &[]);
    }
    t.by(OWNER)
        .choose_channel(DIGEST, Some(GENERAL))
        .has_text("Saved.")
        .has_chosen(DIGEST, &[&GENERAL.to_string()]);
    t.by(OWNER)
        .choose_channel(DIGEST, None)
        .has_text("Digest of open questions:** none");
}

#[test]
fn what_was_set_survives_a_restart() {
    let t = Discord::with(|_, frontrow| two_films(frontrow.set("DISCORD_MESSAGE_CONTENT", "true")));
    listens(&t, QUESTIONS, ASK);
    t.by(OWNER)
        .choose_in(FILM, &["Tin Orchard (1999)"])
        .has_text("Saved.");
    t.by(OWNER).press("Back").is_updated();
    t.by(OWNER).press("Reply in plain text").has_text("Saved.");
    t.restart();
    t.ada().within(QUESTIONS).says("who directed it?");
    t.reply().is_plain().has_text("Cy Vane");
    t.by(OWNER)
        .slash("settings", &[])
        .has_text("Replies:** in plain text")
        .has_text(&format!(
            "<#{QUESTIONS}> answers every question · Tin Orchard (1999)"
        ));
}

#[test]
fn what_was_set_goes_with_the_server_and_not_when_it_is_out_of_reach() {
    let t = reading();
    listens(&t, QUESTIONS, QUIET);
    t.loses_server();
    t.enters_server();
    t.ada().within(QUESTIONS).mentions(SAD);
    t.stays_silent();
    t.leaves_server();
    t.enters_server();
    forgets(&t, QUESTIONS);
    t.ada().within(QUESTIONS).mentions(SAD);
    t.reply().has_title(SAD_TITLE);
}

#[test]
fn what_was_set_for_a_channel_or_a_role_goes_with_it() {
    let t = reading();
    listens(&t, QUESTIONS, QUIET);
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER)
        .choose_channel(DIGEST, Some(QUESTIONS))
        .has_text("Saved.");
    t.by(OWNER)
        .choose_role(ROLES, Some(ROLE))
        .has_text("Saved.");
    t.by(CRITIC)
        .slash("settings", &[])
        .has_text("Settings of this server");
    t.deletes_role(ROLE);
    t.deletes_channel(QUESTIONS);
    forgets(&t, QUESTIONS);
    forgets(&t, ROLE);
    t.by(OWNER)
        .slash("settings", &[])
        .has_chosen(ROLES, &[])
        .has_chosen(DIGEST, &[]);
    t.by(CRITIC)
        .slash("settings", &[])
        .has_text("this server's moderators");
}

#[test]
fn nothing_of_it_is_in_the_log() {
    let t = reading();
    listens(&t, QUESTIONS, ASK);
    t.ada().within(QUESTIONS).says(BREAD);
    t.stays_silent();
    let log = t.log();
    for secret in [QUESTIONS, ADA.id, OWNER.id] {
        assert!(!log.contains(&secret.to_string()), "{log}");
    }
}
