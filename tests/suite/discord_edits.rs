//! A question that is edited or deleted soon after takes its answer along; old messages are left alone.

use crate::harness::discord::Discord;
use crate::harness::discord::fault::Fault;
use crate::harness::discord::new_message::mention;
use crate::harness::discord::places::{BOB, QUESTIONS};
use crate::harness::discord::routes::POST;
use crate::harness::questions::{BREAD, SAD, SAD_TITLE};
use std::time::Duration;

/// Words that mention the bot.
fn to_bot(text: &str) -> String {
    format!("{} {text}", mention())
}

#[test]
fn an_answer_follows_its_question() {
    let t = Discord::start();
    let asked = t.mention(SAD);
    let answer = t.reply_to(asked).has_title(SAD_TITLE).id();
    t.ada().edits(asked, &to_bot("who directed it?"), 40);
    let changed = t.change();
    changed
        .is_updated()
        .has_title("Director")
        .never_says(SAD_TITLE);
    assert_eq!(changed.id(), answer);
    t.ada().edits(asked, &to_bot(BREAD), 50);
    t.change()
        .is_updated()
        .is_plain()
        .has_text("no answer to that");
    t.ada().edits(asked, &to_bot(SAD), 301);
    t.ada().pins(asked);
    t.stays_silent();
}

#[test]
fn a_question_that_is_taken_back_takes_its_answer_along() {
    let t = Discord::listening();
    let asked = t.mention(SAD);
    t.reply_to(asked).has_title(SAD_TITLE);
    t.ada().edits(asked, "never mind", 40);
    t.change().is_removed();
    t.ada().edits(asked, &to_bot("who directed it?"), 60);
    t.reply_to(asked).has_title("Director");
    let asked = t.by(BOB).within(QUESTIONS).says(SAD);
    t.reply_to(asked).has_title(SAD_TITLE);
    t.by(BOB).edits(asked, BREAD, 20);
    t.change().is_removed();
    t.stays_silent();
}

#[test]
fn a_question_that_is_deleted_takes_its_answer_along() {
    let t = Discord::start();
    let asked = t.mention(SAD);
    t.reply_to(asked).has_title(SAD_TITLE);
    t.ada().deletes(asked);
    t.change().is_removed();
    let silent = t.ada().says("nothing for the bot");
    t.ada().deletes(silent);
    t.stays_silent();
}

/// Asks what is answered slowly, and waits until the answer is under way.
fn asked_while_slow(t: &Discord) -> u64 {
    let slow = Fault::slow(Duration::from_millis(300));
    t.arrange(|world| world.fails(POST, 1, slow));
    let asked = t.mention(SAD);
    t.wait("the answer to be under way", |world| {
        world.faults.is_empty().then_some(())
    });
    asked
}

#[test]
fn an_answer_that_is_under_way_goes_too() {
    let t = Discord::start();
    let asked = asked_while_slow(&t);
    t.ada().deletes(asked);
    t.reply_to(asked).has_title(SAD_TITLE);
    t.change().is_removed();
}

#[test]
fn an_answer_that_is_under_way_follows_too() {
    let t = Discord::start();
    let asked = asked_while_slow(&t);
    t.ada().edits(asked, &to_bot("who directed it?"), 40);
    t.reply_to(asked).has_title(SAD_TITLE);
    t.change().is_updated().has_title("Director");
    t.stays_silent();
}

#[test]
fn an_answer_that_was_removed_by_hand_is_no_trouble() {
    let t = Discord::start();
    let asked = t.mention(SAD);
    t.reply_to(asked).press("Remove").is_removed();
    t.ada().edits(asked, &to_bot("who directed it?"), 40);
    t.ada().deletes(asked);
    t.stays_silent();
}

#[test]
fn a_pin_of_an_old_question_is_no_edit() {
    let t = Discord::listening();
    t.ada().pins_an_old_one(&to_bot(SAD), 3);
    t.ada().within(QUESTIONS).pins_an_old_one(SAD, 3);
    t.stays_silent();
}
