//! Whatever is imported, in whatever form: nothing panics, and `check` finds no error in what was made.

use std::path::Path;

use frontrow::content::{Article, ImportOptions, Severity, SourceFile, import, import_into, judge};
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::test_runner::TestCaseError;

use crate::harness::guides::{SOUND, TODAY};

/// The forms that articles are read in.
const NAMES: [&str; 8] = [
    "a.md", "a.html", "a.txt", "a.csv", "a.tsv", "a.yaml", "a.toml", "a.json",
];

/// Parts of articles in all forms, and what is hard about them.
const PARTS: [&str; 60] = [
    "# Plot\n\n",
    "## Ending\n",
    "### A\n\n",
    "Plot Summary\n\n",
    "== Cast ==\n",
    "Title: words\n\n",
    "**Bold:** words ",
    "**Is it long?** ",
    "Q: Is it?\nA: Yes.\n\n",
    "1. Is it long?\n\n",
    "1912. It sails.\n\n",
    "- one\n- two\n\n",
    "  - inner\n",
    "3. three\n4. four\n",
    "> quote\n",
    "```\ncode\n```\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "---\n",
    "***",
    "**",
    "*",
    "_",
    "`",
    "~~",
    "||",
    "[a](b)",
    "[a](https://a.example/(x))",
    "[see](#plot)",
    "](",
    "[^1]",
    "[^1]: note\n",
    "<b>",
    "</b>",
    "<p>",
    "<li>",
    "<ul>",
    "</ul>",
    "<h2>FAQ</h2>",
    "<table><tr><td>",
    "<script>",
    "</script>",
    "<@123>",
    "@everyone ",
    "http://x ",
    "<https://a.example>",
    "&amp;",
    "&lt;b&gt;",
    "\\",
    "\\*",
    "'''",
    "\"\"\"",
    "\"a\",\"b\"\n",
    "question,answer\n",
    "- question: a\n  answer: b\n",
    "{\"a?\": \"b\"}",
    "[[faq]]\nquestion = 'a?'\nanswer = 'b'\n",
    "??? question \"a?\"\n    b\n\n",
    "\u{202e}",
    "-# small\n",
    "FAQ\n\n",
];

/// Returns articles made of parts, of words, and of anything.
fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => (0..PARTS.len()).prop_map(|at| PARTS[at].to_owned()),
        2 => "[A-Za-z ,.?:]{1,60}",
        1 => any::<char>().prop_map(String::from),
        1 => Just("\n\n".to_owned()),
    ];
    proptest::collection::vec(part, 1..24).prop_map(|parts| parts.concat())
}

/// Expects that a guide has no error.
fn is_sound(text: &str, of: &str) -> Result<(), TestCaseError> {
    let file = SourceFile::new(Path::new("a.toml"), text);
    let found = judge(file, TODAY);
    match found.count(Severity::Error) {
        0 => Ok(()),
        _ => Err(TestCaseError::fail(format!(
            "{of:?}\n{text}\n{}",
            found.render(false)
        ))),
    }
}

proptest! {
    #[test]
    fn what_is_made_is_sound(text in texts(), name in 0..NAMES.len()) {
        let articles = [Article { path: NAMES[name].to_owned(), text: text.clone() }];
        let options = ImportOptions { title: Some("The Tin Orchard".to_owned()), year: Some(1999) };
        if let Ok(imported) = import(&articles, &options) {
            is_sound(&imported.text, &text)?;
        }
        if let Ok(imported) = import_into(&articles, SOUND) {
            is_sound(&imported.text, &text)?;
        }
    }
}
