//! Questions to the bot: its own role, what is forwarded or quoted, threads, and words like a command.

use crate::harness::discord::Discord;
use crate::harness::discord::kinds::listening;
use crate::harness::discord::new_message::{NewMessage, mention};
use crate::harness::discord::places::{ADA, BOB, Channel, FORUM, Kind, OWN_ROLE, QUESTIONS, ROLE};
use crate::harness::questions::{BREAD, SAD, SAD_TITLE};
use frontrow::reply::texts;

/// The command on a message.
const MENU: &str = "Answer from the guide";

#[test]
fn the_role_that_discord_made_for_the_bot_is_the_bot() {
    // Otherwise Discord keeps the words of such a message to itself.
    let t = Discord::listening();
    let asked = t.ada().says(&format!("<@&{OWN_ROLE}> who directed it?"));
    t.reply_to(asked).has_title("Director");
    t.ada().says(&format!("<@&{ROLE}> who directed it?"));
    t.ada()
        .says(&format!("<@&{OWN_ROLE}> <@&{ROLE}> who directed it?"));
    t.stays_silent();
}

#[test]
fn who_mentions_the_role_is_told_where_the_bot_cannot_read_it() {
    let t = Discord::start();
    let asked = t.ada().says(&format!("<@&{OWN_ROLE}> who directed it?"));
    t.reply_to(asked).has_text(texts::MENTION_ME);
}

#[test]
fn what_is_forwarded_to_the_bot_alone_is_read() {
    let t = Discord::start();
    let forward = NewMessage::by(ADA, "").forwarding("who directed it?");
    let asked = t.ada().alone().posts(&forward);
    t.reply_to(asked).has_title("Director");
    // Elsewhere it is said to everybody.
    t.ada().posts(&forward);
    t.stays_silent();
}

#[test]
fn the_command_on_a_message_reads_forwards_and_embeds() {
    let t = Discord::start();
    let forward = t
        .ada()
        .posts(&NewMessage::by(BOB, "").forwarding("who directed it?"));
    t.ada().uses(MENU, forward).has_title("Director");
    let embed = NewMessage::by_bot("").with_embed("A question", SAD);
    let embed = t.ada().posts(&embed);
    t.ada().uses(MENU, embed).has_title(SAD_TITLE);
    let file = t.ada().posts(&NewMessage::by(BOB, "").with_file());
    t.ada()
        .uses(MENU, file)
        .is_ephemeral()
        .has_text(texts::NOTHING_TO_ANSWER);
}

#[test]
fn a_thread_of_an_ask_channel_counts_as_the_channel() {
    let thread = QUESTIONS + 500;
    let t = Discord::with(|world, frontrow| {
        world.channels.push(Channel {
            parent: Some(QUESTIONS),
            ..Channel::new(thread, Kind::Thread, "the music")
        });
        world.channels.push(Channel {
            parent: Some(FORUM),
            ..Channel::new(thread + 1, Kind::Thread, "a post")
        });
        listening(frontrow)
    });
    let asked = t.ada().within(thread).says(SAD);
    t.reply_to(asked).is_in(thread).has_title(SAD_TITLE);
    t.ada().within(thread).says(BREAD);
    t.ada().within(thread + 1).says(SAD);
    t.stays_silent();
}

#[test]
fn a_mention_alone_answers_what_it_replies_to() {
    let t = Discord::start();
    let said = t.by(BOB).says("who directed it?");
    let asked = t.ada().replies(said, &mention());
    let answer = t.reply_to(asked).has_title("Director").id();
    let said = t.by(BOB).says("👍");
    for (below, line) in [(said, texts::HOW_TO_ASK), (answer, texts::HOW_TO_ASK)] {
        let asked = t.ada().replies(below, &mention());
        t.reply_to(asked).has_text(line);
    }
}

#[test]
fn a_sign_in_front_is_no_command_to_others_where_the_bot_is_called() {
    let t = Discord::listening();
    for asked in [t.mention(">who directed it"), t.dm(">who directed it")] {
        t.reply_to(asked).has_title("Director");
    }
    t.ada().within(QUESTIONS).says(">who directed it");
    t.stays_silent();
}

#[test]
fn small_talk_gets_a_kind_line_where_the_bot_is_called() {
    let t = Discord::listening();
    for (text, line) in [
        ("hi", texts::GREETING),
        ("thanks!", texts::YOU_ARE_WELCOME),
        ("what can I ask?", texts::WHAT_TO_ASK),
        ("Glass Harbor", texts::WHAT_TO_ASK),
    ] {
        let asked = t.mention(text);
        t.reply_to(asked)
            .has_text(line)
            .has_button(texts::BROWSE_SECTIONS);
    }
    t.ada().within(QUESTIONS).says("hi");
    t.stays_silent();
}

#[test]
fn a_label_that_was_offered_opens_what_it_names() {
    let t = Discord::start();
    let offered = t.ada().types("section", "name", "ostrel");
    let (label, _) = &offered[0];
    assert!(label.contains(" › "), "{label}");
    t.slash("section", &[("name", label)])
        .has_title("The Ferry Ostrel");
    let offered = t.ada().types("faq", "question", "sad");
    t.slash("faq", &[("question", &offered[0].0)])
        .has_title(SAD_TITLE);
}
