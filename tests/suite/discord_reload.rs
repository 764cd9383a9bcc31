//! Moderators reload the guides, and so do edits and signals.

use crate::harness::discord::Discord;
use crate::harness::discord::kinds::{GUIDE, two_films, unwatched};
use crate::harness::discord::places::{ADA, BOB, GUILD, JANITOR, MODERATOR, OWNER};
use crate::harness::discord::reply::Reply;
use crate::harness::questions::{SAD, SAD_TITLE};

/// A text of the sample, and what the tests make of it.
const OLD: &str = "An accordion, a choir of fishermen";
const NEW: &str = "A lonely tuba";
const MUSIC: &str = "who composed the music";

/// A moderator reloads.
#[track_caller]
fn reload(t: &Discord) -> Reply<'_> {
    t.by(MODERATOR).slash("reload", &[])
}

#[test]
fn a_reload_says_what_changed_and_counts_at_once() {
    let t = Discord::unwatched();
    t.rewrites(OLD, NEW);
    t.rewrites("id = \"ostrin\"", "id = \"rowing-boat\"");
    t.rewrites("The Ferry Ostrin", "The Rowing Boat");
    reload(&t)
        .is_ephemeral()
        .has_text("Reloaded: 1 added, 1 changed, 1 removed")
        .has_text("Added: `glass-harbor/ferries/rowing-boat`")
        .has_text("Changed: `glass-harbor/sound/music`")
        .has_text("Removed: `glass-harbor/ferries/ostrin`");
    t.mention(MUSIC);
    t.reply().has_text(NEW);
    assert_eq!(
        t.ada().types("section", "name", "rowing boat")[0].1,
        "ferries/rowing-boat"
    );
}

#[test]
fn a_reload_of_the_same_says_so() {
    let t = Discord::unwatched();
    reload(&t)
        .is_ephemeral()
        .has_text("Reloaded: 0 added, 0 changed, 0 removed")
        .never_says("glass-harbor/");
}

#[test]
fn warnings_are_folded_away() {
    let t = Discord::unwatched();
    t.rewrites(
        "\"who are the villagers\", \"tell me about the townspeople\"",
        "",
    );
    let told = reload(&t);
    told.has_text("Reloaded: 0 added, 1 changed, 0 removed")
        .has_text("1 warning, press to read:");
    let text = told.text();
    assert!(
        text.contains("||") && text.contains("glass-harbor.toml:"),
        "{text}"
    );
}

#[test]
fn a_broken_guide_is_refused_with_its_lines_and_the_old_one_goes_on() {
    let t = Discord::unwatched();
    t.rewrites(OLD, NEW);
    t.rewrites("spoiler = \"mild\"", "spoiler = \"mildly\"");
    let told = reload(&t);
    told.is_ephemeral()
        .has_text("Not reloaded: 1 error")
        .has_text("faq/glass-harbor.toml:31:11")
        .has_text("```");
    told.has_text("keeps answering.");
    t.mention(MUSIC);
    t.reply().has_text(OLD);
    t.rewrites("spoiler = \"mildly\"", "spoiler = \"mild\"");
    reload(&t).has_text("Reloaded: 0 added, 1 changed, 0 removed");
    t.by(BOB).mentions(MUSIC);
    t.reply().has_text(NEW);
}

#[test]
fn a_broken_guide_is_kept_and_the_edit_of_another_film_goes_live() {
    let t = Discord::with(|_, frontrow| unwatched(two_films(frontrow)));
    let orchard = "faq/tin-orchard.toml";
    let edit = t.frontrow().read(orchard).replace(OLD, NEW);
    t.frontrow().write(orchard, &edit);
    t.rewrites("spoiler = \"mild\"", "spoiler = \"mildly\"");
    t.frontrow()
        .write("faq/glass-harbor.sync-conflict-1.toml", "");
    reload(&t)
        .is_ephemeral()
        .has_text("Reloaded: 0 added, 1 changed, 0 removed")
        .has_text("Changed: `tin-orchard/sound/music`")
        .has_text("Kept as it was, because of errors: `glass-harbor.toml`")
        .has_text("Left out, because of errors: `glass-harbor.sync-conflict-1.toml`")
        .has_text("faq/glass-harbor.toml:31:11");
    t.mention("who composed the music of Tin Orchard");
    t.reply().has_text(NEW);
}

#[test]
fn a_very_broken_guide_comes_as_a_file() {
    let t = Discord::unwatched();
    t.rewrites("text = ", "txet = ");
    t.rewrites("ask = ", "aks = ");
    t.rewrites("title = ", "tilte = ");
    let told = reload(&t);
    told.is_ephemeral()
        .has_text("Not reloaded:")
        .has_text("glass-harbor.toml:")
        .has_text("```");
    told.has_file("reload.txt", "tilte");
    t.mention(SAD);
    t.reply().has_title(SAD_TITLE);
}

#[test]
fn only_those_who_manage_the_server_reload() {
    let t = Discord::unwatched();
    t.rewrites(OLD, NEW);
    for user in [ADA, JANITOR] {
        t.by(user)
            .slash("reload", &[])
            .is_ephemeral()
            .has_text("Only members who can manage the server");
    }
    t.mention(MUSIC);
    t.reply().has_text(OLD);
    t.by(OWNER).slash("reload", &[]).has_text("1 changed");
}

#[test]
fn only_in_some_servers_where_the_settings_say_so() {
    let other = (GUILD + 1).to_string();
    let t = Discord::set(&[("FRONTROW_RELOAD_GUILDS", &other)]);
    reload(&t)
        .is_ephemeral()
        .has_text("cannot be reloaded from this server");
    let here = format!("{other},{GUILD}");
    let t = Discord::set(&[("FRONTROW_RELOAD_GUILDS", &here)]);
    reload(&t).is_ephemeral().has_text("Reloaded");
}

#[test]
fn two_reloads_at_once_are_one_after_the_other() {
    let t = Discord::unwatched();
    t.rewrites(OLD, NEW);
    let both = [MODERATOR, OWNER].map(|user| t.by(user).begins_slash("reload", &[]));
    let texts = both.map(|one| one.reply().text());
    let n_changed = |n: usize| {
        texts
            .iter()
            .filter(|text| text.contains(&format!("{n} changed")))
            .count()
    };
    assert_eq!((n_changed(1), n_changed(0)), (1, 1), "{texts:?}");
}

#[test]
fn an_edit_is_noticed_and_logged_once() {
    let t = Discord::start();
    let guide = t.frontrow().read(GUIDE);
    t.frontrow().write(GUIDE, &guide.replace(OLD, NEW));
    t.see_logged("guides reloaded: 1 changed");
    t.mention(MUSIC);
    t.reply().has_text(NEW);
    t.frontrow()
        .write(GUIDE, &guide.replace("[film]", "[flim]"));
    t.see_logged("guides not reloaded, the old ones go on answering: ");
    t.frontrow().write(GUIDE, &guide);
    t.wait("the repaired guide", |world| {
        (world.log.matches("guides reloaded: 1 changed").count() == 2).then_some(())
    });
    t.by(BOB).mentions(MUSIC);
    t.reply().has_text(OLD);
    assert_eq!(t.terminate().matches("reloaded").count(), 3);
}

#[test]
fn a_signal_reloads_too() {
    let t = Discord::with(|_, frontrow| unwatched(frontrow));
    t.rewrites(OLD, NEW);
    t.signals("HUP");
    t.see_logged("guides reloaded: 1 changed");
    t.mention(MUSIC);
    t.reply().has_text(NEW);
    assert_eq!(t.terminate().matches("reloaded").count(), 1);
}
