//! The secrets that stay out of the log, whatever is logged.

use serde_json::json;

use crate::harness::discord::Discord;
use crate::harness::discord::fault::Fault;
use crate::harness::discord::kinds::{listening, unwatched};
use crate::harness::discord::places::{ADA, GENERAL, MODERATOR, QUESTIONS, User};
use crate::harness::discord::routes::{POST, RESPOND};
use crate::harness::discord::world::TOKEN;
use crate::harness::questions::{BREAD, FERRY, SAD};

/// Somebody whose name stands in no other word.
const ZOE: User = User {
    name: "zoe-of-the-harbor",
    ..ADA
};

/// The words that somebody wrote beside a question.
const WROTE: &str = "zxqv";

/// Uses all handlers once, and some of them while Discord is out of order.
fn uses_all_handlers(t: &Discord) {
    for asked in [SAD, FERRY, BREAD] {
        t.by(ZOE).mentions(&format!("{asked} {WROTE}"));
        t.reply();
    }
    t.by(ZOE).mentions("how does it end?");
    t.reply();
    t.by(ZOE).press("Reveal to me");
    let asked = t.by(ZOE).within(QUESTIONS).says(SAD);
    t.reply_to(asked);
    t.by(ZOE).press("Not what I asked");
    t.by(ZOE).alone().slash("ask", &[("question", WROTE)]);
    t.by(ZOE).types("section", "name", WROTE);
    t.by(ZOE).slash("section", &[("name", WROTE)]);
    let title = format!("Glass Harbor {WROTE}");
    t.by(ZOE).opens(&title, "who composed the music?");
    let answer = t.reply().id();
    t.by(ZOE).press_id(answer, &format!("9:{WROTE}"));
    t.by(MODERATOR).slash("reload", &[]);
    t.arrange(|world| {
        world.fails(RESPOND, 2, Fault::status(500));
        world.fails(POST, 1, Fault::error(400, 50035, WROTE));
    });
    let lost = t.by(ZOE).within(QUESTIONS).begins_slash("films", &[]);
    t.by(MODERATOR)
        .within(GENERAL)
        .mentions(&format!("{SAD} {WROTE}"));
    t.wait("all faults", |world| world.faults.is_empty().then_some(()));
    t.see_logged("was not sent");
    t.see_logged("a reply was refused");
    drop(lost);
    let unreadable = json!({ "content": WROTE, "author": { "id": ZOE.id.to_string() } });
    t.arrange(|world| {
        world
            .gateway
            .tell("MESSAGE_CREATE", unreadable, &mut Vec::new())
    });
    t.see_logged("cannot be read");
}

#[test]
fn the_log_holds_nothing_of_anybody() {
    let t = Discord::with(|_, frontrow| unwatched(listening(frontrow)).set("RUST_LOG", "trace"));
    uses_all_handlers(&t);
    let log = t.terminate();
    assert!(
        log.contains("a question: Confident") && log.contains("DEBUG"),
        "it is all there: {log}"
    );
    let (zoe, server) = (ZOE.id.to_string(), MODERATOR.id.to_string());
    for secret in [
        WROTE,
        ZOE.name,
        &zoe,
        &server,
        TOKEN,
        "row-row-row",
        "aW50ZXJhY3Rpb246",
        "1:not:",
        "1:reveal:",
        SAD,
        "moored",
        "An accordion",
        "burns",
        "custom_id",
    ] {
        assert!(!log.contains(secret), "{secret:?} is in the log: {log}");
    }
}
