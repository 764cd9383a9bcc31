//! Looks in plain text for what was probably meant as markup.

use std::ops::Range;

use super::links;
use super::problem::{LocatedProblem, malformed, not_allowed};

/// Returns links in the plain part `at` of a text that did not become links, and what stands between angle brackets.
pub(super) fn problems(text: &str, at: &Range<usize>) -> Vec<LocatedProblem> {
    let plain = &text[at.clone()];
    let mut found: Vec<LocatedProblem> = broken_links(plain).collect();
    found.extend(bare_addresses(plain));
    found.extend(angle_brackets(plain));
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

fn angle_brackets(plain: &str) -> impl Iterator<Item = LocatedProblem> {
    plain.match_indices('<').filter_map(|(start, _)| {
        let (inside, _) = plain[start + 1..].split_once('>')?;
        // "a < b" and "<3" are no brackets.
        let is_sign = inside.starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit());
        let end = start + inside.len() + 2;
        (!is_sign).then(|| (start..end, not_allowed("a part between < and >")))
    })
}
