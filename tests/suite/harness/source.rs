//! The project's own source files, as far as tests read them: paths, code without comments and tests, names.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::program::project;

/// A source file.
pub(crate) struct Source {
    /// The path in the project, with slashes: `src/text/mod.rs`.
    pub(crate) path: String,
    /// All it says.
    pub(crate) text: String,
    /// The code without whole lines of comments and, in `src`, without the tests at its end.
    pub(crate) code: String,
}

/// Returns the source files below a folder of the project, by path.
#[track_caller]
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&project(folder), folder, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(dir: &Path, path: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(dir)
        .expect("a folder of the project")
        .flatten()
    {
        let path = format!("{path}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &path, found);
        } else if path.ends_with(".rs") {
            let text = fs::read_to_string(entry.path()).expect("a source file");
            let code = code(&text);
            found.push(Source { path, text, code });
        }
    }
}

fn code(text: &str) -> String {
    let (code, _tests) = text
        .split_once("#[cfg(test)]\nmod tests")
        .unwrap_or((text, ""));
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

impl Source {
    /// Returns the path within `src`: `text/mod.rs`.
    pub(crate) fn name(&self) -> &str {
        self.path.strip_prefix("src/").unwrap_or(&self.path)
    }

    /// Returns the top module it belongs to: `text`.
    pub(crate) fn module(&self) -> &str {
        let first = self.name().split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Returns the top modules that its code names, by whatever path.
    pub(crate) fn names(&self) -> BTreeSet<String> {
        let depth = self
            .name()
            .split('/')
            .filter(|part| *part != "mod.rs")
            .count();
        let above = "super::".repeat(depth);
        let mut names = BTreeSet::new();
        for root in ["crate::", "frontrow::", &above] {
            for (at, _) in self.code.match_indices(root) {
                let before = self.code[..at].chars().next_back();
                // `supercrate::` is no path, and a longer row of `super::` would leave the crate.
                if before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_' || sign == ':') {
                    continue;
                }
                names.extend(heads(&self.code[at + root.len()..]));
            }
        }
        names
    }
}

/// Checks every file of some folder and lists all that break the rule.
#[track_caller]
pub(crate) fn none_breaks(rule: &str, folder: &str, broken: impl Fn(&Source) -> Vec<String>) {
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
pub(crate) fn found(source: &Source, words: &[&str]) -> Vec<String> {
    let found = words.iter().filter(|word| source.code.contains(**word));
    found.map(|word| (*word).to_owned()).collect()
}

/// Returns the first name of a path, or those of a group of paths in braces.
fn heads(path: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        let letters = text.trim_start().chars();
        letters
            .take_while(|sign| sign.is_alphanumeric() || *sign == '_')
            .collect()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let (mut depth, mut heads, mut start) = (0_usize, Vec::new(), 0);
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                heads.push(name(&group[start..at]));
                start = at + 1;
            }
            '}' => depth -= 1,
            _ => {}
        }
        if sign == '}' && start == at + 1 {
            break;
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

/// Returns the strings of some code, without their quotes.
pub(crate) fn strings(code: &str) -> Vec<&str> {
    let mut strings = Vec::new();
    let (mut start, mut is_escaped) = (None, false);
    for (at, sign) in code.char_indices() {
        match (sign, start) {
            _ if is_escaped => is_escaped = false,
            ('\\', Some(_)) => is_escaped = true,
            // A quote as a letter: '"'.
            ('"', None) if code[..at].ends_with('\'') && code[at + 1..].starts_with('\'') => {}
            ('"', None) => start = Some(at + 1),
            ('"', Some(from)) => {
                strings.push(&code[from..at]);
                start = None;
            }
            _ => {}
        }
    }
    strings
}

/// Returns code without its strings and letters, and without the comments behind it.
pub(crate) fn bare(code: &str) -> String {
    let mut bare = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        bare.push_str(&rest[..at]);
        rest = &rest[at..];
        let n_skipped = n_quoted(&bare, rest);
        if n_skipped == 0 {
            bare.push_str(&rest[..1]);
        }
        rest = &rest[n_skipped.max(1)..];
    }
    bare + rest
}

/// Returns how many bytes at the start of `code` are one string, letter or comment; 0 where it is none of them.
fn n_quoted(before: &str, code: &str) -> usize {
    let until = |end: &str, from: usize| {
        let found = code[from..].find(end);
        found.map_or(code.len(), |at| from + at + end.len())
    };
    if code.starts_with("//") {
        return code.find('\n').unwrap_or(code.len());
    }
    if let Some(inside) = code.strip_prefix('"') {
        let without_hashes = before.trim_end_matches('#');
        let end = format!("\"{}", &before[without_hashes.len()..]);
        if without_hashes.ends_with('r') {
            return until(&end, 1);
        }
        let mut is_escaped = false;
        let closing = inside.find(|sign| {
            let closes = sign == '"' && !is_escaped;
            is_escaped = sign == '\\' && !is_escaped;
            closes
        });
        return closing.map_or(code.len(), |at| at + 2);
    }
    let mut letters = code.chars().skip(1);
    match (letters.next(), letters.next()) {
        _ if code.starts_with('/') => 0,
        (Some('\\'), Some(_)) => until("'", 3),
        (Some(letter), Some('\'')) => letter.len_utf8() + 2,
        _ => 0,
    }
}

#[test]
fn code_is_bared_of_all_that_is_quoted() {
    let code = r###"a("x::\" y", 'c', '\'', &'life b::c) // d::e
r#"f"g"#; h / i"###;
    assert_eq!(bare(code), "a(, , , &'life b::c) \nr#; h / i");
}

#[test]
fn names_are_found_by_whatever_path() {
    let source = |path: &str, code: &str| Source {
        path: path.to_owned(),
        text: String::new(),
        code: code.to_owned(),
    };
    let code = "use crate::guide::Entry;\nuse super::index::Index;\nuse super::super::text;\nuse crate::{reply::{a, b}, cli};";
    let names: Vec<String> = source("src/search/build.rs", code)
        .names()
        .into_iter()
        .collect();
    assert_eq!(names, ["cli", "guide", "reply", "text"]);
    assert!(
        source("src/search/deep/er.rs", "super::super::index")
            .names()
            .is_empty()
    );
    assert_eq!(
        source("src/search/mod.rs", "super::cli::run()")
            .names()
            .len(),
        1
    );
}

#[test]
fn strings_are_told_from_code() {
    assert_eq!(
        strings(r#"f!("a \" b", 'x', '"', "c!")"#),
        [r#"a \" b"#, "c!"]
    );
}
