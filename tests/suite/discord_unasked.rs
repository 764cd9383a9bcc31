//! Places where nobody called the bot: ask channels, forums, edited messages, and how seldom it speaks there.

use crate::harness::discord::Discord;
use crate::harness::discord::kinds::{listening, two_films};
use crate::harness::discord::new_message::{NewMessage, mention};
use crate::harness::discord::person::Told;
use crate::harness::discord::places::{ADA, BOB, FORUM, GENERAL, MODERATOR, QUESTIONS};
use crate::harness::discord::routes::CHANNEL;
use crate::harness::questions::{BREAD, FERRY, SAD, SAD_TITLE};

#[test]
fn an_ask_channel_gets_sure_answers_only() {
    let t = Discord::listening();
    let ada = t.ada().within(QUESTIONS);
    for said in [FERRY, BREAD, "thanks", "lol", ""] {
        ada.says(said);
    }
    t.ada().says(SAD);
    t.stays_silent();
    let asked = ada.says(SAD);
    t.reply().is_to(asked).is_in(QUESTIONS).has_title(SAD_TITLE);
}

#[test]
fn what_is_said_to_others_in_an_ask_channel_is_left_alone() {
    let t = Discord::listening();
    let bob = t.by(BOB).within(QUESTIONS);
    let said = bob.says("I saw it");
    t.ada().within(QUESTIONS).replies(said, SAD);
    bob.says(&format!("<@{}> {SAD}", ADA.id));
    bob.says(&format!("<@!{}> {SAD}", MODERATOR.id));
    bob.says(&format!("@everyone {SAD}"));
    bob.posts(&NewMessage::by_bot(SAD));
    t.stays_silent();
    bob.says("who directed it?");
    let answer = t.reply().id();
    t.ada().within(QUESTIONS).replies(answer, SAD);
    t.reply().has_title(SAD_TITLE);
}

#[test]
fn an_answer_that_nobody_asked_for_is_not_given_again_soon() {
    let channels = format!("{QUESTIONS}, {GENERAL}");
    let t =
        Discord::with(|_, frontrow| listening(frontrow).set("FRONTROW_ASK_CHANNELS", &channels));
    t.ada().within(QUESTIONS).says(SAD);
    t.reply().has_title(SAD_TITLE);
    t.by(BOB).within(QUESTIONS).says("is it depressing");
    t.stays_silent();
    t.by(BOB).within(QUESTIONS).says("who directed it?");
    t.reply().has_title("Director");
    t.by(BOB).says(SAD);
    t.reply().is_in(GENERAL).has_title(SAD_TITLE);
    t.by(BOB).within(QUESTIONS).mentions(SAD);
    t.reply().is_in(QUESTIONS).has_title(SAD_TITLE);
}

#[test]
fn a_post_in_the_forum_is_read_with_its_title_and_once() {
    let t = Discord::listening();
    let post = t.ada().opens("Glass Harbor", "who composed the music?");
    t.reply().is_in(post).is_to(post).has_title("Music");
    t.ada().within(post).says("who directed it?");
    t.by(BOB).within(post).says(SAD);
    t.stays_silent();
    let post = t.ada().opens("who directed it?", "who was it again");
    t.reply().is_in(post).has_title("Director");
    t.ada().opens(FERRY, "please help");
    t.ada().opens(BREAD, "please help");
    t.stays_silent();
}

#[test]
fn a_post_that_the_bot_was_not_told_of_is_looked_up() {
    let t = Discord::listening();
    for told in [Told::Never, Told::After] {
        let post = t
            .ada()
            .opens_telling(told, "the soundtrack", "who composed the music?");
        t.reply_to(post).is_in(post).has_title("Music");
    }
    t.stays_silent();
    assert!(t.n_requests(CHANNEL) >= 1);
}

#[test]
fn a_server_that_the_bot_was_not_told_of_is_answered_too() {
    let t = Discord::with(|world, frontrow| {
        world.gateway.introduces = false;
        two_films(listening(frontrow))
    });
    t.mention("who directed Tin Orchard?");
    t.reply().has_text("Cy Vane");
    let post = t
        .ada()
        .opens_telling(Told::Never, "Glass Harbor", "who directed it?");
    t.reply_to(post).has_text("Mara Quill");
}

#[test]
fn a_post_elsewhere_is_left_alone() {
    let other = (FORUM + 50).to_string();
    let t = Discord::with(|_, frontrow| listening(frontrow).set("FRONTROW_FORUMS", &other));
    for told in [Told::Before, Told::After, Told::Never] {
        t.ada().opens_telling(told, SAD, "who directed it?");
    }
    t.stays_silent();
    t.ada().opens("hello", &format!("{} {SAD}", mention()));
    t.reply().has_title(SAD_TITLE);
}

#[test]
fn a_post_is_about_the_film_of_its_title() {
    let t = Discord::with(|_, frontrow| two_films(listening(frontrow)));
    let post = t.ada().opens("Tin Orchard", "who directed it?");
    t.reply().is_in(post).has_text("Cy Vane");
    t.by(BOB)
        .within(post)
        .mentions("how long is it, and who directed it?");
    t.reply().has_footer("Tin Orchard (1999)");
}

#[test]
fn a_post_that_mentions_the_bot_is_about_the_film_of_its_title() {
    let t = Discord::with(|_, frontrow| two_films(frontrow));
    for told in [Told::Before, Told::After, Told::Never] {
        let asked = format!("{} who directed it?", mention());
        let post = t.ada().opens_telling(told, "Tin Orchard", &asked);
        t.reply_to(post).has_text("Cy Vane");
    }
    t.ada().opens_telling(Told::Never, SAD, "just saying");
    t.stays_silent();
}

#[test]
fn an_edit_that_makes_it_a_question_is_answered() {
    let t = Discord::listening();
    let said = t.ada().says("helo");
    let asked = format!("{} {SAD}", mention());
    t.ada().edits(said, &asked, 299);
    t.reply_to(said).has_title(SAD_TITLE);
    t.ada()
        .edits(said, &format!("{} who directed it?", mention()), 20);
    t.change().is_updated().has_title("Director");
    t.ada().unfurls(said);
    t.stays_silent();
    let said = t.by(BOB).within(QUESTIONS).says("will I");
    t.by(BOB).edits(said, SAD, 30);
    t.reply_to(said).is_in(QUESTIONS).has_title(SAD_TITLE);
}

#[test]
fn an_edit_after_five_minutes_is_left_alone() {
    let t = Discord::listening();
    let said = t.ada().says("helo");
    t.ada().edits(said, &format!("{} {SAD}", mention()), 301);
    let asked = t.ada().within(QUESTIONS).says("helo");
    t.ada().within(QUESTIONS).edits(asked, SAD, 3_600);
    t.stays_silent();
}

#[test]
fn an_edit_is_another_try_where_there_was_no_answer() {
    let t = Discord::start();
    let said = t.mention(BREAD);
    t.reply_to(said).has_text("no answer to that");
    t.ada()
        .edits(said, &format!("{} {BREAD} rolls", mention()), 10);
    t.stays_silent();
    t.ada().edits(said, &format!("{} {SAD}", mention()), 20);
    t.change().is_updated().is_to(said).has_title(SAD_TITLE);
    t.ada()
        .edits(said, &format!("{} who directed it?", mention()), 30);
    t.change().is_updated().is_to(said).has_title("Director");
    t.stays_silent();
}

#[test]
fn a_preview_is_no_edit() {
    let t = Discord::listening();
    let said = t.ada().within(QUESTIONS).says(BREAD);
    t.ada().unfurls(said);
    let asked = t.mention(SAD);
    t.reply_to(asked);
    t.ada().unfurls(asked);
    t.stays_silent();
}
