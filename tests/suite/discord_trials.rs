//! Trials: a channel where the bot posts nothing unasked, and notes what it would have answered for moderators to judge.

use crate::harness::discord::Discord;
use crate::harness::discord::places::{ADA, BOB, FORUM, GENERAL, OWNER, QUESTIONS};
use crate::harness::discord::settings::{listens, reading, set_up, shows};
use crate::harness::questions::{BREAD, FERRY, SAD, SAD_TITLE};

/// Begins a trial in a channel.
#[track_caller]
fn tries_out(t: &Discord, channel: u64) {
    set_up(t, channel).is_updated();
    t.by(OWNER)
        .press("Try it out first")
        .is_updated()
        .has_text("Saved.")
        .has_text("Trial:** yes")
        .has_text("Would have answered 0 questions")
        .has_button("Go live")
        .has_no_button("Try it out first");
}

#[test]
fn nothing_is_posted_unasked_and_what_would_have_been_is_noted() {
    let t = reading();
    tries_out(&t, QUESTIONS);
    let ada = t.ada().within(QUESTIONS);
    ada.says(SAD);
    for said in [FERRY, BREAD, "thanks", "lol"] {
        ada.says(said);
    }
    // It would not have been given again so soon.
    ada.says("is it depressing");
    t.by(BOB).within(QUESTIONS).says("who directed it?");
    t.by(BOB).says("who composed the music?");
    t.stays_silent();
    shows(&t, QUESTIONS, "Would have answered 2 questions")
        .has_text("Would have answered 2 questions: 0 judged right, 0 wrong")
        .has_button("Would have answered 2 questions");
    t.by(OWNER)
        .press("Would have answered 2 questions")
        .is_updated()
        .has_text(&format!("Trial in <#{QUESTIONS}>"))
        .has_text("** who directed it?")
        .has_text("→ Glass Harbor (2014): Director")
        .has_text(&format!("** {SAD}"))
        .has_text(SAD_TITLE)
        .has_text("% sure");
    // Whoever calls it is answered as ever.
    ada.mentions(SAD);
    t.reply().is_in(QUESTIONS).has_title(SAD_TITLE);
}

#[test]
fn answers_are_judged_and_then_it_goes_live() {
    let t = reading();
    tries_out(&t, QUESTIONS);
    t.ada().within(QUESTIONS).says(SAD);
    t.by(BOB).within(QUESTIONS).says("who directed it?");
    t.stays_silent();
    shows(&t, QUESTIONS, "Would have answered 2 questions");
    t.by(OWNER)
        .press("Would have answered 2 questions")
        .is_updated();
    t.by(OWNER)
        .press("1 is right")
        .is_updated()
        .has_text("Saved.")
        .has_text("1 judged right, 0 wrong");
    t.by(OWNER)
        .press("2 is wrong")
        .has_text("1 judged right, 1 wrong")
        .has_text("judged wrong");
    // The same again takes it back.
    t.by(OWNER)
        .press("2 is wrong")
        .has_text("1 judged right, 0 wrong");
    t.by(OWNER)
        .press("Go live")
        .has_text("Saved.")
        .has_text("Trial:** no")
        .has_text("Would have answered 2 questions: 1 judged right")
        .has_button("Try it out first");
    t.ada().within(QUESTIONS).says("who composed the music?");
    t.reply().is_in(QUESTIONS).has_title("Music");
}

#[test]
fn what_is_noted_is_read_page_by_page() {
    let t = reading();
    tries_out(&t, QUESTIONS);
    for asked in [
        SAD,
        "who directed it?",
        "who composed the music?",
        "who lives in the harbor?",
        "how does it end?",
    ] {
        t.by(crate::harness::discord::places::stranger(
            t.arrange(|world| world.new_id()),
        ))
        .within(QUESTIONS)
        .says(asked);
    }
    t.stays_silent();
    shows(&t, QUESTIONS, "Would have answered 5 questions");
    t.by(OWNER)
        .press("Would have answered 5 questions")
        .has_text("**4** ")
        .has_button("4 is right")
        .has_no_button("Previous");
    t.by(OWNER)
        .press("Next")
        .has_text("**1** ")
        .has_no_button("Next")
        .has_no_button("2 is right");
    t.by(OWNER)
        .press("1 is right")
        .has_text("**1** ")
        .has_text("1 judged right");
    t.by(OWNER).press("Previous").has_text("**4** ");
    t.by(OWNER)
        .press("Back")
        .has_text("Would have answered 5 questions");
    // The ending is in no question, so that it is nowhere.
    t.never_sent("burns");
}

#[test]
fn nobody_is_known_by_what_is_noted() {
    let t = reading();
    tries_out(&t, QUESTIONS);
    t.ada()
        .within(QUESTIONS)
        .says("who directed it? https://zxqv.example/x?key=1 <:zxqv:1180000000001234567>");
    t.stays_silent();
    shows(&t, QUESTIONS, "Would have answered 1 question");
    t.by(OWNER)
        .press("Would have answered 1 question")
        .has_text("who directed it?")
        .never_says("1234567")
        .never_says(&ADA.id.to_string())
        .never_says("ada");
    t.never_sent("zxqv");
}

#[test]
fn a_forum_is_tried_out_post_by_post() {
    let t = reading();
    tries_out(&t, FORUM);
    let post = t.ada().opens("Glass Harbor", "who composed the music?");
    t.stays_silent();
    // What the thread shows is that its forum has the trial.
    set_up(&t, post)
        .has_text(&format!("(as in <#{FORUM}>)"))
        .has_no_button("Try it out first");
    shows(&t, FORUM, "Would have answered 1 question").has_button("Would have answered 1 question");
    t.by(OWNER).press("Go live").has_text("Saved.");
    t.ada().opens("a question", "who directed it?");
    t.reply().has_title("Director");
}

#[test]
fn a_trial_of_an_ask_channel_of_the_environment_ends_as_it_was() {
    let t = Discord::listening();
    tries_out(&t, QUESTIONS);
    t.ada().within(QUESTIONS).says(SAD);
    t.stays_silent();
    set_up(&t, QUESTIONS).has_text("answers every question (not set)");
    t.by(OWNER)
        .press("Go live")
        .has_text("answers every question (not set)");
    t.by(BOB).within(QUESTIONS).says("who directed it?");
    t.reply().has_title("Director");
}

#[test]
fn an_answer_that_was_given_before_is_not_changed_but_taken_back() {
    let t = reading();
    listens(&t, GENERAL, crate::harness::discord::settings::ASK);
    let said = t.ada().says(SAD);
    t.reply().is_to(said).has_title(SAD_TITLE);
    tries_out(&t, GENERAL);
    t.ada().edits(said, "who directed it?", 20);
    t.change().is_removed();
}
