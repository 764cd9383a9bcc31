//! The words about articles that become guides.

use super::holdings;

/// Says what a new guide holds, and how to go on.
pub fn written(path: &str, counts: (usize, usize, usize), n_notes: usize) -> String {
    format!(
        "Wrote {path}: {}{} Look at every line with # guessed in it, then run `frontrow check`.",
        held(counts),
        above(n_notes)
    )
}

/// Says what was added to a guide, and how to go on.
pub fn added(path: &str, counts: (usize, usize, usize), n_notes: usize) -> String {
    if counts == (0, 0, 0) {
        return format!("{path} has all of it already.{}", above(n_notes));
    }
    format!(
        "Added to {path}: {}{} Look at every line with # guessed in it, then run `frontrow check`.",
        held(counts),
        above(n_notes)
    )
}

fn held((sections, entries, questions): (usize, usize, usize)) -> String {
    holdings([
        (sections, "section"),
        (entries, "entry"),
        (questions, "question"),
    ])
}

fn above(n_notes: usize) -> &'static str {
    match n_notes {
        0 => "",
        _ => " What could not be taken as it was is listed above.",
    }
}

/// Says that a guide is there already, and what can be done.
pub fn exists(path: &str) -> String {
    format!(
        "{path} exists already, and is left as it is. Add what is new with --into {path}, or name another file with -o"
    )
}

/// Says that no file can be named after a film.
pub fn no_file_name() -> String {
    "no file name can be made from the title: name the file with -o, such as -o faq/my-film.toml"
        .to_owned()
}

/// Says that a file is no article.
pub fn too_big(path: &str, max: u64) -> String {
    format!("{path} is larger than {max} bytes: is this the right file?")
}

/// Says that a file has letters that cannot be read.
pub fn not_utf8(path: &str) -> String {
    format!("{path} is not UTF-8: most editors offer this under \"Save with encoding\"")
}
