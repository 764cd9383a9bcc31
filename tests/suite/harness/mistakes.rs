//! Guides with mistakes, and checks of which mistakes are found and where.

use frontrow::content::Severity;

use super::guides::{Folder, SOUND, found};

/// Two guides with twelve different mistakes.
pub(crate) const TWELVE_MISTAKES: [(&str, &str); 2] = [
    (
        "first.toml",
        r#"[film]
title = "First"
yeer = 2001
runtime_minutes = "ninety"

[[section]]
id = "Plot One"
title = "Plot"
ask = ["what happens", "what is the plot", "story"]
text = "It *happens* in `code`."

[[section]]
id = "cast"
title = "Cast"
spoiler = "endings"
ask = ["who is it with", "What... happens?", "people"]
text = "See [more](entry:cats)."
"#,
    ),
    (
        "second.toml",
        r#"[film]
title = "Second
year = 2001

[[faq]]
id = "why"
question = "Why?"
ask = ["why", "what for", "how come"]
section = "nowhere"
answer = "Because."

[[faq]]
id = "why"
question = "Why not?"
ask = ["why not", "and not", "what against"]

[[check]]
ask = "why"
answer = "faq/wyh"
"#,
    ),
];

/// An entry of the sound guide whose text comes next.
const ENTRY: &str = "[[section.entry]]\nid='x'\ntitle='X'\nask=['one','two','three']\ntext='''\n";

/// Checks that a guide has exactly these errors and warnings, each as `code line:column`.
#[track_caller]
pub(crate) fn check(text: &str, expected: &[impl AsRef<str>]) {
    let (found, rendered) = mistakes(text);
    let expected: Vec<&str> = expected.iter().map(AsRef::as_ref).collect();
    assert_eq!(found, expected, "{text}\n{rendered}");
}

/// Checks the sound guide with more lines below it; `expected` counts lines from the first of these.
#[track_caller]
pub(crate) fn below(more: &str, expected: &[&str]) {
    check(
        &format!("{SOUND}{more}"),
        &moved(expected, SOUND.lines().count()),
    );
}

/// Checks the sound guide with one line replaced.
#[track_caller]
pub(crate) fn instead(line: &str, other: &str, expected: &[&str]) {
    assert!(SOUND.contains(line), "{line}");
    check(&SOUND.replace(line, other), expected);
}

/// Checks a text in an entry; places are counted in the text, whose first line is 1.
#[track_caller]
pub(crate) fn in_text(text: &str, expected: &[&str]) {
    let expected = moved(expected, ENTRY.lines().count());
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    below(&format!("{ENTRY}{text}\n'''\n"), &expected);
}

/// Checks the first mistake in a text; some kinds of markup are two at once.
#[track_caller]
pub(crate) fn first_in_text(text: &str, expected: &str) {
    let head = format!("{SOUND}{ENTRY}");
    let expected = moved(&[expected], head.lines().count());
    let (found, rendered) = mistakes(&format!("{head}{text}\n'''\n"));
    assert_eq!(found.first(), expected.first(), "{text}\n{rendered}");
}

/// Returns the errors and warnings of a guide, and how they are shown.
fn mistakes(text: &str) -> (Vec<String>, String) {
    let folder = Folder::with(text);
    let loaded = folder.load();
    let diagnostics = loaded.diagnostics();
    let shown = found(diagnostics).into_iter().zip(diagnostics.iter());
    let mistakes = shown.filter(|(_, one)| one.severity != Severity::Note);
    let found = mistakes.map(|(shown, _)| shown.replace("a.toml:", ""));
    (found.collect(), diagnostics.render(false))
}

/// Moves each `code line:column` down by some lines.
fn moved(expected: &[&str], by: usize) -> Vec<String> {
    let moved = |one: &&str| {
        let (code, place) = one.split_once(' ').expect("code line:column");
        let (line, column) = place.split_once(':').expect("line:column");
        let line: usize = line.parse().expect("a line");
        format!("{code} {}:{column}", line + by)
    };
    expected.iter().map(moved).collect()
}
