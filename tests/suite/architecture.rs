//! The shape of the project: who may name whom, what stays pure, how long a file may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::program::{project, read};
use crate::harness::source::{Source, sources, strings};

/// Which modules the code of a module may name, itself apart. Whoever is not here may name any.
const ARROWS: [(&str, &[&str]); 17] = [
    ("text", &[]),
    // Plain data too, and the texts of entries are made of it.
    ("markup", &[]),
    ("guide", &["markup"]),
    ("search", &["text", "guide"]),
    ("answer", &["search", "guide", "text"]),
    ("library", &["answer", "search", "guide", "text"]),
    ("reply", &["answer", "guide", "markup"]),
    (
        "content",
        &[
            "answer", "guide", "library", "markup", "metrics", "search", "text",
        ],
    ),
    (
        "chat",
        &["answer", "guide", "library", "markup", "reply", "text"],
    ),
    // Which spoilers stay hidden is a word that people set, and `reply` is where it means something.
    ("config", &["reply"]),
    ("health", &[]),
    ("metrics", &[]),
    (
        "app",
        &[
            "answer", "chat", "config", "content", "guide", "health", "library", "markup",
            "metrics", "reply", "text",
        ],
    ),
    // Pages are made from the library, and looked for by the words of a mistyped address.
    (
        "web",
        &[
            "answer", "app", "chat", "guide", "health", "library", "markup", "metrics", "reply",
        ],
    ),
    // Whether a message has words at all is a matter of its letters.
    (
        "discord",
        &[
            "answer", "app", "chat", "config", "content", "guide", "health", "markup", "metrics",
            "reply", "text",
        ],
    ),
    // Besides what it shares with the other surfaces, it has the tools of those who write guides.
    (
        "cli",
        &[
            "answer", "app", "chat", "config", "content", "discord", "guide", "health", "library",
            "markup", "metrics", "reply", "search", "text", "web",
        ],
    ),
    ("main", &["cli", "config"]),
];

/// Modules that only compute: the same in, the same out.
const PURE: [&str; 8] = [
    "guide", "markup", "text", "search", "answer", "library", "reply", "chat",
];

/// What only code that does more than compute has a use for.
const IMPURE: [&str; 16] = [
    "std::fs",
    "std::env",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "Instant",
    "SystemTime",
    "async ",
    ".await",
    "println!",
    "print!",
    "panic!",
    "unreachable!",
    "include_str!(\"/",
];

/// The files that read or write files, and which.
const READS_FILES: [&str; 7] = [
    "content/source.rs",  // the guides
    "content/watch.rs",   // that the guides changed
    "config/env_file.rs", // .env
    "cli/library.rs",     // a collection to measure
    "cli/eval/mod.rs",    // questions to measure
    "cli/new.rs",         // writes a guide to fill in
    "cli/export.rs",      // writes pages
];

/// The files that read the environment.
const READS_ENVIRONMENT: [&str; 2] = ["config/mod.rs", "main.rs"];

/// Longest file, in lines.
const MAX_LINES: usize = 400;

/// What may lie at the top of the project.
const TOP: [&str; 11] = [
    ".ci",
    ".env.example",
    ".gitignore",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "deploy",
    "faq",
    "src",
    "tests",
];

/// Checks every file of some folder and lists all that break the rule.
#[track_caller]
fn none_breaks(rule: &str, folder: &str, broken: impl Fn(&Source) -> Vec<String>) {
    let sources = sources(folder);
    assert!(sources.len() > 10, "the files of {folder} are found");
    let all = sources.iter().flat_map(|source| {
        let broken = broken(source);
        broken
            .into_iter()
            .map(|what| format!("{}: {what}", source.path))
    });
    let all: Vec<String> = all.collect();
    assert!(all.is_empty(), "{rule}\n{}", all.join("\n"));
}

/// Returns those of `words` that the code of a file has.
fn found(source: &Source, words: &[&str]) -> Vec<String> {
    let found = words.iter().filter(|word| source.code.contains(**word));
    found.map(|word| (*word).to_owned()).collect()
}

#[test]
fn modules_name_only_what_they_may() {
    none_breaks(
        "a module names one that it must not know",
        "src",
        |source| {
            let Some((_, allowed)) = ARROWS.iter().find(|(module, _)| *module == source.module())
            else {
                return Vec::new();
            };
            let named = source.names().into_iter();
            named
                .filter(|name| *name != source.module() && !allowed.contains(&name.as_str()))
                .collect()
        },
    );
}

#[test]
fn every_module_has_its_arrows() {
    let modules: BTreeSet<String> = sources("src")
        .iter()
        .map(|source| source.module().to_owned())
        .collect();
    let known: BTreeSet<String> = ARROWS
        .iter()
        .map(|(module, _)| (*module).to_owned())
        .chain(["lib".to_owned()])
        .collect();
    assert_eq!(modules, known);
}

#[test]
fn the_core_only_computes() {
    none_breaks(
        "guide, markup, text, search, answer, library, reply and chat are pure",
        "src",
        |source| {
            if PURE.contains(&source.module()) {
                found(source, &IMPURE)
            } else {
                Vec::new()
            }
        },
    );
}

#[test]
fn files_are_read_in_few_places() {
    none_breaks("another file reads or writes files", "src", |source| {
        if READS_FILES.contains(&source.name()) {
            Vec::new()
        } else {
            found(source, &["std::fs", "fs::", "File::"])
        }
    });
}

#[test]
fn only_web_names_axum() {
    none_breaks("only web/ names axum", "src", |source| {
        if source.module() == "web" {
            Vec::new()
        } else {
            found(source, &["axum", "askama"])
        }
    });
}

#[test]
fn the_environment_is_read_in_few_places() {
    none_breaks(
        "only config/mod.rs and main.rs read the environment",
        "src",
        |source| {
            if READS_ENVIRONMENT.contains(&source.name()) {
                Vec::new()
            } else {
                found(source, &["std::env", "env::var"])
            }
        },
    );
}

#[test]
fn only_the_bot_in_discord_knows_how_discord_is_spoken_to() {
    none_breaks("only discord/ names serenity or poise", "src", |source| {
        if source.module() == "discord" {
            return Vec::new();
        }
        // The log names a module of serenity's, in a text.
        let strings = strings(&source.code);
        let all = |word: &str| source.code.matches(word).count();
        let quoted = |word: &str| strings.iter().map(|said| said.matches(word).count()).sum();
        let names = ["serenity::", "serenity as", "poise::", "poise as"].into_iter();
        names
            .filter(|word| all(word) > quoted(word))
            .map(str::to_owned)
            .collect()
    });
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "tests"] {
        none_breaks("a file begins with //!", folder, |source| {
            if source.text.starts_with("//! ") {
                Vec::new()
            } else {
                vec!["does not".to_owned()]
            }
        });
    }
}

#[test]
fn files_are_short() {
    for folder in ["src", "tests"] {
        none_breaks("a file is longer than it may be", folder, |source| {
            let n_lines = source.text.lines().count();
            if n_lines <= MAX_LINES {
                Vec::new()
            } else {
                vec![format!("{n_lines} lines")]
            }
        });
    }
}

#[test]
fn nothing_is_unwrapped() {
    none_breaks("unwrap() stays out of what people run", "src", |source| {
        found(source, &[".unwrap()", "todo!", "unimplemented!"])
    });
}

#[test]
fn lints_are_expected_with_a_reason() {
    for folder in ["src", "tests"] {
        none_breaks("an attribute allows without a reason", folder, |source| {
            // Spelt in two parts, or this file would break its own rule.
            let mut broken = found(source, &[concat!("#[", "allow("), concat!("#![", "allow(")]);
            let expected = source.code.split(concat!("[", "expect(")).skip(1);
            let without = expected.filter(|rest| {
                !rest
                    .split(")]")
                    .next()
                    .is_some_and(|inside| inside.contains("reason ="))
            });
            broken.extend(without.map(|rest| rest.lines().next().unwrap_or_default().to_owned()));
            broken
        });
    }
}

#[test]
fn what_the_bot_says_is_said_calmly() {
    let texts = sources("src").into_iter();
    let texts = texts.filter(|source| source.name().starts_with("reply/texts"));
    let (mut n_files, mut n_sentences) = (0, 0);
    for source in texts {
        let said = strings(&source.code);
        let loud: Vec<&&str> = said.iter().filter(|said| said.contains('!')).collect();
        assert!(loud.is_empty(), "{}: {loud:?}", source.path);
        n_files += 1;
        n_sentences += said.len();
    }
    assert!(n_files > 1 && n_sentences > 10, "the sentences are found");
}

#[test]
fn the_top_of_the_project_holds_what_belongs_there() {
    let strange: Vec<String> = top()
        .into_iter()
        .filter(|name| !TOP.contains(&name.as_str()))
        .collect();
    assert!(strange.is_empty(), "{strange:?}");
    for needed in TOP.into_iter().filter(|name| *name != "deploy") {
        assert!(project(needed).exists(), "{needed} is missing");
    }
}

/// Returns the names at the top: what git keeps, or, outside a repository, what is there and not ignored.
fn top() -> BTreeSet<String> {
    let git = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(project(""))
        .output();
    let listed = git
        .ok()
        .filter(|output| output.status.success() && !output.stdout.is_empty());
    if let Some(output) = listed {
        let files = String::from_utf8_lossy(&output.stdout).into_owned();
        let tops = files.split('\0').filter_map(|file| file.split('/').next());
        return tops
            .filter(|top| !top.is_empty())
            .map(str::to_owned)
            .collect();
    }
    let ignored = read(".gitignore");
    let is_ignored =
        |name: &str| name == ".git" || ignored.lines().any(|line| line.trim_matches('/') == name);
    let names = fs::read_dir(Path::new(&project("")))
        .expect("the project")
        .flatten();
    let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| !is_ignored(name)).collect()
}
