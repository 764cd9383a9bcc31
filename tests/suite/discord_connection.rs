//! The connection to Discord: how the bot says hello, what it registers, and what it survives.

use serde_json::{Value, json};

use crate::harness::discord::Discord;
use crate::harness::discord::fault::Fault;
use crate::harness::discord::places::GUILD;
use crate::harness::discord::routes::{COMMANDS, GUILD_COMMANDS, SET_COMMANDS, SET_GUILD_COMMANDS};
use crate::harness::discord::session::Frame;
use crate::harness::questions::{SAD, SAD_TITLE};

/// The line of the log where Discord has the commands as they are.
const REGISTERED: &str = "the commands are registered already";

#[test]
fn it_asks_for_what_it_needs_and_shows_how_to_ask() {
    let hello = |t: &Discord| t.arrange(|world| world.gateway.introduction.clone());
    let told = hello(&Discord::start());
    assert_eq!(told["intents"], 4609);
    let shown = told["presence"].to_string();
    assert!(
        shown.contains("Ask me about a film") && shown.contains("online"),
        "{shown}"
    );
    assert_eq!(hello(&Discord::listening())["intents"], 37377);
}

#[test]
fn commands_are_registered_where_they_differ() {
    let t = Discord::start();
    t.see_logged("commands registered n_commands=8");
    t.restart();
    t.see_logged(REGISTERED);
    assert_eq!(t.n_requests(SET_COMMANDS), 1);
    for (n_before, part, other) in [
        (1, "description", json!("Another text")),
        (2, "contexts", json!([0])),
        (3, "name_localizations", Value::Null),
    ] {
        t.arrange(|world| world.commands.get_mut(&None).expect("commands")[0][part] = other);
        t.restart();
        t.wait("the commands to be registered again", |world| {
            let n_registered = world.log.matches("n_commands=8").count();
            (n_registered > n_before).then_some(())
        });
    }
    t.slash("ask", &[("question", SAD)]).has_title(SAD_TITLE);
    assert_eq!((t.n_requests(SET_COMMANDS), t.n_requests(COMMANDS)), (4, 5));
}

#[test]
fn one_server_gets_the_commands_while_they_are_made() {
    let t = Discord::set(&[("DISCORD_GUILD", &GUILD.to_string())]);
    t.slash("ask", &[("question", SAD)]).has_title(SAD_TITLE);
    t.see_logged("commands registered n_commands=8");
    t.restart();
    t.see_logged(REGISTERED);
    let counts = [SET_GUILD_COMMANDS, GUILD_COMMANDS, COMMANDS, SET_COMMANDS]
        .map(|route| t.n_requests(route));
    assert_eq!(counts, [1, 2, 0, 0]);
}

#[test]
fn it_answers_without_commands_where_they_cannot_be_registered() {
    let t = Discord::with(|world, frontrow| {
        world.fails(SET_COMMANDS, 1, Fault::status(500));
        frontrow
    });
    t.see_logged("commands not registered");
    t.mention(SAD);
    t.reply().has_title(SAD_TITLE);
    // Another READY is another try.
    t.connection(Frame::invalid_session(false));
    t.is_ready(2);
    t.slash("ask", &[("question", SAD)]).has_title(SAD_TITLE);
}

#[test]
fn a_session_is_resumed_and_nothing_is_lost() {
    let t = Discord::start();
    for (n, frame) in [Frame::Drop, Frame::reconnect(), Frame::Close(Some(4000))]
        .into_iter()
        .enumerate()
    {
        t.connection(frame);
        t.mention(SAD);
        t.reply().has_title(SAD_TITLE);
        t.resumes(n + 1);
    }
    t.stays_silent();
    assert!(t.log().contains("connected to Discord again"));
    assert_eq!(t.n_requests(COMMANDS), 1);
}

#[test]
fn a_session_that_is_over_is_begun_anew() {
    let t = Discord::start();
    t.slash("films", &[]);
    t.connection(Frame::invalid_session(false));
    t.is_ready(2);
    t.mention(SAD);
    t.reply().has_title(SAD_TITLE);
    assert_eq!(t.n_requests(COMMANDS), 1);
}

/// Starts a bot whose first session ends like this.
fn refused(frame: Frame) -> Discord {
    Discord::starting(|world, frontrow| {
        world.gateway.on_identify.push_back(frame);
        frontrow
    })
}

#[test]
fn what_discord_refuses_ends_the_bot_with_advice() {
    let log = refused(Frame::Close(Some(4004))).ends_with(77);
    assert!(
        log.contains("DISCORD_TOKEN") && log.contains("Reset Token"),
        "{log}"
    );
    for code in [4013, 4014] {
        let log = refused(Frame::Close(Some(code))).ends_with(78);
        assert!(
            log.contains("DISCORD_MESSAGE_CONTENT") && log.contains("developers/applications"),
            "{log}"
        );
    }
    let t = Discord::start();
    t.connection(Frame::Close(Some(4004)));
    t.ends_with(77);
    let t = Discord::starting(|world, frontrow| {
        world.gateway.may_read = false;
        frontrow.set("DISCORD_MESSAGE_CONTENT", "true")
    });
    let log = t.ends_with(78);
    assert!(log.contains("\"Message Content Intent\" is off"), "{log}");
}

#[test]
fn five_sessions_that_never_begin_end_the_bot() {
    let t = Discord::starting(|world, frontrow| {
        let frames = [4000, 4012, 4000, 4000, 4000, 4000].map(|code| Frame::Close(Some(code)));
        world.gateway.on_identify.extend(frames);
        frontrow
    });
    let log = t.ends_with(75);
    assert!(log.contains("5 sessions within 2 minutes"), "{log}");
    assert_eq!(t.arrange(|world| world.gateway.n_identified), 5);
}

#[test]
fn a_bot_that_spins_ends() {
    let t = Discord::start();
    t.mention(SAD);
    t.reply();
    t.connection(Frame::Close(Some(4010)));
    let log = t.ends_with(70);
    assert!(log.contains("for 10 seconds"), "{log}");
}

#[test]
fn a_bot_that_spins_stops_when_asked() {
    let t = Discord::start();
    t.mention(SAD);
    t.reply();
    t.connection(Frame::Close(None));
    t.terminate();
}
