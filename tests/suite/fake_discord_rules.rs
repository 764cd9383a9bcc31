//! The fake Discord notices everything that the bot must not send.

use serde_json::{Value, json};

use crate::harness::discord::Discord;
use crate::harness::discord::check::broken;
use crate::harness::discord::places::{BOB, GENERAL};
use crate::harness::discord::routes::{
    EDIT, EDIT_ORIGINAL, FOLLOW_UP, POST, RESPOND, SET_COMMANDS,
};
use crate::harness::discord::world::TOKEN;
use crate::harness::echo::started;
use crate::harness::failing::why;

/// Returns `body` as a message that pings nobody.
fn message(mut body: Value) -> Value {
    body["allowed_mentions"] = json!({ "parse": [] });
    body
}

fn button(id: &str) -> Value {
    json!({ "type": 2, "style": 2, "label": "x", "custom_id": id })
}

fn rows(rows: &[Vec<Value>]) -> Value {
    let rows = rows
        .iter()
        .map(|inside| json!({ "type": 1, "components": inside }));
    message(json!({ "content": "x", "components": rows.collect::<Value>() }))
}

fn menu(n_options: usize) -> Value {
    let option = |n: usize| json!({ "label": n.to_string(), "value": n.to_string() });
    let options: Vec<Value> = (0..n_options).map(option).collect();
    rows(&[vec![
        json!({ "type": 3, "custom_id": "m", "options": options }),
    ]])
}

fn select(parts: &Value) -> Value {
    let mut select = json!({ "type": 8, "custom_id": "m" });
    for (name, value) in parts.as_object().expect("an object") {
        select[name] = value.clone();
    }
    rows(&[vec![select]])
}

fn embed(embed: &Value) -> Value {
    message(json!({ "embeds": [embed] }))
}

fn choices(n_choices: usize, name: &str) -> Value {
    let choice = json!({ "name": name, "value": "v" });
    json!({ "type": 8, "data": { "choices": vec![choice; n_choices] } })
}

/// Expects that a message breaks the rule, on each way that messages are sent.
#[track_caller]
fn breaks(body: &Value, rule: &str) {
    for route in [POST, EDIT, FOLLOW_UP, EDIT_ORIGINAL] {
        body_breaks(route, body, rule);
    }
    for kind in [4, 7] {
        body_breaks(RESPOND, &json!({ "type": kind, "data": body }), rule);
    }
}

#[track_caller]
fn body_breaks(route: &str, body: &Value, rule: &str) {
    let broken = broken(route, body, 0);
    let is_told = broken.iter().any(|told| told.contains(rule));
    assert!(is_told, "{route}: {rule:?} is not in {broken:#?}");
}

#[track_caller]
fn is_legal(route: &str, body: &Value) {
    assert_eq!(
        broken(route, body, 0),
        Vec::<String>::new(),
        "{route}: {body:#}"
    );
}

#[test]
fn nobody_is_pinged() {
    breaks(&json!({ "content": "x" }), "no parse: []");
    for allowed in [
        json!({}),
        json!({ "parse": ["users"] }),
        json!({ "replied_user": false }),
    ] {
        breaks(
            &json!({ "content": "x", "allowed_mentions": allowed }),
            "no parse: []",
        );
    }
    for allowed in [
        json!({ "parse": [], "users": ["1"] }),
        json!({ "parse": [], "roles": ["1"] }),
        json!({ "parse": [], "replied_user": true }),
    ] {
        breaks(
            &json!({ "content": "x", "allowed_mentions": allowed }),
            "be pinged",
        );
    }
}

#[test]
fn texts_have_their_longest_lengths() {
    let text = |n: usize| "\u{1F3AC}".repeat(n);
    breaks(
        &message(json!({ "content": text(2001) })),
        "content has 2001",
    );
    breaks(&embed(&json!({ "title": text(257) })), "title has 257");
    breaks(
        &embed(&json!({ "description": text(4097) })),
        "description has 4097",
    );
    breaks(
        &embed(&json!({ "footer": { "text": text(2049) } })),
        "footer has 2049",
    );
    breaks(
        &embed(&json!({ "author": { "name": text(257) } })),
        "author has 257",
    );
    let field = json!({ "name": text(257), "value": text(1025) });
    breaks(&embed(&json!({ "fields": [field] })), "name has 257");
    breaks(&embed(&json!({ "fields": [field] })), "value has 1025");
    let half = json!({ "description": text(3000) });
    let more = json!({ "description": text(3000), "title": "x" });
    breaks(
        &message(json!({ "embeds": [half, more] })),
        "the embeds have 6001",
    );
    is_legal(POST, &message(json!({ "embeds": [half, half] })));
    is_legal(POST, &message(json!({ "content": text(2000) })));
}

#[test]
fn components_are_as_discord_wants_them() {
    breaks(
        &rows(&[vec![button("a"), button("a")]]),
        "custom_id \"a\" twice",
    );
    breaks(&rows(&[vec![button("")]]), "custom_id without 1");
    breaks(
        &rows(&[vec![button(&"x".repeat(101))]]),
        "custom_id without 1",
    );
    breaks(
        &rows(&[vec![json!({ "type": 2, "style": 2, "label": "x" })]]),
        "the wrong one",
    );
    breaks(
        &rows(&[vec![json!({ "type": 2, "style": 5, "label": "x" })]]),
        "the wrong one",
    );
    let label = json!({ "type": 2, "style": 2, "label": "x".repeat(81), "custom_id": "a" });
    breaks(&rows(&[vec![label]]), "label has 81");
    breaks(
        &rows(&[vec![json!({ "type": 2, "style": 2, "custom_id": "a" })]]),
        "without a label",
    );
    let six = |n: usize| (0..n).map(|n| button(&n.to_string())).collect::<Vec<_>>();
    breaks(&rows(&[six(6)]), "a row without");
    breaks(&rows(&[Vec::new()]), "a row without");
    breaks(&rows(&vec![vec![button("a")]; 6]), "more than 5 rows");
    breaks(&menu(26), "without 1 to 25 options");
    breaks(&menu(0), "without 1 to 25 options");
    let mut twice = menu(2);
    twice["components"][0]["components"][0]["options"][1]["value"] = json!("0");
    breaks(&twice, "option \"0\" twice");
    twice["components"][0]["components"][0]["options"][1]["value"] = json!("x".repeat(101));
    breaks(&twice, "value has 101");
    is_legal(POST, &menu(25));
    is_legal(POST, &rows(&[six(5)]));
}

#[test]
fn what_is_chosen_and_may_be_chosen_is_looked_at() {
    let mut more = menu(2);
    more["components"][0]["components"][0]["max_values"] = json!(3);
    breaks(&more, "more be chosen than there is");
    let mut both = menu(2);
    for at in 0..2 {
        both["components"][0]["components"][0]["options"][at]["default"] = json!(true);
    }
    breaks(&both, "more chosen than may be");
    let channel = json!({ "id": "5", "type": "channel" });
    for (parts, rule) in [
        (json!({ "min_values": 2 }), "impossible numbers"),
        (json!({ "max_values": 26 }), "impossible numbers"),
        (
            json!({ "default_values": [channel, channel] }),
            "more chosen than may be",
        ),
        (
            json!({ "options": [{ "label": "x", "value": "x" }] }),
            "options where Discord has its own",
        ),
    ] {
        breaks(&select(&parts), rule);
    }
    let none = json!({ "min_values": 0, "default_values": [channel] });
    is_legal(POST, &select(&none));
}

#[test]
fn replies_and_empty_messages_are_looked_at() {
    let mut reply = message(json!({ "content": "x", "message_reference": { "message_id": "1" } }));
    body_breaks(POST, &reply, "fail_if_not_exists");
    reply["message_reference"]["fail_if_not_exists"] = json!(false);
    is_legal(POST, &reply);
    let empty = message(json!({ "content": " ", "embeds": [] }));
    body_breaks(POST, &empty, "an empty message");
    body_breaks(FOLLOW_UP, &empty, "an empty message");
    body_breaks(
        RESPOND,
        &json!({ "type": 4, "data": empty }),
        "an empty message",
    );
    assert_eq!(broken(POST, &message(json!({})), 1), Vec::<String>::new());
}

#[test]
fn choices_have_their_limits_too() {
    is_legal(RESPOND, &choices(25, "x"));
    is_legal(RESPOND, &choices(0, "x"));
    body_breaks(RESPOND, &choices(26, "x"), "more than 25 choices");
    body_breaks(RESPOND, &choices(1, ""), "name without 1");
    body_breaks(RESPOND, &choices(1, &"x".repeat(101)), "name without 1");
    body_breaks(RESPOND, &json!({ "type": 8, "data": {} }), "no choices");
}

#[test]
fn bodies_are_checked_against_discords_description() {
    breaks(&message(json!({ "content": 7 })), "OpenAPI, at \"/");
    breaks(
        &message(json!({ "embeds": vec![json!({ "title": "x" }); 11] })),
        "OpenAPI",
    );
    let command = |name: &str| json!([{ "name": name, "description": "x", "type": 1 }]);
    is_legal(SET_COMMANDS, &command("ask"));
    body_breaks(SET_COMMANDS, &command(""), "OpenAPI, at \"/0");
    body_breaks(SET_COMMANDS, &json!({}), "OpenAPI");
    body_breaks(SET_COMMANDS, &command("Ask"), "the name \"Ask\"");
    let mut ask = command("ask");
    ask[0]["options"] = json!([
        { "type": 3, "name": "film", "description": "x" },
        { "type": 3, "name": "question", "description": "", "required": true },
    ]);
    body_breaks(SET_COMMANDS, &ask, "question: a description without");
    body_breaks(SET_COMMANDS, &ask, "a required option after");
    ask[0]["type"] = json!(3);
    body_breaks(SET_COMMANDS, &ask, "a menu command with");
    body_breaks("POST /nowhere", &json!({}), "takes no body");
}

/// Sends a request of its own, past the small bot.
fn send(t: &Discord, path: &str, body: &Value) -> u16 {
    let request = reqwest::Client::new()
        .post(format!("{}/api/v10{path}", t.url()))
        .header("authorization", format!("Bot {TOKEN}"))
        .header("content-type", "application/json")
        .body(body.to_string());
    let response = t.runs_to_end(request.send()).expect("an answer");
    response.status().as_u16()
}

#[test]
fn a_test_fails_when_a_rule_is_broken_or_something_is_left_over() {
    let path = format!("/channels/{GENERAL}/messages");
    let broken = why(|| {
        let t = Discord::without_bot();
        send(&t, &path, &json!({ "content": "pings" }));
        t.reply();
    });
    assert!(
        broken.contains("no parse: []") && broken.contains("\"pings\""),
        "{broken}"
    );
    let left = why(|| {
        let t = started();
        let asked = t.mention("left over");
        t.wait("the reply", |world| {
            (world.acts.len() == 1).then_some(asked)
        });
    });
    assert!(left.contains("nobody looked"), "{left}");
    let unknown = why(|| {
        let t = Discord::without_bot();
        assert_eq!(send(&t, "/nowhere", &json!({})), 404);
    });
    assert!(
        unknown.contains("unknown route: POST /api/v10/nowhere"),
        "{unknown}"
    );
    let noisy = why(|| {
        let t = started();
        t.mention("not silent");
        t.stays_silent();
    });
    assert!(noisy.contains("expected silence"), "{noisy}");
    let unseen = why(|| {
        let t = started();
        t.slash("about", &[]);
        t.by(BOB).press("Update");
    });
    assert!(unseen.contains("bob does not see it"), "{unseen}");
}

#[test]
fn a_test_fails_when_serenity_would_drop_an_event() {
    let dropped = why(|| {
        let t = started();
        let said = crate::harness::discord::new_message::NewMessage::by_bot("x");
        t.ada().posts(&said.with("timestamp", json!("yesterday")));
    });
    assert!(
        dropped.contains("serenity would drop this event"),
        "{dropped}"
    );
    assert!(
        dropped.contains("timestamp") || dropped.contains("input"),
        "{dropped}"
    );
}
