//! The faults that the fake Discord can make: connections that end, answers that go wrong, limits, restarts.

use std::env::{current_exe, var};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use serenity::all::{CreateAllowedMentions, CreateMessage, GatewayIntents, GuildId, HttpBuilder};
use tokio::runtime::Runtime;

use crate::harness::discord::Discord;
use crate::harness::discord::fault::Fault;
use crate::harness::discord::places::{GENERAL, GUILD};
use crate::harness::discord::routes::{GATEWAY, POST};
use crate::harness::discord::session::Frame;
use crate::harness::discord::world::TOKEN;
use crate::harness::echo::{begin, client, http, intents, run, started};
use crate::harness::failing::why;

#[test]
fn a_session_is_resumed_and_nothing_is_lost() {
    for frame in [
        Frame::Drop,
        Frame::Close(Some(4000)),
        Frame::reconnect(),
        Frame::invalid_session(true),
    ] {
        let t = started();
        t.connection(frame);
        t.mention("did you miss me?");
        t.reply().has_text("did you miss me?");
        t.resumes(1);
        t.stays_silent();
    }
}

#[test]
fn a_session_is_resumed_at_the_second_try() {
    let t = started();
    t.arrange(|world| world.gateway.on_resume.push_back(Frame::Drop));
    t.connection(Frame::Drop);
    t.resumes(2);
    t.mention("x");
    t.reply();
}

#[test]
fn a_bot_can_be_refused() {
    let t = Discord::without_bot();
    t.arrange(|world| world.gateway.may_read = false);
    let url = t.url();
    let start = |intents| {
        let started = async { client(&url, intents).await.start().await };
        format!("{:?}", t.runs_to_end(started))
    };
    let refused = start(intents() | GatewayIntents::MESSAGE_CONTENT);
    assert!(refused.contains("DisallowedGatewayIntents"), "{refused}");
    t.arrange(|world| {
        world
            .gateway
            .on_identify
            .push_back(Frame::Close(Some(4013)))
    });
    let refused = start(intents());
    assert!(refused.contains("InvalidGatewayIntents"), "{refused}");
}

#[test]
fn a_bot_can_be_left_waiting() {
    let t = Discord::without_bot();
    t.arrange(|world| {
        world.gateway.on_identify.push_back(Frame::Nothing);
        world.gateway.heartbeat_interval = 50;
    });
    begin(&t, intents());
    t.wait("heartbeats", |world| {
        (world.gateway.n_heartbeats > 2).then_some(())
    });
    assert!(t.arrange(|world| world.gateway.session.is_none()));
}

#[test]
fn answers_go_wrong_as_often_as_they_should() {
    let t = started();
    for fault in [
        Fault::status(500),
        Fault::error(403, 50013, "Missing Permissions"),
        Fault::rate_limited(0.1),
    ] {
        t.arrange(|world| world.fails(POST, 1, fault));
        t.mention("x");
        t.reply().is_plain();
        t.mention("x");
        t.reply().has_title("Echo");
    }
    let begun = Instant::now();
    t.arrange(|world| world.fails(POST, 1, Fault::slow(Duration::from_millis(200))));
    t.mention("x");
    t.reply().has_title("Echo");
    assert!(begun.elapsed() > Duration::from_millis(200));
}

#[test]
fn embeds_need_a_permission() {
    let t = started();
    t.arrange(|world| world.forbid_embeds(GENERAL));
    t.mention("x");
    t.reply().is_plain();
}

#[test]
fn the_gateway_can_be_out_of_order_or_elsewhere() {
    let t = Discord::without_bot();
    let http = http(&t.url());
    t.arrange(|world| world.fails(GATEWAY, 1, Fault::status(503)));
    assert!(t.runs_to_end(http.get_gateway()).is_err());
    t.arrange(|world| world.gateway.url = "ws://127.0.0.1:1".to_owned());
    assert_eq!(
        t.runs_to_end(http.get_gateway()).expect("an address").url,
        "ws://127.0.0.1:1"
    );
}

#[test]
fn serenity_understands_every_answer() {
    let t = started();
    t.slash("about", &[]);
    let http = http(&t.url());
    let bot = t.runs_to_end(http.get_current_user()).expect("a user");
    let application = t
        .runs_to_end(http.get_current_application_info())
        .expect("an application");
    assert_ne!(bot.id.get(), application.id.get());
    let gateway = t.runs_to_end(http.get_bot_gateway()).expect("a gateway");
    assert_eq!(gateway.shards, 1);
    let named = t.runs_to_end(http.get_global_commands_with_localizations());
    let plain = t.runs_to_end(http.get_global_commands());
    assert_eq!(
        named.expect("commands").len(),
        plain.expect("commands").len()
    );
    let command = json!([{ "name": "here", "description": "x" }]);
    let guild = GuildId::new(GUILD);
    let set = t
        .runs_to_end(http.create_guild_commands(guild, &command))
        .expect("commands");
    let got = t
        .runs_to_end(http.get_guild_commands(guild))
        .expect("commands");
    assert_eq!((set.len(), set[0].id), (1, got[0].id));
    let channel = t
        .runs_to_end(http.get_channel(GENERAL.into()))
        .expect("a channel");
    assert_eq!(channel.id().get(), GENERAL);
}

#[test]
fn messages_are_read_edited_and_deleted() {
    let t = started();
    t.mention("x");
    let id = t.reply().id();
    let http = http(&t.url());
    let all = t
        .runs_to_end(http.get_messages(GENERAL.into(), None, Some(5)))
        .expect("messages");
    assert_eq!(all[0].id.get(), id);
    let edit = json!({ "content": "edited", "allowed_mentions": { "parse": [] } });
    let edited = http.edit_message(GENERAL.into(), id.into(), &edit, Vec::new());
    t.runs_to_end(edited).expect("a message");
    t.change().is_updated().has_text("edited");
    t.runs_to_end(http.delete_message(GENERAL.into(), id.into(), None))
        .expect("deleted");
    t.change().is_removed();
    assert!(
        t.runs_to_end(http.get_message(GENERAL.into(), id.into()))
            .is_err()
    );
}

#[test]
fn an_interaction_is_answered_once_and_in_time() {
    let t = started();
    t.slash("about", &[]);
    let (token, id) = t.arrange(|world| {
        let (token, known) = world.interactions.iter_mut().next().expect("one");
        (token.clone(), known.id)
    });
    let http = http(&t.url());
    let response = json!({ "type": 5, "data": {} });
    let respond = |token: &str| {
        let sent = http.create_interaction_response(id.into(), token, &response, Vec::new());
        format!("{:?}", t.runs_to_end(sent))
    };
    let twice = respond(&token);
    assert!(twice.contains("40060"), "{twice}");
    let strange = respond("strange");
    assert!(strange.contains("10062"), "{strange}");
    let original = t.runs_to_end(http.get_original_interaction_response(&token));
    assert_eq!(original.expect("a message").content, "An echo.");
}

#[test]
fn who_is_told_to_wait_repeats_the_request() {
    let t = Discord::without_bot();
    let client = t.over_tls();
    let http = HttpBuilder::new(TOKEN).client(client).build();
    t.arrange(|world| world.fails(POST, 2, Fault::rate_limited(0.05)));
    let begun = Instant::now();
    let message = CreateMessage::new()
        .content("at last")
        .allowed_mentions(CreateAllowedMentions::new());
    let body: Value = serde_json::to_value(message).expect("JSON");
    let sent = http.send_message(GENERAL.into(), Vec::new(), &body);
    t.runs_to_end(sent).expect("a message");
    t.reply().has_text("at last");
    assert!(begun.elapsed() >= Duration::from_millis(100));
    let n_sent = |world: &mut crate::harness::discord::world::World| world.requests.len();
    assert_eq!(t.arrange(n_sent), 3);
}

/// The variable that tells the small bot where Discord is.
const ECHO_URL: &str = "ECHO_URL";

/// The small bot as a program, which the test below starts; by itself it tests nothing.
#[test]
fn small_bot() {
    if let Ok(url) = var(ECHO_URL) {
        Runtime::new().expect("a runtime").block_on(run(&url));
    }
}

#[test]
fn a_program_is_restarted_and_ends_when_asked() {
    let t = Discord::without_bot();
    let url = t.url();
    let t = t.launches(move || {
        let mut command = Command::new(current_exe().expect("a program"));
        command
            .args(["--exact", "--nocapture", "fake_discord_faults::small_bot"])
            .env(ECHO_URL, &url);
        command
    });
    t.see_logged("the small bot is ready");
    t.mention("x");
    t.reply();
    t.restart();
    t.press("Update").is_updated();
    let log = t.terminate();
    assert!(
        log.matches("is ready").count() == 2 && t.log() == log,
        "{log}"
    );
}

#[test]
fn the_exit_code_of_a_bot_without_a_sound_token_is_seen() {
    let t = Discord::starting(|_, frontrow| frontrow.set("DISCORD_TOKEN", "no token"));
    t.ends_with(78);
    assert!(
        t.frontrow()
            .read("faq/glass-harbor.toml")
            .contains("[film]")
    );
}

#[test]
fn a_bot_that_does_not_connect_fails_the_test() {
    let why = why(|| {
        Discord::with(|_, frontrow| frontrow.set("DISCORD_TOKEN", "no token"));
    });
    assert!(
        why.contains("waited in vain for the bot to be connected"),
        "{why}"
    );
    assert!(why.contains("DISCORD_"), "the log is shown: {why}");
}
