//! Looks in plain text for what was probably meant as markup.

use std::ops::Range;

use super::links;
use super::problem::{LocatedProblem, Problem, malformed, not_allowed};
use crate::content::diagnostic::Severity;

/// Returns links in the plain part `at` of a text that did not become links, and what stands between angle brackets.
pub(super) fn problems(text: &str, at: &Range<usize>) -> Vec<LocatedProblem> {
    let plain = &text[at.clone()];
    let mut found: Vec<LocatedProblem> = broken_links(plain).collect();
    found.extend(bare_addresses(plain));
    found.extend(angle_brackets(plain));
    found.extend(lone_stars(plain));
    if plain.starts_with("-# ") {
        found.push((0..2, not_allowed("small print")));
    }
    let in_text =
        |(part, problem): LocatedProblem| (at.start + part.start..at.start + part.end, problem);
    found.into_iter().map(in_text).collect()
}

fn broken_links(plain: &str) -> impl Iterator<Item = LocatedProblem> {
    let middles = plain
        .match_indices("](")
        .chain(plain.match_indices("] (http"));
    middles.map(|(middle, _)| {
        let start = plain[..middle].rfind('[').unwrap_or(middle);
        let end = plain[middle..].find(')');
        let end = end.map_or(plain.len(), |end| middle + end + 1);
        (start..end, malformed("this was probably meant as a link"))
    })
}

fn bare_addresses(plain: &str) -> impl Iterator<Item = LocatedProblem> {
    plain.match_indices("http://").filter_map(|(start, _)| {
        let address = plain[start..].split([' ', ')', '>']).next()?;
        let target = address.trim_end_matches(['.', ',', ';', '!', '?']);
        Some((start..start + target.len(), links::web_link(target)?))
    })
}

/// Finds two stars that make nothing bold, because the others are missing or white space stands beside them.
fn lone_stars(plain: &str) -> impl Iterator<Item = LocatedProblem> {
    let stars = plain.match_indices("**").filter(|(start, _)| {
        let before = plain[..*start].chars().next_back();
        let after = plain[start + 2..].chars().next();
        let is_word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        before != Some('\\') && (is_word(before) || is_word(after))
    });
    stars.map(|(start, _)| {
        let problem = Problem {
            severity: Severity::Warning,
            code: "lone-stars",
            message: "these stars make nothing bold".to_owned(),
            help: "write **words** with two stars on both sides and no space inside; \\*\\* are two stars".to_owned(),
        };
        (start..start + 2, problem)
    })
}

fn angle_brackets(plain: &str) -> impl Iterator<Item = LocatedProblem> {
    plain.match_indices('<').filter_map(|(start, _)| {
        let (inside, _) = plain[start + 1..].split_once('>')?;
        // "a < b" and "<3" are no brackets.
        let is_sign = inside.starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit());
        let end = start + inside.len() + 2;
        (!is_sign).then(|| (start..end, not_allowed("a part between < and >")))
    })
}
