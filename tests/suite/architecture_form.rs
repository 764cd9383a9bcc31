//! The form of the project: how long a file and a function may be, what is documented, what has a name of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::program::{project, read};
use crate::harness::source::{found, none_breaks, sources, strings};

/// Longest file, in lines.
const MAX_LINES: usize = 400;

/// Longest function, in lines.
const MAX_FUNCTION_LINES: usize = 60;
/// The names that may lie at the top of the project.
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

/// Words that a question begins with; a doc comment says it as a sentence.
const QUESTION_WORDS: [&str; 10] = [
    "How", "What", "When", "Where", "Whether", "Which", "Who", "Whom", "Whose", "Why",
];

#[test]
fn doc_comments_are_no_questions() {
    for folder in ["src", "tests"] {
        none_breaks(
            "a doc comment begins with a question word",
            folder,
            |source| {
                // Discord shows this one: it is what the command is for, in the words of the list of commands.
                if source.path == "src/discord/commands/about.rs" {
                    return Vec::new();
                }
                let lines: Vec<&str> = source.text.lines().map(str::trim_start).collect();
                let firsts = lines.iter().enumerate().filter_map(|(at, line)| {
                    let before = at.checked_sub(1).map_or("", |before| lines[before]);
                    let doc = line.strip_prefix("/// ").or(line.strip_prefix("//! "))?;
                    let goes_on = before.starts_with("/// ") || before.starts_with("//! ");
                    (!goes_on).then_some((at + 1, doc))
                });
                let questions = firsts.filter(|(_, doc)| {
                    let word = doc.split(|letter: char| !letter.is_alphabetic()).next();
                    word.is_some_and(|word| QUESTION_WORDS.contains(&word))
                });
                questions
                    .map(|(number, doc)| format!("line {number}: {doc}"))
                    .collect()
            },
        );
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
fn functions_are_short() {
    for folder in ["src", "tests"] {
        none_breaks("a function is longer than it may be", folder, |source| {
            let long = functions(&source.text).into_iter();
            let long = long.filter(|(_, n_lines)| *n_lines > MAX_FUNCTION_LINES);
            long.map(|(name, n_lines)| format!("{name}: {n_lines} lines"))
                .collect()
        });
    }
}

/// Returns the functions of some code as rustfmt lays it out, each with its lines.
fn functions(code: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let length = |first: usize| {
        let indent = lines[first].len() - lines[first].trim_start().len();
        let end = format!("{}}}", &lines[first][..indent]);
        let of_one_line = lines[first].ends_with(['}', ';']);
        let rest = lines[first..].iter().position(|line| *line == end);
        if of_one_line {
            1
        } else {
            rest.map_or(1, |at| at + 1)
        }
    };
    let named = lines.iter().enumerate().filter_map(|(at, line)| {
        let (before, name) = line.split_once("fn ")?;
        let is_item = before.split_whitespace().all(|word| {
            word.starts_with("pub") || word.ends_with(')') || ["const", "async"].contains(&word)
        });
        is_item.then_some((name.split(['(', '<']).next()?, length(at)))
    });
    named.collect()
}

#[test]
fn a_type_name_means_one_thing() {
    let mut declared: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources("src") {
        for name in types(&source.code) {
            let files = declared.entry(name.to_owned()).or_default();
            files.push(source.path.clone());
        }
    }
    assert!(declared.len() > 100, "the types are found");
    declared.retain(|_, files| files.len() > 1);
    assert!(declared.is_empty(), "{declared:#?}");
}

/// Returns the types that some code declares; those that belong to a trait are named by the trait.
fn types(code: &str) -> Vec<&str> {
    let declared = code.lines().filter_map(|line| {
        let item = match line.trim_start().split_once("pub") {
            Some(("", rest)) => rest.rsplit(") ").next().unwrap_or(rest).trim_start(),
            _ => line.trim_start(),
        };
        let (kind, name) = item.split_once(' ')?;
        let is_type = match kind {
            "struct" | "enum" | "trait" | "union" => true,
            "type" => !line.starts_with(' '),
            _ => false,
        };
        let end = |sign: char| !sign.is_alphanumeric() && sign != '_';
        is_type.then(|| name.split(end).next().unwrap_or(name))
    });
    declared.collect()
}

#[test]
fn functions_and_types_are_found() {
    let code = "pub(in crate::a) struct A<T>;\ntype B = A;\nimpl B {\n    type C = u8;\n    pub(super) async fn d<T>(\n    ) {\n        fn e() {}\n    }\n}";
    assert_eq!(types(code), ["A", "B"]);
    assert_eq!(functions(code), [("d", 4), ("e", 1)]);
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
