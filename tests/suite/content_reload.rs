//! Guides are edited while the bot answers: a good edit is taken over, a bad one never takes answers away.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use frontrow::content::Reloader;
use frontrow::content::Watching;

use crate::harness::guides::{Folder, SOUND, found};

/// The time that a test waits for a reload before it fails; a reload takes well under a second.
const RELOAD_TIMEOUT: Duration = Duration::from_secs(20);
/// The time that a test watches that nothing happens: longer than the watcher waits for quiet.
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
    let live = Arc::new(live(folder));
    let (sender, receiver) = channel();
    let watching = live.watch_with(move |outcome| {
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
