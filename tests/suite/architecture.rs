//! The layers of the project: who may name whom, what stays pure, what is named in one place only.

use std::collections::BTreeSet;

use crate::harness::source::{found, none_breaks, sources, strings};
use crate::harness::uses::Uses;

/// The modules that the code of a module may name, itself apart. Whoever is not here may name any.
const ARROWS: [(&str, &[&str]); 18] = [
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
    ("store", &["guide"]),
    // Panels show records of the store as they are: plain data, and nothing else of the store.
    (
        "chat",
        &[
            "answer", "guide", "library", "markup", "reply", "store", "text",
        ],
    ),
    // Which spoilers stay hidden is a word that people set, and `reply` is where it means something.
    ("config", &["reply"]),
    ("health", &[]),
    ("metrics", &[]),
    (
        "app",
        &[
            "answer", "chat", "config", "content", "guide", "health", "library", "markup",
            "metrics", "reply", "store", "text",
        ],
    ),
    // Pages are made from the library, and looked for by the words and the letters of a mistyped address.
    (
        "web",
        &[
            "answer", "app", "chat", "guide", "health", "library", "markup", "metrics", "reply",
            "text",
        ],
    ),
    // Whether a message has words at all is a matter of its letters.
    (
        "discord",
        &[
            "answer", "app", "chat", "config", "content", "guide", "health", "markup", "metrics",
            "reply", "store", "text",
        ],
    ),
    // Besides what it shares with the other surfaces, it has the tools of those who write guides.
    (
        "cli",
        &[
            "answer", "app", "chat", "config", "content", "discord", "guide", "health", "library",
            "markup", "metrics", "reply", "search", "store", "text", "web",
        ],
    ),
    ("main", &["cli", "config"]),
];

/// Modules that only compute: the same in, the same out.
const PURE: [&str; 8] = [
    "guide", "markup", "text", "search", "answer", "library", "reply", "chat",
];

/// The words that only code which does more than compute has a use for.
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
const READS_FILES: [&str; 12] = [
    "content/source.rs",  // the guides
    "content/watch.rs",   // that the guides changed
    "config/env_file.rs", // .env
    "config/token.rs",    // the token, where it is in a file of its own
    "config/database.rs", // the address of the database, where it is in a file of its own
    "cli/library.rs",     // a collection to measure
    "cli/eval/mod.rs",    // questions to measure
    "cli/new.rs",         // writes a guide to fill in
    "cli/export.rs",      // writes pages
    "cli/backup.rs",      // writes what the database holds
    "cli/restore.rs",     // takes a backup over
    "cli/import.rs",      // articles, and the guides made of them
];

/// The files that read the environment.
const READS_ENVIRONMENT: [&str; 2] = ["config/mod.rs", "main.rs"];

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
fn no_files_use_each_other_in_a_circle() {
    let circles = Uses::new(&sources("src")).circles();
    assert!(circles.is_empty(), "{circles:#?}");
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
fn only_the_store_knows_databases() {
    none_breaks("only store/ names sqlx", "src", |source| {
        if source.module() == "store" {
            Vec::new()
        } else {
            found(source, &["sqlx::"])
        }
    });
}

#[test]
fn chat_knows_the_stores_records_only() {
    none_breaks("chat/ names records of the store only", "src", |source| {
        let named = source.code.matches("store::").count();
        let records = source.code.matches("store::records").count();
        match source.module() == "chat" && named > records {
            true => vec!["something else of the store".to_owned()],
            false => Vec::new(),
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
