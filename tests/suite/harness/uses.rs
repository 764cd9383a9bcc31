//! The uses between the files of `src`, by the paths in their code.
//!
//! A file uses another where its code, tests apart, names something that the other declares, in a `use` or by a path.
//! `mod x;` and `pub use` are signposts and no use: a name that leads through a `pub use` belongs to the file that
//! declares it, however many signposts stand on the way. Methods and fields are reached without a path and do not count.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Source, bare};

/// A module as the names that lead to it from the top of the crate.
type Module = Vec<String>;

/// The files of the program and where the names in them lead.
pub(crate) struct Uses {
    /// The paths that each file's code names, signposts apart.
    named: BTreeMap<Module, Vec<Module>>,
    /// The files that the names lead to which a module passes on.
    signposts: BTreeMap<Module, BTreeMap<String, Module>>,
}

impl Uses {
    /// Reads the files of `src`.
    pub(crate) fn new(sources: &[Source]) -> Self {
        let files: BTreeSet<Module> = sources.iter().map(module).collect();
        let mut uses = Self {
            named: BTreeMap::new(),
            signposts: BTreeMap::new(),
        };
        for source in sources {
            let here = module(source);
            let parts = Parts::of(&bare(&source.code));
            let own = |path: &Module| absolute(&files, &here, path);
            let named = parts.used.iter().chain(&parts.paths).filter_map(own);
            let passed_on = parts.passed_on.iter().filter_map(|path| {
                let name = path.last()?.clone();
                Some((name, own(path)?))
            });
            let (named, passed_on) = (named.collect(), passed_on.collect());
            uses.named.insert(here.clone(), named);
            uses.signposts.insert(here, passed_on);
        }
        uses
    }

    /// Returns the files that stand in a circle or on a way from one circle to another, each with those of them it uses.
    pub(crate) fn circles(&self) -> BTreeMap<String, Vec<String>> {
        let mut edges: BTreeMap<&Module, BTreeSet<Module>> = BTreeMap::new();
        for (file, named) in &self.named {
            let mut used: BTreeSet<Module> = named.iter().map(|path| self.file_of(path)).collect();
            used.remove(file);
            edges.insert(file, used);
        }
        loop {
            let used: BTreeSet<Module> = edges.values().flatten().cloned().collect();
            let left: BTreeSet<Module> = edges.keys().map(|file| (*file).clone()).collect();
            let n_before = edges.len();
            edges.retain(|file, uses| {
                uses.retain(|other| left.contains(other));
                !uses.is_empty() && used.contains(*file)
            });
            if edges.len() == n_before {
                break;
            }
        }
        let shown = |module: &Module| module.join("/");
        edges
            .iter()
            .map(|(file, uses)| (shown(file), uses.iter().map(shown).collect()))
            .collect()
    }

    /// Returns the file that declares what a path from the top of the crate names.
    fn file_of(&self, path: &[String]) -> Module {
        let mut file = Module::new();
        for (at, name) in path.iter().enumerate() {
            let mut next = file.clone();
            next.push(name.clone());
            if self.named.contains_key(&next) {
                file = next;
                continue;
            }
            return match self.signposts.get(&file).and_then(|names| names.get(name)) {
                Some(leads_to) => self.file_of(&[leads_to, &path[at + 1..]].concat()),
                None => file,
            };
        }
        file
    }
}

fn module(source: &Source) -> Module {
    let name = source.name().trim_end_matches(".rs");
    let name = name.strip_suffix("/mod").unwrap_or(name);
    match name {
        "lib" => Module::new(),
        _ => name.split('/').map(str::to_owned).collect(),
    }
}

/// Returns a path from the top of the crate, or `None` where it leads to another crate or to something of the file's own.
fn absolute(files: &BTreeSet<Module>, here: &Module, path: &Module) -> Option<Module> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some([here, rest].concat()),
        "super" => {
            let n_up = path.iter().take_while(|name| *name == "super").count();
            let parent = here.get(..here.len().checked_sub(n_up)?)?;
            Some([parent, &path[n_up..]].concat())
        }
        _ => {
            let child = [here.as_slice(), &path[..1]].concat();
            files
                .contains(&child)
                .then(|| [here.as_slice(), path].concat())
        }
    }
}

/// The paths of a file's code.
#[derive(Default)]
struct Parts {
    /// Those of `use`.
    used: Vec<Module>,
    /// Those of `pub use`.
    passed_on: Vec<Module>,
    /// All others.
    paths: Vec<Module>,
}

impl Parts {
    fn of(code: &str) -> Self {
        let mut parts = Self::default();
        let mut lines = code.lines();
        while let Some(line) = lines.next() {
            let mut statement = line.trim().to_owned();
            let is_public = statement.starts_with("pub");
            let Some(at) = ["use ", "pub use ", "pub(super) use ", "pub(crate) use "]
                .iter()
                .find_map(|start| statement.starts_with(start).then_some(start.len()))
            else {
                parts.paths.extend(paths(line));
                continue;
            };
            while !statement.ends_with(';') {
                statement.push_str(lines.next().unwrap_or(";").trim());
            }
            let tree = statement[at..].trim_end_matches(';');
            let list = match is_public {
                true => &mut parts.passed_on,
                false => &mut parts.used,
            };
            leaves(tree, &[], list);
        }
        parts
    }
}

/// Lists the paths of the tree that a `use` names.
fn leaves(tree: &str, before: &[String], found: &mut Vec<Module>) {
    let tree = tree.trim();
    let (path, group) = match tree.split_once('{') {
        Some((path, group)) => (path, group.strip_suffix('}')),
        None => (tree.split(" as ").next().unwrap_or(tree), None),
    };
    let names = path.split("::").map(str::trim);
    let names = names.filter(|name| !name.is_empty() && *name != "self" || before.is_empty());
    let mut all = before.to_vec();
    all.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
    let Some(group) = group else {
        found.push(all);
        return;
    };
    let (mut depth, mut start) = (0_usize, 0);
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                leaves(&group[start..at], &all, found);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !group[start..].trim().is_empty() {
        leaves(&group[start..], &all, found);
    }
}

/// Returns the paths of two names or more in a line that is no `use`.
fn paths(line: &str) -> impl Iterator<Item = Module> {
    // Who may see a thing is no use of it.
    let line = match line.split_once("pub(in ") {
        Some((_, rest)) => rest.split_once(')').map_or("", |(_, rest)| rest),
        None => line,
    };
    let words = line.split(|sign: char| !(sign.is_alphanumeric() || sign == '_' || sign == ':'));
    let paths = words.filter(|word| word.contains("::") && !word.starts_with(':'));
    paths.map(|word| {
        let names = word.split("::").map(|name| name.trim_matches(':'));
        names
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect()
    })
}

#[test]
fn a_circle_is_found_past_signposts() {
    let source = |path: &str, code: &str| Source {
        path: format!("src/{path}.rs"),
        text: String::new(),
        code: code.to_owned(),
    };
    let circles = |b: &str| {
        let sources = [
            source("lib", "pub mod a;\npub mod b;"),
            source("a/mod", "mod x;\npub use x::X;"),
            source("a/x", "use crate::b::{\n    B,\n};\npub struct X(B);"),
            source("b", b),
        ];
        let circles = Uses::new(&sources).circles();
        circles.into_keys().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(circles("pub struct B; // crate::a::X"), "");
    assert_eq!(circles("pub(in crate::a) struct B(\"crate::a::X\");"), "");
    assert_eq!(circles("pub struct B;\nfn f() -> crate::a::X {}"), "a/x b");
    assert_eq!(
        circles("use super::a::{self as y, X as Z};\npub struct B;"),
        "a/x b"
    );
}
