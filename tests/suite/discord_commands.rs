//! Commands, what they offer while somebody types, and the menu of a message.

use serde_json::json;

use crate::harness::discord::Discord;
use crate::harness::discord::interact::registered;
use crate::harness::discord::kinds::two_films;
use crate::harness::discord::new_message::NewMessage;
use crate::harness::discord::places::{ADA, BOB, Channel, GENERAL, QUESTIONS};
use crate::harness::questions::{BREAD, FERRY, SAD, SAD_TITLE};

/// The name of the command on messages.
const MENU: &str = "Answer from the guide";

#[test]
fn ask_answers_at_once() {
    let t = Discord::start();
    t.slash("ask", &[("question", SAD)])
        .is_public()
        .has_title(SAD_TITLE)
        .has_button("Remove");
    t.slash("ask", &[("question", SAD), ("private", "true")])
        .is_ephemeral()
        .has_title(SAD_TITLE);
    t.slash("ask", &[("question", SAD), ("private", "false")])
        .is_public();
    t.slash("ask", &[("question", FERRY)])
        .is_public()
        .has_button("None of these");
    t.slash("ask", &[("question", BREAD)])
        .is_ephemeral()
        .has_text("no answer to that")
        .has_button("Browse sections");
}

#[test]
fn ask_knows_films_by_all_their_names() {
    let t = Discord::with(|_, frontrow| two_films(frontrow));
    for (film, director) in [
        ("tin-orchard", "Cy Vane"),
        ("tin orchards", "Cy Vane"),
        ("Tin Orchrad", "Cy Vane"),
        ("Glass Harbor (2014)", "Mara Quill"),
    ] {
        let asked = [("question", "who directed it?"), ("film", film)];
        t.slash("ask", &asked).has_text(director);
    }
    t.by(BOB)
        .slash(
            "ask",
            &[("question", "who directed it?"), ("film", "Casablanca")],
        )
        .is_ephemeral()
        .has_text("no film by that name");
    for command in ["section", "faq"] {
        t.slash(command, &[("film", "Casablanca")])
            .is_ephemeral()
            .has_text("no film by that name");
    }
}

#[test]
fn ask_too_is_not_asked_too_often() {
    let t = Discord::start();
    for _ in 0..5 {
        t.slash("ask", &[("question", SAD)]).has_title(SAD_TITLE);
    }
    t.slash("ask", &[("question", SAD)])
        .is_ephemeral()
        .has_text("a few seconds");
    t.slash("section", &[("name", "sound")]).has_title("Sound");
}

#[test]
fn section_opens_sections_and_entries() {
    let t = Discord::start();
    for (name, title) in [
        ("sound", "Sound"),
        ("sound/music", "Music"),
        ("the ferries", "The Ferries"),
        ("ferris", "The Ferries"),
        ("facts", "Facts"),
        ("faq", "Questions"),
        ("introduction", "Introduction"),
    ] {
        t.slash("section", &[("name", name)])
            .is_public()
            .has_title(title);
    }
    t.slash("section", &[("name", "xyzzy")])
        .is_ephemeral()
        .has_text("no section by that name");
}

#[test]
fn section_without_a_name_lists_the_contents() {
    let t = Discord::start();
    let contents = t.slash("section", &[]);
    contents.is_ephemeral().has_title("Glass Harbor (2014)");
    for section in [
        "Introduction",
        "The Story",
        "Sound",
        "The Ferries",
        "Facts",
        "Questions",
    ] {
        contents.has_option(section);
    }
    t.choose("Sound")
        .is_updated()
        .has_title("Sound")
        .has_text("An accordion");
    t.press("Browse sections")
        .is_updated()
        .has_option("The Ferries");
}

#[test]
fn faq_opens_questions_and_lists_them() {
    let t = Discord::start();
    t.slash("faq", &[("question", SAD_TITLE)])
        .is_public()
        .has_title(SAD_TITLE);
    t.slash("faq", &[("question", SAD)])
        .is_public()
        .has_title(SAD_TITLE);
    t.slash("faq", &[("question", BREAD)])
        .is_ephemeral()
        .has_text("no answer to that");
    t.slash("faq", &[]).is_ephemeral().has_option(SAD_TITLE);
    t.choose(SAD_TITLE)
        .is_updated()
        .has_text("Less than it looks");
}

#[test]
fn films_and_about_are_for_the_one_who_asks() {
    let t = Discord::set(&[
        ("SUPPORT_URL", "https://example.org/help"),
        ("PRIVACY_URL", "https://example.org/privacy"),
        ("PUBLIC_URL", "https://example.org/guides"),
    ]);
    t.slash("films", &[])
        .is_ephemeral()
        .has_text("Glass Harbor (2014)");
    t.slash("about", &[])
        .is_ephemeral()
        .has_text("reply to one of my answers")
        .has_text("/section")
        .has_text("Questions are answered and forgotten here")
        .has_text("https://example.org/glass-harbor")
        .has_footer(env!("CARGO_PKG_VERSION"))
        .links("Support", "https://example.org/help")
        .links("Privacy", "https://example.org/privacy");
    let t = Discord::start();
    assert_eq!(t.slash("about", &[]).buttons(), Vec::<String>::new());
}

#[test]
fn a_message_is_answered_from_its_menu() {
    let t = Discord::start();
    let said = t.by(BOB).says(SAD);
    t.ada().uses(MENU, said).is_public().has_title(SAD_TITLE);
    let said = t.by(BOB).within(QUESTIONS).says(BREAD);
    t.ada()
        .within(QUESTIONS)
        .uses(MENU, said)
        .is_ephemeral()
        .has_text("no answer to that");
    let file = t.by(BOB).posts(&NewMessage::by(BOB, "").with_file());
    t.ada().uses(MENU, file).is_ephemeral().has_text("no words");
    t.stays_silent();
}

#[test]
fn commands_are_there_in_direct_messages_too_but_for_reload() {
    let t = Discord::start();
    let ada = || t.ada().alone();
    ada()
        .slash("ask", &[("question", SAD)])
        .has_title(SAD_TITLE);
    ada()
        .slash("section", &[("name", "sound")])
        .has_title("Sound");
    ada().slash("faq", &[]).has_option(SAD_TITLE);
    ada().slash("films", &[]).is_ephemeral();
    let direct = Channel::direct(ADA).id;
    let reload = |channel| t.arrange(|world| registered(world, "reload", 1, channel));
    assert!(reload(direct).is_none());
    let here = reload(GENERAL).expect("a command");
    assert_eq!(
        here["default_member_permissions"]
            .to_string()
            .trim_matches('"'),
        "32"
    );
}

#[test]
fn commands_of_another_version_are_answered_politely() {
    let t = Discord::start();
    t.slash("films", &[]);
    t.arrange(|world| {
        let commands = world.commands.get_mut(&None).expect("commands");
        let mut other = commands[0].clone();
        other["name"] = json!("trivia");
        commands[0]["options"][0]["type"] = json!(4);
        commands.push(other);
    });
    for command in ["trivia", "ask"] {
        t.slash(command, &[("question", "5")])
            .is_ephemeral()
            .has_text("something went wrong");
    }
}

#[test]
fn sections_are_offered_best_first_typos_and_all() {
    let t = Discord::start();
    let offered = t.ada().types("section", "name", "");
    assert_eq!(offered[0].0, "Facts");
    assert!(offered.len() <= 25 && offered.len() > 8, "{offered:?}");
    for typed in ["musc", "muisc", "sound mus", "who composed it"] {
        let offered = t.ada().types("section", "name", typed);
        assert_eq!(offered[0].0, "Sound › Music", "{typed}");
        t.slash("section", &[("name", &offered[0].1)])
            .has_title("Music");
    }
    assert!(t.ada().types("section", "name", "xyzzy").is_empty());
}

#[test]
fn all_that_is_offered_can_be_opened() {
    let t = Discord::with(|_, frontrow| two_films(frontrow));
    for (command, option) in [("section", "name"), ("faq", "question")] {
        for (label, value) in t.ada().types(command, option, "") {
            let title = label.rsplit([':', '›']).next().unwrap_or_default().trim();
            t.slash(command, &[(option, &value)])
                .is_public()
                .has_title(title);
        }
    }
    for (label, value) in t.ada().types("ask", "film", "") {
        let asked = [("question", "who directed it?"), ("film", value.as_str())];
        t.by(BOB).slash("ask", &asked).has_footer(&label);
    }
    let typos = t.ada().types("faq", "question", "glas harbr sad");
    assert_eq!(typos[0].0, format!("Glass Harbor (2014): {SAD_TITLE}"));
    assert_eq!(
        t.ada().types("section", "film", "orchrd")[0].1,
        "tin-orchard"
    );
}
