//! Buttons and menus: who may press them, what becomes of the message, and how long they lead somewhere.

use serde_json::json;

use crate::harness::discord::Discord;
use crate::harness::discord::kinds::unwatched;
use crate::harness::discord::places::{BOB, JANITOR, MODERATOR, OWNER};
use crate::harness::questions::{BREAD, FERRY, SAD, SAD_TITLE};

/// The answer to a button that leads nowhere.
const OLD: &str = "leads nowhere now";

#[test]
fn the_section_is_opened_for_the_one_who_presses() {
    let t = Discord::start();
    t.mention(SAD);
    t.reply()
        .press_by(BOB, "Read the section")
        .is_ephemeral()
        .has_title("The Story")
        .has_text("The People of the Harbor");
    t.mention("who composed the music");
    t.reply()
        .press("Read the section")
        .is_ephemeral()
        .has_title("Sound");
}

#[test]
fn the_section_is_a_page_where_pages_are_published() {
    let t = Discord::set(&[("PUBLIC_URL", "https://example.org/guides/")]);
    t.mention(SAD);
    let answer = t.reply();
    let page = answer.json()["embeds"][0]["url"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert!(page.starts_with("https://example.org/guides/"), "{page}");
    answer.title_links(&page).has_no_button("Read the section");
    let rows = answer.json()["components"].to_string();
    assert!(
        rows.contains("https://example.org/guides/") && rows.contains("Read the section"),
        "{rows}"
    );
}

#[test]
fn not_what_i_asked_turns_the_answer_for_asker_and_moderators() {
    let t = Discord::start();
    for moderator in [MODERATOR, JANITOR, OWNER] {
        t.mention(SAD);
        let answer = t.reply();
        answer.press_by(BOB, "Not what I asked").is_ephemeral();
        answer.press_by(moderator, "Not what I asked").is_updated();
    }
    t.mention("who sails the ferry Ostrel");
    t.reply()
        .has_title("The Ferry Ostrel")
        .press("Not what I asked")
        .is_updated()
        .has_button("The Ferry Ostrin");
    t.press("The Ferry Ostrin")
        .is_updated()
        .has_title("The Ferry Ostrin")
        .has_button("Not what I asked");
    t.press("Not what I asked")
        .is_updated()
        .has_no_button("The Ferry Ostrin");
}

#[test]
fn an_answer_is_removed_by_asker_and_moderators() {
    let t = Discord::start();
    t.mention(SAD);
    let answer = t.reply();
    answer
        .press_by(BOB, "Remove")
        .is_ephemeral()
        .has_text("Only the person who asked");
    answer.press("Remove").is_removed();
    for moderator in [JANITOR, OWNER] {
        t.by(BOB).mentions(SAD);
        t.reply().press_by(moderator, "Remove").is_removed();
    }
    t.by(BOB)
        .slash("ask", &[("question", SAD)])
        .press_by(BOB, "Remove")
        .is_removed();
    let private = [("question", SAD), ("private", "true")];
    t.by(BOB)
        .slash("ask", &private)
        .press_by(BOB, "Remove")
        .is_removed();
    t.by(BOB).alone().mentions(SAD);
    t.reply().press_by(BOB, "Remove").is_removed();
}

#[test]
fn a_suggestion_becomes_the_answer_for_the_asker_only() {
    let t = Discord::start();
    t.mention(FERRY);
    let offered = t.reply();
    offered
        .press_by(BOB, "The Ferry Ostrin")
        .is_ephemeral()
        .has_title("The Ferry Ostrin")
        .has_no_button("Not what I asked");
    offered
        .press("The Ferry Ostrel")
        .is_updated()
        .is_public()
        .has_title("The Ferry Ostrel")
        .has_button("Remove");
    t.mention(FERRY);
    let offered = t.reply();
    offered
        .press_by(BOB, "None of these")
        .is_ephemeral()
        .has_text("no answer to that");
    offered
        .press("None of these")
        .is_updated()
        .has_text("no answer to that")
        .has_button("Browse sections");
}

#[test]
fn sections_are_browsed_by_each_for_oneself() {
    let t = Discord::start();
    t.mention(BREAD);
    t.reply()
        .press_by(BOB, "Browse sections")
        .is_ephemeral()
        .has_title("Glass Harbor (2014)");
    t.by(BOB)
        .choose("The Ferries")
        .is_updated()
        .has_text("Nobody sails her");
    t.by(BOB)
        .press("Browse sections")
        .is_updated()
        .has_option("Sound");
    t.slash("section", &[("name", "sound")])
        .is_public()
        .press_by(BOB, "Browse sections")
        .is_ephemeral();
}

#[test]
fn an_ending_is_revealed_to_the_one_who_presses() {
    let t = Discord::start();
    t.mention("how does it end?");
    let answer = t.reply();
    answer
        .has_title("The Last Scene")
        .has_text("gives the ending away")
        .never_says("burns");
    t.never_sent("burns");
    answer
        .press_by(BOB, "Reveal to me")
        .is_ephemeral()
        .has_title("The Last Scene")
        .has_text("The lighthouse burns");
    t.slash("section", &[("name", "story")])
        .has_text("gives the ending away")
        .never_says("burns");
    t.press("Reveal to me")
        .is_ephemeral()
        .has_text("The lighthouse burns");
}

#[test]
fn buttons_of_other_versions_are_answered_politely() {
    let t = Discord::start();
    t.mention(SAD);
    let message = t.reply().id();
    let long = format!("1:choose:{}", "x".repeat(80));
    for id in [
        "0:remove:5",
        "2:reveal:AAAA",
        "faq|sad|3",
        "1:entry:AAAAAAAABBBBBBBB",
        "é",
        &long,
    ] {
        t.ada()
            .press_id(message, id)
            .is_ephemeral()
            .has_text(OLD)
            .has_button("Browse sections");
    }
    t.press("Browse sections").is_updated().has_option("Sound");
}

#[test]
fn a_button_works_after_a_restart() {
    let t = Discord::start();
    t.mention(SAD);
    let answer = t.reply().id();
    t.mention(FERRY);
    let offered = t.reply().id();
    t.slash("section", &[]);
    t.restart();
    t.choose("Sound").is_updated().has_title("Sound");
    t.ada()
        .press_on(offered, "The Ferry Ostrin")
        .is_updated()
        .has_title("The Ferry Ostrin");
    t.by(BOB)
        .press_on(answer, "Read the section")
        .is_ephemeral()
        .has_title("The Story");
    t.ada().press_on(answer, "Remove").is_removed();
}

#[test]
fn a_button_to_what_is_gone_says_so() {
    let t = Discord::unwatched();
    t.mention(FERRY);
    let offered = t.reply().id();
    t.mention("who composed the music");
    let answer = t.reply().id();
    t.rewrites("id = \"ostrin\"", "id = \"rowing-boat\"");
    t.rewrites("id = \"sound\"", "id = \"noises\"");
    t.rewrites("entry:sound/music", "entry:noises/music");
    t.by(MODERATOR)
        .slash("reload", &[])
        .is_ephemeral()
        .has_text("Reloaded");
    t.ada()
        .press_on(offered, "The Ferry Ostrin")
        .is_ephemeral()
        .has_text(OLD)
        .has_button("Browse sections");
    t.ada()
        .press_on(answer, "Read the section")
        .is_ephemeral()
        .has_text(OLD);
    t.ada()
        .press_on(offered, "The Ferry Ostrel")
        .is_updated()
        .has_title("The Ferry Ostrel");
}

#[test]
fn a_button_to_what_was_renamed_leads_there() {
    let t = Discord::unwatched();
    t.mention(FERRY);
    let offered = t.reply().id();
    t.mention("who composed the music");
    let answer = t.reply().id();
    t.rewrites(
        "id = \"ostrin\"",
        "id = \"rowing-boat\"\nalso_id = [\"ferries/ostrin\"]",
    );
    t.rewrites("id = \"sound\"", "id = \"noises\"\nalso_id = [\"sound\"]");
    t.by(MODERATOR)
        .slash("reload", &[])
        .is_ephemeral()
        .has_text("Reloaded");
    t.ada()
        .press_on(offered, "The Ferry Ostrin")
        .is_updated()
        .has_title("The Ferry Ostrin");
    t.ada()
        .press_on(answer, "Read the section")
        .is_ephemeral()
        .has_title("Sound");
}

#[test]
fn long_ids_fit_on_buttons() {
    let long = |name: &str| format!("{name}{}", "-and-so-on".repeat(12));
    let t = Discord::with(|_, frontrow| unwatched(frontrow));
    for name in ["ostrel", "ostrin", "ferries", "sad"] {
        t.rewrites(
            &format!("id = \"{name}\""),
            &format!("id = \"{}\"", long(name)),
        );
    }
    t.by(MODERATOR).slash("reload", &[]).has_text("Reloaded");
    t.mention(FERRY);
    t.reply()
        .press("The Ferry Ostrin")
        .is_updated()
        .has_title("The Ferry Ostrin")
        .has_button("Remove");
    t.press("Read the section")
        .is_ephemeral()
        .has_title("The Ferries");
    let offered = t.ada().types("section", "name", "ferry ostrin");
    assert!(
        json!(offered).to_string().contains("The Ferry Ostrin"),
        "{offered:?}"
    );
    t.slash("section", &[("name", &offered[0].1)])
        .has_title("The Ferry Ostrin");
    t.slash("faq", &[]).choose(SAD_TITLE).has_title(SAD_TITLE);
}
