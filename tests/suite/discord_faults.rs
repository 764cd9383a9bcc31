//! The faults between the bot and Discord, and what people notice of them.

use std::time::Duration;

use serde_json::json;

use crate::harness::discord::Discord;
use crate::harness::discord::fault::Fault;
use crate::harness::discord::places::{BOB, GENERAL, QUESTIONS, stranger};
use crate::harness::discord::routes::{POST, RESPOND};
use crate::harness::discord::world::World;
use crate::harness::inside::Inside;
use crate::harness::questions::{SAD, SAD_TITLE};

/// Lets requests go wrong.
fn fails(t: &Discord, route: &'static str, times: usize, fault: Fault) {
    t.arrange(|world| world.fails(route, times, fault));
}

/// Somebody new in #general asks.
#[track_caller]
fn somebody_asks(t: &Discord) -> u64 {
    t.by(stranger(t.arrange(World::new_id))).mentions(SAD)
}

#[test]
fn a_reply_is_tried_again_and_comes_once() {
    let t = Discord::start();
    for fault in [
        Fault::status(500),
        Fault::status(502),
        Fault::rate_limited(0.1),
    ] {
        fails(&t, POST, 1, fault);
        let asked = t.mention(SAD);
        t.reply_to(asked).has_title(SAD_TITLE);
        t.stays_silent();
    }
    let nonces = t.arrange(|world| {
        let posts = world.requests.iter().filter(|call| call.route == POST);
        posts
            .map(|call| {
                (
                    call.body["nonce"].clone(),
                    call.body["enforce_nonce"].clone(),
                )
            })
            .collect::<Vec<_>>()
    });
    assert!(
        nonces[0] == nonces[1] && nonces[0].1 == json!(true) && nonces[0] != nonces[2],
        "{nonces:?}"
    );
}

#[test]
fn a_reply_that_is_refused_for_good_is_given_up() {
    let t = Discord::start();
    for (status, code) in [
        (404, 10003),
        (400, 50035),
        (401, 0),
        (403, 50001),
        (403, 50013),
    ] {
        let times = if status == 403 { 2 } else { 1 };
        fails(&t, POST, times, Fault::error(status, code, "No"));
        t.by(BOB).mentions(SAD);
        t.wait("the refusals", |world| {
            world.faults.is_empty().then_some(())
        });
        t.by(stranger(t.arrange(World::new_id)))
            .within(QUESTIONS)
            .mentions(SAD);
        t.reply().is_in(QUESTIONS).has_title(SAD_TITLE);
        if status == 403 {
            break;
        }
    }
    // It may not write in #general, and leaves it alone for a while.
    somebody_asks(&t);
    t.stays_silent();
}

#[test]
fn an_embed_that_is_refused_is_plain_at_the_second_try() {
    let t = Discord::start();
    fails(&t, POST, 1, Fault::error(403, 50013, "Missing Permissions"));
    t.mention(SAD);
    t.reply()
        .is_plain()
        .has_text(SAD_TITLE)
        .has_button("Remove");
    fails(&t, POST, 1, Fault::error(400, 160_002, "No history"));
    t.by(BOB).within(QUESTIONS).mentions(SAD);
    let reply = t.reply();
    reply.is_in(QUESTIONS).has_title(SAD_TITLE);
    assert!(reply.json()["message_reference"].is_null());
}

#[test]
fn a_question_that_is_deleted_while_it_is_answered_is_no_error() {
    let t = Discord::start();
    fails(&t, POST, 1, Fault::slow(Duration::from_millis(100)));
    let asked = t.mention(SAD);
    t.wait("the answer to be under way", |world| {
        world.faults.is_empty().then_some(())
    });
    t.ada().deletes(asked);
    t.reply().has_title(SAD_TITLE);
    t.change().is_removed();
    let sent = t.sent();
    assert!(
        sent.iter()
            .any(|body| body.contains("\"fail_if_not_exists\":false")),
        "{sent:?}"
    );
}

#[test]
fn a_response_is_tried_again_and_comes_once() {
    let t = Discord::start();
    fails(&t, RESPOND, 1, Fault::status(503));
    t.slash("ask", &[("question", SAD)]).has_title(SAD_TITLE);
    fails(&t, RESPOND, 1, Fault::status(500));
    t.press("Read the section")
        .is_ephemeral()
        .has_title("The Story");
    fails(
        &t,
        RESPOND,
        1,
        Fault::error(404, 10062, "Unknown interaction"),
    );
    let lost = t.by(BOB).begins_slash("films", &[]);
    t.see_logged("code 10062");
    drop(lost);
    t.slash("films", &[]).is_ephemeral();
    t.stays_silent();
}

#[test]
fn slow_answers_hold_up_nobody_else() {
    let t = Discord::start();
    fails(&t, POST, 1, Fault::slow(Duration::from_secs(2)));
    let slow = t.mention(SAD);
    t.wait("the slow request", |world| {
        world.faults.is_empty().then_some(())
    });
    let asked = somebody_asks(&t);
    t.reply_to(asked).has_title(SAD_TITLE);
    let is_open = t.arrange(|world| world.acts.is_empty());
    assert!(is_open, "the slow reply is still on its way");
    t.reply_to(slow).has_title(SAD_TITLE);
}

#[test]
fn two_hundred_at_once_are_all_answered() {
    let t = Discord::start();
    let asked: Vec<u64> = (0..200).map(|_| somebody_asks(&t)).collect();
    let pressed: Vec<_> = (0..50)
        .map(|_| t.ada().begins_slash("films", &[]))
        .collect();
    for asked in asked {
        t.reply_to(asked).has_title(SAD_TITLE);
    }
    for pressed in pressed {
        pressed.reply().is_ephemeral();
    }
    t.stays_silent();
}

#[test]
fn more_than_it_can_do_is_put_off_or_dropped() {
    let t = Discord::listening();
    fails(&t, POST, 256, Fault::slow(Duration::from_secs(3)));
    let asked: Vec<u64> = (0..256).map(|_| somebody_asks(&t)).collect();
    t.wait("all handlers to be busy", |world| {
        world.faults.is_empty().then_some(())
    });
    t.ada().within(QUESTIONS).says(SAD);
    let waits = somebody_asks(&t);
    t.slash("films", &[])
        .is_ephemeral()
        .has_text("busy right now");
    t.see_logged("questions dropped so far: 1");
    for asked in asked.into_iter().chain([waits]) {
        t.reply_to(asked).has_title(SAD_TITLE);
    }
    t.stays_silent();
}

#[test]
fn running_replies_end_before_the_bot_does() {
    let t = Discord::start();
    fails(&t, POST, 30, Fault::slow(Duration::from_millis(700)));
    let asked: Vec<u64> = (0..30).map(|_| somebody_asks(&t)).collect();
    t.wait("all requests", |world| {
        world.faults.is_empty().then_some(())
    });
    let log = t.terminate();
    assert!(
        log.contains("stopping") && log.contains("Stopped."),
        "{log}"
    );
    for asked in asked {
        t.reply_to(asked).has_title(SAD_TITLE);
    }
}

#[test]
fn events_that_cannot_be_read_are_counted_by_kind() {
    let t = Discord::start();
    t.arrange(|world| {
        for (kind, data) in [
            ("MESSAGE_CREATE", json!({ "content": "zxqv" })),
            (
                "MESSAGE_CREATE",
                json!({ "id": "zxqv", "channel_id": GENERAL.to_string() }),
            ),
            ("INTERACTION_CREATE", json!({ "token": "zxqv" })),
            ("SOMETHING_NEW", json!(["zxqv"])),
            ("zxqv", json!("zxqv")),
        ] {
            world.gateway.tell(kind, data, &mut Vec::new());
        }
    });
    t.see_logged("cannot be read: SOMETHING_NEW");
    t.see_logged("cannot be read: INTERACTION_CREATE");
    t.mention(SAD);
    t.reply().has_title(SAD_TITLE);
    let log = t.terminate();
    assert_eq!(
        log.matches("cannot be read: MESSAGE_CREATE").count(),
        1,
        "{log}"
    );
    assert!(!log.contains("zxqv"), "{log}");
}

#[test]
fn an_answer_that_is_put_off_for_an_hour_is_dropped_and_holds_up_nobody() {
    let t = Discord::without_bot();
    let bot = Inside::start(&t);
    fails(&t, POST, 1, Fault::rate_limited(3_600.0));
    let put_off = somebody_asks(&t);
    t.wait("the refusal", |world| world.faults.is_empty().then_some(()));
    let asked: Vec<u64> = (0..300).map(|_| somebody_asks(&t)).collect();
    for asked in asked {
        t.reply_to(asked).has_title(SAD_TITLE);
    }
    let answered = t.arrange(|world| world.replies_to(put_off));
    assert_eq!(answered, 0);
    bot.stops();
}

#[test]
fn limits_are_waited_for() {
    let t = Discord::without_bot();
    let bot = Inside::start(&t);
    fails(&t, POST, 2, Fault::rate_limited(0.05));
    fails(&t, RESPOND, 1, Fault::rate_limited(0.05));
    let asked: Vec<u64> = (0..10).map(|_| somebody_asks(&t)).collect();
    t.slash("ask", &[("question", SAD)]).has_title(SAD_TITLE);
    for asked in asked {
        t.reply_to(asked).has_title(SAD_TITLE);
    }
    t.press("Read the section")
        .is_ephemeral()
        .has_title("The Story");
    bot.stops();
}
