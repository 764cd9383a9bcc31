//! Guides are edited while the bot answers: a good edit is taken over, a bad one never takes answers away.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use frontrow::content::{LoadOptions, Reloader, Watching, load};

use crate::harness::guides::{Folder, SOUND, found};

/// The time that a test waits for a reload before it fails; a reload takes well under a second.
const RELOAD_TIMEOUT: Duration = Duration::from_secs(20);
/// The time between two looks at the folder where the system tells of nothing.
const LOOK: Duration = Duration::from_millis(200);
/// The time for which a test watches that nothing happens: longer than the watcher waits for quiet.
const QUIET_TIME: Duration = Duration::from_millis(900);

fn live(folder: &Folder) -> Reloader {
    let sound = folder.load().strict().expect("sound guides");
    Reloader::new(folder.path(), sound, Arc::default())
}

fn text(live: &Reloader) -> String {
    let library = live.current();
    let entry = library.guides()[0].entry("plot/setting");
    entry.expect("there").text.source().to_owned()
}

#[test]
fn a_good_edit_is_taken_over_and_says_what_changed() {
    let folder = Folder::with(SOUND);
    let live = live(&folder);
    let before = live.current();
    folder.write("a.toml", SOUND.replace("tin trees", "copper trees") + MORE);
    let reloaded = live.reload().expect("a good edit");
    assert_eq!(reloaded.changes.to_string(), "1 added, 1 changed");
    assert_eq!(text(&live), "It is set on a farm of copper trees.");
    assert_ne!(live.current().revision(), before.revision());
    // A question that began before the edit keeps the library it began with.
    let old = before.guides()[0].entry("plot/setting").expect("there");
    assert_eq!(old.text.source(), "It is set on a farm of tin trees.");
}

#[test]
fn a_bad_edit_changes_nothing_and_says_what_is_wrong() {
    let folder = Folder::with(SOUND);
    let live = live(&folder);
    folder.write("a.toml", SOUND.replace("text =", "txet ="));
    let errors = live.reload().map(|_| ()).expect_err("a bad edit");
    assert_eq!(
        found(&errors),
        ["missing-key a.toml:11:1", "unknown-key a.toml:15:1"]
    );
    assert_eq!(text(&live), "It is set on a farm of tin trees.");
    folder.remove("a.toml");
    assert!(live.reload().is_err());
    assert_eq!(text(&live), "It is set on a farm of tin trees.");
}

/// Another film's guide.
fn other(text: &str) -> String {
    let other = SOUND.replace("The Tin Orchard", "Nine Loud Birds");
    other.replace("It is set on a farm of tin trees.", text)
}

/// Returns the text of each film's only entry.
fn texts(live: &Reloader) -> Vec<String> {
    let library = live.current();
    let guides = library.guides().iter();
    let entries = guides.filter_map(|guide| guide.entry("plot/setting"));
    entries
        .map(|entry| entry.text.source().to_owned())
        .collect()
}

#[test]
fn a_bad_edit_holds_nobody_elses_edit_up() {
    const TIN: &str = "It is set on a farm of tin trees.";
    let failing =
        format!("{SOUND}[[check]]\nask = \"recipe for bread\"\nanswer = \"plot/setting\"\n");
    for bad in [
        "[film",
        "",
        &SOUND.replace("text =", "txet ="),
        // Sound by itself, but it does not answer as it says.
        &failing.replace("tin trees", "bread"),
    ] {
        let folder = Folder::with(SOUND).file("b.toml", other("In a loft."));
        let live = live(&folder);
        folder.write("a.toml", bad);
        folder.write("b.toml", other("In a cellar."));
        let reloaded = live.reload().expect("one good edit");
        assert_eq!(reloaded.changes.to_string(), "1 changed", "{bad}");
        let refused = reloaded.refused.iter();
        let refused: Vec<_> = refused.map(|one| (one.file, one.is_kept)).collect();
        assert_eq!(refused, [(0, true)], "{bad}");
        assert_eq!(texts(&live), [TIN, "In a cellar."], "{bad}");
        // What is kept is kept through the next edit too, and repaired like any other.
        folder.write("b.toml", other("In a barn."));
        live.reload().expect("one good edit");
        assert_eq!(texts(&live), [TIN, "In a barn."], "{bad}");
        folder.write("a.toml", SOUND.replace("tin trees", "zinc trees"));
        live.reload().expect("a repair");
        assert_eq!(
            texts(&live)[0],
            TIN.replace("tin trees", "zinc trees"),
            "{bad}"
        );
    }
}

#[test]
fn a_copy_that_a_tool_left_behind_is_named_and_holds_nothing_up() {
    for (name, copy, code) in [
        (
            "a.sync-conflict-1.toml",
            SOUND.to_owned(),
            "bad-file-name a.sync-conflict-1.toml:1:1",
        ),
        (
            "a-copy.toml",
            SOUND.to_owned(),
            "duplicate-film a-copy.toml:2:9",
        ),
        ("0.toml", SOUND.to_owned(), "duplicate-film 0.toml:2:9"),
    ] {
        let folder = Folder::with(SOUND).file("b.toml", other("In a loft."));
        let live = live(&folder);
        folder.write(name, copy);
        folder.write("b.toml", other("In a cellar."));
        let reloaded = live.reload().expect("one good edit");
        assert_eq!(
            texts(&live),
            ["It is set on a farm of tin trees.", "In a cellar."]
        );
        let found = found(&reloaded.found);
        assert!(found.contains(&code.to_owned()), "{found:?}");
        assert!(!reloaded.refused[0].is_kept, "{name}");
    }
}

#[test]
fn a_film_whose_file_gets_a_name_that_is_none_keeps_its_guide() {
    let folder = Folder::with(SOUND).file("b.toml", other("In a loft."));
    let live = live(&folder);
    for name in ["A Copy.toml", "chat.toml"] {
        folder.remove("a.toml");
        folder.write(name, SOUND);
        folder.write("b.toml", other(name));
        live.reload().expect("one good edit");
        assert_eq!(texts(&live), ["It is set on a farm of tin trees.", name]);
        folder.remove(name);
        folder.write("a.toml", SOUND);
    }
    folder.remove("a.toml");
    live.reload().expect("a guide that somebody removed");
    assert_eq!(texts(&live), ["chat.toml"]);
}

#[test]
fn a_film_that_was_unsound_at_the_start_holds_nothing_up() {
    let folder = Folder::with("[film").file("b.toml", other("In a loft."));
    let sound = folder.load().lenient().expect("one film is sound");
    let live = Reloader::new(folder.path(), sound, Arc::default());
    folder.write("b.toml", other("In a cellar."));
    live.reload().expect("one good edit");
    assert_eq!(texts(&live), ["In a cellar."]);
    folder.write("a.toml", SOUND);
    live.reload().expect("a repair");
    assert_eq!(texts(&live).len(), 2);
}

#[test]
fn two_reloads_at_once_wait_for_each_other() {
    let folder = Folder::with(SOUND);
    let live = live(&folder);
    folder.write("a.toml", SOUND.replace("tin trees", "copper trees"));
    let reload = || live.reload().expect("a good edit").changes.to_string();
    let mut changes = std::thread::scope(|scope| {
        let (one, two) = (scope.spawn(reload), scope.spawn(reload));
        [one.join().expect("no panic"), two.join().expect("no panic")]
    });
    changes.sort();
    assert_eq!(changes, ["1 changed", "no entry changed"]);
}

#[test]
fn the_same_guides_have_the_same_revision() {
    let folder = Folder::with(SOUND);
    let (first, second) = (live(&folder), live(&folder));
    assert_eq!(first.current().revision(), second.current().revision());
    assert!(first.reload_if_changed().is_none());
}

const MORE: &str = "\n[[faq]]\nid = 'why'\nquestion = 'Why tin?'\nask = ['why', 'what for', 'tin?']\nanswer = 'It shines.'\n";

type Outcome = Result<String, usize>;

/// Watches a folder; each reload's outcome arrives as the summary or the number of problems.
fn watched(folder: &Folder) -> (Arc<Reloader>, Watching, Receiver<Outcome>) {
    watched_at(folder.path())
}

fn watched_at(folder: &Path) -> (Arc<Reloader>, Watching, Receiver<Outcome>) {
    let loaded = load(folder, &LoadOptions::default());
    let sound = loaded.strict().expect("sound guides");
    let live = Arc::new(Reloader::new(folder, sound, Arc::default()));
    let (sender, receiver) = channel();
    let watching = live.watch_with(LOOK, move |outcome| {
        let outcome = match outcome {
            Ok(reloaded) => Ok(reloaded.changes.to_string()),
            Err(diagnostics) => Err(diagnostics.records().len()),
        };
        // The test may be over already.
        let _ = sender.send(outcome);
    });
    (live, watching.expect("the folder can be watched"), receiver)
}

#[test]
fn a_file_that_an_editor_replaces_is_reloaded() {
    let folder = Folder::with(SOUND);
    let (live, _watching, reloads) = watched(&folder);
    folder.replace("a.toml", SOUND.replace("tin trees", "copper trees"));
    assert_eq!(
        reloads.recv_timeout(RELOAD_TIMEOUT),
        Ok(Ok("1 changed".to_owned()))
    );
    assert_eq!(text(&live), "It is set on a farm of copper trees.");
    folder.replace("a.toml", "[film");
    assert_eq!(
        reloads
            .recv_timeout(RELOAD_TIMEOUT)
            .map(|outcome| outcome.is_err()),
        Ok(true)
    );
    assert_eq!(text(&live), "It is set on a farm of copper trees.");
}

#[test]
fn after_a_burst_of_changes_the_last_counts() {
    let folder = Folder::with(SOUND);
    let (live, _watching, reloads) = watched(&folder);
    for n in 0..20 {
        folder.replace("a.toml", SOUND.replace("tin trees", &format!("{n} trees")));
    }
    folder.replace("b.toml", SOUND.replace("1999", "2019"));
    // A slow machine may see the burst as several: what counts is what it ends with.
    while live.current().guides().len() < 2 {
        let outcome = reloads.recv_timeout(RELOAD_TIMEOUT);
        assert!(outcome.expect("a reload").is_ok(), "every state was sound");
    }
    assert_eq!(text(&live), "It is set on a farm of 19 trees.");
}

#[test]
fn a_folder_that_a_deploy_swaps_and_a_guide_that_is_a_link_are_noticed() {
    let deploys = Folder::new();
    let put = |folder: &str, text: &str| {
        let folder = deploys.path().join(folder);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("a.toml"), text).expect("a guide");
    };
    let link = |target: &str, name: &str| {
        let new = deploys.path().join("new");
        std::os::unix::fs::symlink(target, &new).expect("a link");
        fs::rename(new, deploys.path().join(name)).expect("a swap");
    };
    let trees = |kind: &str| SOUND.replace("tin trees", kind);
    put("1", SOUND);
    put("2", &trees("copper trees"));
    put("shared", &trees("iron trees"));
    link("1", "current");
    let folder = deploys.path().join("current");
    let (live, _watching, reloads) = watched_at(&folder);
    let reload = || reloads.recv_timeout(RELOAD_TIMEOUT);
    link("2", "current");
    assert_eq!(reload(), Ok(Ok("1 changed".to_owned())));
    assert_eq!(text(&live), "It is set on a farm of copper trees.");
    link("../shared/a.toml", "2/a.toml");
    assert_eq!(reload(), Ok(Ok("1 changed".to_owned())));
    put("shared", &trees("lead trees"));
    assert_eq!(reload(), Ok(Ok("1 changed".to_owned())));
    assert_eq!(text(&live), "It is set on a farm of lead trees.");
}

#[test]
fn other_files_and_unchanged_ones_cause_no_reload() {
    let folder = Folder::with(SOUND);
    let (_live, watching, reloads) = watched(&folder);
    folder.write("notes.txt", "hello");
    folder.write(".a.toml.swp", "hello");
    folder.replace("a.toml", SOUND);
    assert_eq!(
        reloads.recv_timeout(QUIET_TIME),
        Err(RecvTimeoutError::Timeout)
    );
    drop(watching);
    assert_eq!(
        reloads.recv_timeout(RELOAD_TIMEOUT),
        Err(RecvTimeoutError::Disconnected)
    );
}
