//! The fake Discord itself: conversations with a small bot.

use std::time::Duration;

use serde_json::json;

use crate::harness::discord::new_message::{NewMessage, mention};
use crate::harness::discord::places::{BOB, GENERAL, MODERATOR, QUESTIONS, ROLE};
use crate::harness::echo::{begin, intents, started};

#[test]
fn a_mention_is_answered_with_a_legal_reply() {
    let t = started();
    let asked = t.mention("who directed it?");
    t.reply()
        .is_to(asked)
        .is_in(GENERAL)
        .is_public()
        .has_title("Echo")
        .title_links("https://example.org/echo")
        .has_text("who directed it?")
        .has_footer("end")
        .has_button("Update")
        .has_no_button("Read")
        .links("Read", "https://example.org")
        .has_option("Left")
        .never_says("Rosebud");
}

#[test]
fn buttons_and_menus_are_answered() {
    let t = started();
    t.mention("Rosebud");
    // The text asks, the answer to the press does not.
    t.reply().has_text("Rosebud");
    t.press("Private")
        .never_says("Rosebud")
        .is_ephemeral()
        .is_plain()
        .has_text("2 rows, true")
        .press("Private")
        .is_ephemeral();
    t.mention("x");
    t.reply().press("Later").is_ephemeral().has_text("later");
    t.reply().has_text("more");
    t.mention("x");
    t.reply().choose("Right").is_updated().has_text("chosen");
    t.choose("Left").is_updated();
    t.by(MODERATOR).press("Remove").is_removed();
}

#[test]
fn an_update_changes_the_message_itself() {
    let t = started();
    t.mention("x");
    let reply = t.reply();
    let id = reply.id();
    let updated = reply.press_by(BOB, "Update");
    updated.is_updated().has_text("updated");
    assert_eq!(updated.id(), id);
    assert_eq!(updated.buttons(), Vec::<String>::new());
}

#[test]
fn commands_are_answered_where_they_may_be_used() {
    let t = started();
    t.slash("about", &[]).is_ephemeral().has_text("An echo.");
    t.slash("say", &[("text", "a word")])
        .is_public()
        .has_text("a word");
    t.slash("say", &[("text", "a file")])
        .has_file("log.txt", "rows");
    assert_eq!(
        t.ada().types("find", "text", "ro"),
        [("ro…".to_owned(), "ro…".to_owned())]
    );
    t.by(BOB).alone().slash("about", &[]).is_ephemeral();
    let said = t.ada().within(QUESTIONS).says("hm");
    t.ada().uses("Repeat", said).has_text("hm");
}

#[test]
fn what_is_not_to_the_bot_is_left_alone() {
    let t = started();
    t.ada().says("hello");
    t.ada()
        .posts(&NewMessage::by_bot("<@1180000000000000002> hello"));
    t.ada()
        .posts(&NewMessage::by_webhook("<@1180000000000000002> hello"));
    t.ada().says(&format!("<@&{ROLE}> @everyone"));
    t.stays_silent();
}

#[test]
fn without_the_intent_only_what_is_to_the_bot_can_be_read() {
    for (may_read, heard) in [(false, ""), (true, "what was it")] {
        let t = crate::harness::discord::Discord::without_bot();
        let more = if may_read { 1 << 15 } else { 0 };
        begin(
            &t,
            intents() | serenity::all::GatewayIntents::from_bits_retain(more),
        );
        t.is_ready(1);
        t.mention("x");
        let reply = t.reply().id();
        let again = NewMessage::by(BOB, "what was it").replying_to(reply);
        t.by(BOB).posts(&again.clone().without_ping());
        let text = t.reply().text();
        assert_eq!(text.contains("what was it"), !heard.is_empty(), "{text}");
        t.by(BOB).posts(&again);
        t.reply().has_text("what was it");
    }
}

#[test]
fn direct_messages_forum_posts_and_edits_are_heard() {
    let t = started();
    t.dm("hello");
    t.reply().has_text("hello");
    let post = t.by(BOB).opens("A question", "Which film?");
    t.reply().is_in(post).is_to(post);
    let said = t.ada().says("helo");
    t.ada().edits(said, &format!("{} hello", mention()), 60);
    t.reply_to(said).has_text("edited");
    let file = NewMessage::by(BOB, "").with_file().with("type", json!(0));
    t.by(BOB).posts(&file);
    let reply = t.ada().replies(said, "and");
    t.reply_to(reply);
    t.stays_silent();
}

#[test]
fn many_at_once_are_all_answered() {
    let t = started();
    let asked: Vec<u64> = (0..50).map(|n| t.mention(&n.to_string())).collect();
    for (n, asked) in asked.into_iter().enumerate().rev() {
        t.reply_to(asked).has_text(&n.to_string());
    }
    let pending: Vec<_> = (0..20)
        .map(|_| t.ada().begins_slash("about", &[]))
        .collect();
    for one in pending {
        one.reply().is_ephemeral();
    }
}

#[test]
fn what_happens_to_messages_is_told() {
    let t = started();
    let asked = t.mention("https://example.org");
    let reply = t.reply().id();
    t.ada().unfurls(asked);
    t.by(MODERATOR).deletes(asked);
    t.ada().press_id(reply, "of another version").is_updated();
    t.stays_silent();
    t.by(MODERATOR).deletes(reply);
    t.stays_silent();
}

#[test]
fn what_was_asked_is_not_what_the_bot_says() {
    let t = started();
    let id = t.mention("Rosebud");
    t.reply_to(id);
    t.by(MODERATOR).edits(id, "Rosebud", 10);
    t.reply_to(id).has_text("edited").never_says("Rosebud");
}

#[test]
fn replies_are_timed_and_forgotten() {
    let t = started();
    let asked = t.mention("who directed it?");
    assert!(t.time_to_reply(asked) > Duration::ZERO);
    t.forgets();
    // Commands may still be registered meanwhile.
    let mut sent = t.sent().into_iter();
    assert!(!sent.any(|sent| sent.contains("message_reference")));
    let asked = t.mention("who wrote it?");
    t.reply().is_to(asked);
}
