//! The handlers of the bot in Discord: who is answered when they call it, and how.

use serde_json::json;

use crate::harness::discord::Discord;
use crate::harness::discord::new_message::{NewMessage, mention};
use crate::harness::discord::places::{ADA, BOB, BOT, Channel, GENERAL, Kind, ROLE};
use crate::harness::questions::{BREAD, FERRY, SAD, SAD_TITLE};

#[test]
fn a_mention_is_answered() {
    let t = Discord::start();
    let asked = t.mention(SAD);
    t.reply()
        .is_to(asked)
        .is_in(GENERAL)
        .has_title(SAD_TITLE)
        .has_footer(
            "Glass Harbor (2014) › Questions › Is Glass Harbor a sad film? · reviewed 2026-01-31",
        )
        .has_button("Read the section")
        .has_button("Not what I asked")
        .has_button("Remove");
    t.stays_silent();
}

#[test]
fn a_mention_counts_in_both_forms_wherever_it_stands() {
    let t = Discord::start();
    for text in [
        format!("<@!{}> {SAD}", BOT.id),
        format!("{SAD} {}", mention()),
        format!("tell me {}, {SAD}?", mention()),
    ] {
        let asked = t.ada().says(&text);
        t.reply_to(asked).has_title(SAD_TITLE);
    }
    t.ada().says(&format!("<@{}1> {SAD}", BOT.id));
    t.ada().says(SAD);
    t.stays_silent();
}

#[test]
fn a_mention_alone_is_told_how_to_ask() {
    let t = Discord::start();
    for text in ["", "?", "😀🎬"] {
        let asked = t.mention(text);
        t.reply_to(asked).is_plain().has_text("Ask me about a film");
    }
    t.stays_silent();
}

#[test]
fn suggestions_are_offered_where_several_may_be_meant() {
    let t = Discord::start();
    t.mention(FERRY);
    let reply = t.reply();
    reply.is_plain().has_text("not sure which of these");
    assert_eq!(
        reply.buttons(),
        ["The Ferry Ostrin", "The Ferry Ostrel", "None of these"]
    );
}

#[test]
fn who_calls_is_told_that_there_is_no_answer() {
    let t = Discord::start();
    let asked = t.mention(BREAD);
    t.reply_to(asked)
        .is_plain()
        .has_text("no answer to that")
        .has_button("Browse sections");
    let asked = t.dm(BREAD);
    t.reply_to(asked)
        .has_text("no answer to that")
        .has_button("Browse sections");
}

#[test]
fn a_direct_message_is_answered() {
    let t = Discord::start();
    let asked = t.dm(SAD);
    t.reply().is_to(asked).has_title(SAD_TITLE);
    t.dm(FERRY);
    t.reply().has_button("The Ferry Ostrin");
    t.ada().alone().posts(&NewMessage::by(ADA, "").with_file());
    t.stays_silent();
}

#[test]
fn a_reply_to_the_bot_is_answered_where_there_is_an_answer() {
    let t = Discord::start();
    t.mention(SAD);
    let answer = t.reply().id();
    for thanks in ["thanks", "ok cool", BREAD] {
        t.ada().replies(answer, thanks);
    }
    t.stays_silent();
    let asked = t.ada().replies(answer, "and who directed it?");
    t.reply().is_to(asked).has_title("Director");
    t.by(BOB).replies(answer, FERRY);
    t.reply().has_button("None of these");
    let without = NewMessage::by(BOB, "who directed it?").replying_to(answer);
    t.by(BOB).posts(&without.without_ping());
    t.by(BOB).replies(asked, "who directed it?");
    t.stays_silent();
}

#[test]
fn bots_news_and_calls_for_many_are_left_alone() {
    let t = Discord::listening();
    let asked = format!("{} {SAD}", mention());
    t.ada().posts(&NewMessage::by_bot(&asked));
    t.ada().posts(&NewMessage::by_webhook(&asked));
    t.ada().posts(&NewMessage::by(BOT, &asked));
    // Somebody pinned a message; somebody joined.
    for news in [6, 7] {
        t.ada()
            .posts(&NewMessage::by(ADA, &asked).with("type", json!(news)));
    }
    for many in ["@everyone", "@here", &format!("<@&{ROLE}>")] {
        t.ada().says(&format!("{many} {asked}"));
    }
    t.ada().posts(&NewMessage::by(ADA, "").with_file());
    t.stays_silent();
}

#[test]
fn who_asks_too_much_is_told_once() {
    let t = Discord::start();
    for _ in 0..5 {
        t.mention(SAD);
        t.reply().has_title(SAD_TITLE);
    }
    t.mention(SAD);
    t.reply().is_plain().has_text("a few seconds");
    t.mention(SAD);
    t.dm(SAD);
    t.stays_silent();
    t.by(BOB).mentions(SAD);
    t.reply().has_title(SAD_TITLE);
}

#[test]
fn the_film_is_the_one_of_the_place() {
    let thread = 1_180_000_200_000_000_010;
    let t = Discord::with(|world, frontrow| {
        world
            .channels
            .push(Channel::new(thread - 1, Kind::Text, "tin-orchard-talk"));
        let parent = Some(thread - 1);
        let inside = Channel::new(thread, Kind::Thread, "directors");
        world.channels.push(Channel { parent, ..inside });
        world
            .channels
            .push(Channel::new(thread - 2, Kind::Thread, "glass harbor fans"));
        crate::harness::discord::kinds::two_films(frontrow)
    });
    for (place, director) in [
        (thread - 1, "Cy Vane"),
        (thread, "Cy Vane"),
        (thread - 2, "Mara Quill"),
    ] {
        t.ada().within(place).mentions("who directed it?");
        t.reply().has_text(director);
    }
    t.ada()
        .within(thread)
        .mentions("who directed Glass Harbor?");
    t.reply().has_text("Mara Quill");
    t.ada()
        .within(thread)
        .slash(
            "ask",
            &[("question", "who directed it?"), ("film", "glass harbour")],
        )
        .has_text("Mara Quill");
}

#[test]
fn the_film_is_the_one_of_the_settings_where_the_place_names_none() {
    let films = |film: &'static str| {
        Discord::with(|_, frontrow| {
            let frontrow = crate::harness::discord::kinds::two_films(frontrow);
            frontrow.set("FRONTROW_FILM", film)
        })
    };
    let t = films("tin-orchard");
    t.mention("who directed it?");
    t.reply().has_text("Cy Vane");
    let t = films("");
    t.mention("who directed it?");
    let asked = t.reply();
    asked
        .has_button("Glass Harbor (2014): Director")
        .has_button("Tin Orchard (1999): Director");
    asked
        .press("Tin Orchard (1999): Director")
        .is_updated()
        .has_text("Cy Vane");
}
