//! The films, the spoilers and the look of replies as a server set them, at everything that answers.

use crate::harness::discord::Discord;
use crate::harness::discord::kinds::{listening, two_films};
use crate::harness::discord::person::Told;
use crate::harness::discord::places::{BOB, FORUM, GENERAL, OWNER, QUESTIONS};
use crate::harness::discord::settings::{FILM, FILMS, SPOILERS, set_up};
use crate::harness::questions::{SAD, SAD_TITLE};

#[test]
fn the_films_of_the_server_are_the_only_ones() {
    let t = Discord::with(|_, frontrow| two_films(frontrow));
    t.mention("who directed Tin Orchard?");
    t.reply().has_text("Cy Vane");
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER)
        .press("Choose films")
        .has_chosen(FILMS, &[])
        .has_no_button("All films");
    t.by(OWNER)
        .choose_in(FILMS, &["Glass Harbor (2014)"])
        .has_text("Saved.")
        .has_text("Films:** Glass Harbor (2014)")
        .has_chosen(FILMS, &["Glass Harbor (2014)"]);
    t.by(BOB).mentions("who directed Tin Orchard?");
    t.reply().has_text("no answer to that");
    t.by(BOB).mentions("who directed it?");
    t.reply().has_text("Mara Quill");
    let asked = [("question", "who directed it?"), ("film", "tin-orchard")];
    t.slash("ask", &asked)
        .is_ephemeral()
        .has_text("no film by that name");
    let offered = t.ada().types("ask", "film", "orchard");
    assert_eq!(offered, []);
    t.slash("films", &[]).never_says("Tin Orchard");
    t.slash("section", &[]).has_title("Glass Harbor (2014)");
    // Alone with somebody there is no server.
    t.dm("who directed Tin Orchard?");
    t.reply().has_text("Cy Vane");
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER).press("Choose films").is_updated();
    t.by(OWNER).press("All films").has_text("Films:** all");
    t.mention("who directed Tin Orchard?");
    t.reply().has_text("Cy Vane");
}

#[test]
fn the_film_of_a_channel_is_meant_where_none_is_named() {
    let t = Discord::with(|_, frontrow| two_films(listening(frontrow)));
    set_up(&t, GENERAL).is_updated();
    t.by(OWNER)
        .choose_in(FILM, &["Tin Orchard (1999)"])
        .has_text("Saved.")
        .has_text("Film that is meant:** Tin Orchard (1999)");
    t.mention("who directed it?");
    t.reply().has_text("Cy Vane");
    t.slash("section", &[]).has_title("Tin Orchard (1999)");
    t.slash("ask", &[("question", "who directed it?")])
        .has_text("Cy Vane");
    set_up(&t, FORUM).is_updated();
    t.by(OWNER)
        .choose_in(FILM, &["Tin Orchard (1999)"])
        .has_text("Saved.");
    let post = t.ada().opens("hello", "who directed it?");
    t.reply().is_in(post).has_text("Cy Vane");
    // The title of a post says it better than what holds in all of them.
    t.ada().opens("Glass Harbor", "who directed it?");
    t.reply().has_text("Mara Quill");
}

#[test]
fn spoilers_show_where_the_channel_allows_them() {
    const ENDING: &str = "how does it end?";
    let t = Discord::start();
    for (channel, level) in [(GENERAL, "Show all"), (FORUM, "Show mild ones")] {
        set_up(&t, channel).is_updated();
        t.by(OWNER)
            .choose_in(SPOILERS, &[level])
            .has_text("Saved.")
            .has_chosen(SPOILERS, &[level]);
    }
    t.ada().within(QUESTIONS).mentions(ENDING);
    t.reply()
        .has_text("gives the ending away")
        .never_says("burns");
    t.mention(ENDING);
    t.reply().has_text("The lighthouse burns");
    t.slash("section", &[("name", "story")]).has_text("burns");
    let post = t.ada().opens_telling(Told::Never, "a post", "hello");
    t.ada().within(post).mentions("who lives in the harbor?");
    t.reply().has_text("Nora keeps a secret").never_says("||");
    t.ada().within(post).mentions(ENDING);
    t.reply().never_says("burns");
    // More is hidden where the channel wants it than where nothing is set.
    let t = Discord::set(&[("FRONTROW_SPOILERS", "all")]);
    set_up(&t, GENERAL).is_updated();
    t.by(OWNER)
        .choose_in(SPOILERS, &["Hide all"])
        .has_text("Saved.");
    t.mention(ENDING);
    t.reply().never_says("burns");
}

#[test]
fn plain_text_holds_for_replies_commands_and_buttons() {
    let t = Discord::start();
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER)
        .press("Reply in plain text")
        .has_text("Saved.")
        .has_text("Replies:** in plain text")
        .has_button("Reply with cards");
    t.mention(SAD);
    let answer = t.reply();
    answer.is_plain().has_text(SAD_TITLE);
    answer
        .press("Read the section")
        .is_plain()
        .has_text("The Story");
    answer.press("Not what I asked").is_updated().is_plain();
    t.slash("ask", &[("question", SAD)])
        .is_plain()
        .has_text(SAD_TITLE);
    t.slash("section", &[("name", "sound")]).is_plain();
    t.slash("films", &[]).is_plain();
    t.dm(SAD);
    t.reply().has_title(SAD_TITLE);
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER).press("Reply with cards").has_text("Saved.");
    t.by(BOB).mentions(SAD);
    t.reply().has_title(SAD_TITLE);
}

#[test]
fn about_says_what_is_kept_here() {
    let t = Discord::start();
    t.slash("about", &[])
        .has_text("Questions are answered and forgotten here");
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER)
        .press("Keep questions")
        .has_text("Questions without an answer:** kept")
        .has_button("Stop keeping questions");
    t.slash("about", &[])
        .has_text("Questions without an answer are kept")
        .has_text("never people, messages or channels")
        .has_text("for 30 days");
    t.ada()
        .alone()
        .slash("about", &[])
        .has_text("I keep no questions");
    t.by(OWNER).slash("settings", &[]).is_ephemeral();
    t.by(OWNER)
        .press("Stop keeping questions")
        .has_text("not kept");
    t.slash("about", &[])
        .has_text("Questions are answered and forgotten here");
}
