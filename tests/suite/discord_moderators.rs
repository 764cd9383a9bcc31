//! Moderators and others: whether somebody may change a server's settings is asked at every command, button and select.

use crate::harness::discord::Discord;
use crate::harness::discord::interact::registered;
use crate::harness::discord::places::{
    BOB, CRITIC, FORUM, GENERAL, GUILD, JANITOR, MODERATOR, OWNER, QUESTIONS, ROLE,
};
use crate::harness::discord::settings::{ASK, MODE, ROLES, SET_UP, listens, reading, set_up};
use crate::harness::questions::{SAD, SAD_TITLE};

/// The line for those who may not.
const NOT_YOURS: &str = "this server's moderators";
/// Another server.
const ELSEWHERE: u64 = GUILD + 1_000;

/// Gives the moderator role to those who have [`ROLE`].
#[track_caller]
fn names_moderators(t: &Discord) {
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER)
        .choose_role(ROLES, Some(ROLE))
        .has_text("Saved.")
        .has_text(&format!("<@&{ROLE}>"))
        .has_chosen(ROLES, &[&ROLE.to_string()]);
}

#[test]
fn members_are_refused_politely_at_the_command() {
    let t = Discord::start();
    for member in [BOB, JANITOR, CRITIC] {
        t.by(member)
            .slash("settings", &[])
            .is_ephemeral()
            .has_text(NOT_YOURS)
            .never_says("Settings of this server");
    }
    for moderator in [OWNER, MODERATOR] {
        t.by(moderator)
            .slash("settings", &[])
            .is_ephemeral()
            .has_text("Settings of this server");
    }
}

#[test]
fn members_are_refused_at_buttons_and_selects_too() {
    let t = reading();
    let panel = set_up(&t, QUESTIONS).id();
    let of = |action: &str| format!("1:settings:{GUILD}:{action}");
    for member in [BOB, JANITOR, CRITIC] {
        for action in ["open", "plain:true", "keep:true", "films:0", "all-films"] {
            t.by(member)
                .press_id(panel, &of(action))
                .is_ephemeral()
                .has_text(NOT_YOURS)
                .never_says("Settings of");
        }
        for (action, value) in [
            (format!("mode:{QUESTIONS}"), "ask"),
            (format!("spoilers:{QUESTIONS}"), "all"),
            ("pick-films:0".to_owned(), "AAAAAAAA"),
            ("pick-role".to_owned(), "5"),
        ] {
            t.by(member)
                .choose_id(panel, &of(&action), &[value])
                .is_ephemeral()
                .has_text(NOT_YOURS);
        }
    }
    t.ada().within(QUESTIONS).says(SAD);
    t.stays_silent();
    t.by(OWNER)
        .slash("settings", &[])
        .has_text("Replies:** with cards")
        .never_says(&format!("<#{QUESTIONS}>"));
}

#[test]
fn the_role_makes_moderators_until_it_is_taken_back() {
    let t = reading();
    names_moderators(&t);
    t.by(CRITIC)
        .slash("settings", &[])
        .is_ephemeral()
        .has_text("Settings of this server");
    let panel = t
        .by(CRITIC)
        .choose_channel(SET_UP, Some(QUESTIONS))
        .is_updated()
        .id();
    t.by(CRITIC).choose_in(MODE, &[ASK]).has_text("Saved.");
    t.ada().within(QUESTIONS).says(SAD);
    t.reply()
        .has_title(SAD_TITLE)
        .press_by(CRITIC, "Remove")
        .is_removed();
    t.by(BOB).slash("settings", &[]).has_text(NOT_YOURS);
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER)
        .choose_role(ROLES, None)
        .has_text("Saved.")
        .has_chosen(ROLES, &[]);
    // Their panel is on the screen still.
    t.by(CRITIC)
        .press_on(panel, "Back")
        .is_ephemeral()
        .has_text(NOT_YOURS);
    t.by(CRITIC).slash("settings", &[]).has_text(NOT_YOURS);
}

#[test]
fn only_who_manages_the_server_names_its_moderators() {
    let t = Discord::start();
    names_moderators(&t);
    t.by(CRITIC).slash("settings", &[]).is_ephemeral();
    for role in [Some(ROLE + 5), None] {
        t.by(CRITIC)
            .choose_role(ROLES, role)
            .is_updated()
            .has_text("Not changed")
            .has_text("only members who can manage the server")
            .has_chosen(ROLES, &[&ROLE.to_string()]);
    }
    // The role of everybody would make everybody a moderator.
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER)
        .choose_role(ROLES, Some(GUILD))
        .has_text("everybody has that role")
        .has_chosen(ROLES, &[&ROLE.to_string()]);
}

#[test]
fn a_panel_of_another_server_is_refused() {
    let t = reading();
    let panel = set_up(&t, QUESTIONS).id();
    let of = |action: &str| format!("1:settings:{ELSEWHERE}:{action}");
    for action in ["open", "plain:true", "keep:true", "trial:5:true"] {
        t.by(OWNER)
            .press_id(panel, &of(action))
            .is_ephemeral()
            .has_text("belongs to another server");
    }
    t.by(OWNER)
        .choose_id(panel, &of(&format!("mode:{QUESTIONS}")), &["ask"])
        .is_ephemeral()
        .has_text("belongs to another server");
    // Who may not learns no more than that.
    t.by(BOB).press_id(panel, &of("open")).has_text(NOT_YOURS);
    t.by(OWNER)
        .alone()
        .press_id_here(&of("open"))
        .has_text("within a server only");
}

#[test]
fn forged_choices_are_refused_and_change_nothing() {
    let t = reading();
    let panel = set_up(&t, QUESTIONS).id();
    let of = |action: &str| format!("1:settings:{GUILD}:{action}");
    for (action, values, why) in [
        (
            format!("mode:{QUESTIONS}"),
            &["loud"][..],
            "not among the choices",
        ),
        (format!("mode:{QUESTIONS}"), &[], "not among the choices"),
        (
            format!("spoilers:{QUESTIONS}"),
            &["none"],
            "not among the choices",
        ),
        (
            format!("film:{QUESTIONS}"),
            &["AAAAAAAA"],
            "not among the choices",
        ),
        (
            "pick-films:0".to_owned(),
            &["AAAAAAAA"],
            "not among the choices",
        ),
        ("pick-films:99".to_owned(), &["x"], "not among the choices"),
        ("pick-channel".to_owned(), &["5"], "cannot see that channel"),
        ("pick-channel".to_owned(), &["0"], "cannot see that channel"),
        ("pick-channel".to_owned(), &["x"], "cannot see that channel"),
        ("mode:0".to_owned(), &["quiet"], "cannot see that channel"),
        ("mode:5".to_owned(), &["quiet"], "cannot see that channel"),
        ("pick-digest".to_owned(), &["5"], "cannot see that channel"),
        (format!("mode:{FORUM}"), &["ask"], "that is a forum"),
        (
            format!("judge:{QUESTIONS}:77:right:0"),
            &[],
            "not among the choices",
        ),
    ] {
        t.by(OWNER)
            .choose_id(panel, &of(&action), values)
            .is_updated()
            .has_text("Not changed")
            .has_text(why);
    }
    for strange in ["dance", "mode:x", "plain:maybe", "judge:1:2:maybe:0"] {
        t.by(OWNER)
            .press_id(panel, &of(strange))
            .is_ephemeral()
            .has_text("leads nowhere now");
    }
    t.by(OWNER)
        .slash("settings", &[])
        .never_says(&QUESTIONS.to_string())
        .has_text("Digest of open questions:** none");
}

#[test]
fn there_are_no_settings_outside_of_servers() {
    let t = Discord::start();
    t.dm("hello");
    t.reply();
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    let (in_server, alone) = t.arrange(|world| {
        let mut channels = world.channels.iter();
        let direct = channels.find(|one| !one.is_in_guild()).expect("the one with Ada");
        let is_there = |channel| registered(world, "settings", 1, channel).is_some();
        (is_there(GENERAL), is_there(direct.id))
    });
    assert!(in_server && !alone, "a command that works in servers only");
}

#[test]
fn a_panel_works_as_long_as_it_is_there() {
    let t = reading();
    listens(&t, GENERAL, ASK);
    let panel = t.by(OWNER).press("Back").id();
    t.restart();
    t.by(OWNER)
        .press_on(panel, "Reply in plain text")
        .is_updated()
        .has_text("Saved.");
    t.mention(SAD);
    t.reply().is_plain();
}
