//! Titles: of the film, of a section, of one paragraph, of a list of questions.

use std::collections::HashMap;

/// Longer lines are sentences, in words.
const MAX_TITLE_WORDS: usize = 12;
/// Words that stay in lower case within a title.
const SMALL_WORDS: [&str; 36] = [
    "a", "an", "and", "as", "at", "but", "by", "de", "du", "for", "from", "if", "in", "into", "la",
    "le", "nor", "of", "off", "on", "onto", "or", "over", "per", "so", "than", "the", "their",
    "its", "to", "up", "van", "via", "vs", "with", "&",
];
/// Headings below which every heading is a question.
const QUESTION_HEADINGS: [&str; 10] = [
    "faq",
    "faqs",
    "frequently asked questions",
    "questions",
    "questions and answers",
    "q&a",
    "q & a",
    "common questions",
    "faq frequently asked questions",
    "frequently asked questions faq",
];
/// A name that is quoted less often may be any name.
const MIN_QUOTED: usize = 3;
/// Longer quotes are speech, in words.
const MAX_QUOTED_WORDS: usize = 8;

/// Returns the title of a web page without the name of its site.
pub(super) fn of_page(title: &str) -> Option<String> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let site = [" - ", " | ", " — ", " – "];
    let end = site.iter().filter_map(|sign| title.rfind(sign)).max();
    let title = end.map_or(title.as_str(), |end| &title[..end]).trim();
    (!title.is_empty()).then(|| title.to_owned())
}

/// Returns a film's title without its year and without what tells it from a book, and the year.
pub(super) fn of_film(title: &str) -> (String, Option<u16>) {
    let title = title.trim();
    let Some((name, rest)) = title.rsplit_once('(') else {
        return (unquoted(title).to_owned(), None);
    };
    let inside = rest.split(')').next().unwrap_or_default();
    let year = inside.split_whitespace().find_map(year);
    let is_film = inside
        .to_lowercase()
        .split_whitespace()
        .any(|word| word == "film" || word == "movie");
    if year.is_some() || is_film {
        return (unquoted(name.trim()).to_owned(), year);
    }
    (unquoted(title).to_owned(), None)
}

/// Returns the year that a word is.
pub(super) fn year(word: &str) -> Option<u16> {
    let year = word.parse().ok().filter(|_| word.len() == 4)?;
    (1880..=2100).contains(&year).then_some(year)
}

/// Returns the name that stands in double quotes most often.
pub(super) fn quoted_most(text: &str) -> Option<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(['“', '"']) {
        let Some((name, after)) = after.split_once(['”', '"']) else {
            break;
        };
        let name = name.trim_matches([',', '.', ' ']);
        let is_name = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && name.split_whitespace().count() <= MAX_QUOTED_WORDS
            && !name.contains('\n');
        if is_name {
            *counts.entry(name).or_default() += 1;
        }
        rest = after;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(name, n)| (*n, std::cmp::Reverse(*name)))?;
    (most.1 >= MIN_QUOTED).then(|| most.0.to_owned())
}

/// Returns text without quotes around the whole of it.
pub(super) fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix(['“', '"', '‘', '\'']);
    let inner = inner.and_then(|inner| inner.strip_suffix(['”', '"', '’', '\'']));
    inner
        .filter(|inner| !inner.contains(['“', '"']))
        .unwrap_or(text)
}

/// Returns whether a line that stands alone is a heading: short, and no sentence.
pub(super) fn is_heading(line: &str) -> bool {
    let n_words = line.split_whitespace().count();
    let ends = line.ends_with(['.', '!', ',', ';', ':', '…']) || line.ends_with(".”");
    let begins = line.trim_start_matches(['“', '"', '‘', '\'', '¿']);
    let begins = begins.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
    let n_chars = line.chars().count();
    begins && !ends && (1..=MAX_TITLE_WORDS).contains(&n_words) && n_chars <= 100
}

/// Returns whether words are written as titles are: every word but the small ones with a capital.
pub(super) fn is_title_case(words: &str) -> bool {
    let mut all = words.split_whitespace().enumerate();
    let is_fine = |(at, word): (usize, &str)| {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
        let is_small = at > 0 && SMALL_WORDS.contains(&letters.to_lowercase().as_str());
        is_small || letters.is_empty() || letters.starts_with(|c: char| !c.is_lowercase())
    };
    is_heading(words) && all.all(is_fine)
}

/// Returns whether the pieces after this heading are questions.
pub(super) fn is_question_heading(title: &str) -> bool {
    let signs = |c: char| !c.is_alphanumeric() && c != '&' && c != ' ';
    let title = title.to_lowercase().replace(signs, "");
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    QUESTION_HEADINGS.contains(&title.as_str())
        || [
            "faq about",
            "faqs about",
            "frequently asked questions about",
            "questions about",
        ]
        .iter()
        .any(|begin| title.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::{is_question_heading, is_title_case, of_film, of_page, quoted_most};

    #[test]
    fn titles_of_films_are_told_from_years_and_sites() {
        for (title, expected) in [
            (
                "The Tin Orchard (1999 film)",
                ("The Tin Orchard", Some(1999)),
            ),
            ("“The Tin Orchard” (1999)", ("The Tin Orchard", Some(1999))),
            ("Tin (film)", ("Tin", None)),
            ("Tin (Part One)", ("Tin (Part One)", None)),
        ] {
            let (name, year) = of_film(title);
            assert_eq!((name.as_str(), year), expected);
        }
        assert_eq!(
            of_page("Tin - Part Two | Wiki").as_deref(),
            Some("Tin - Part Two")
        );
        let text = "“Tin” is “good”. “Tin” is, “Tin,” they say, “Gold”.";
        assert_eq!(quoted_most(text).as_deref(), Some("Tin"));
    }

    #[test]
    fn titles_are_told_from_sentences() {
        for (words, is_title) in [
            ("Use of Color, Lighting, and Framing", true),
            ("Similarities and Differences with Other Movies", true),
            ("Unique Aspects of “Red Rocket”", true),
            ("The film has one rule", false),
            ("He said", false),
            ("Cast", true),
        ] {
            assert_eq!(is_title_case(words), is_title, "{words}");
        }
        assert!(is_question_heading("Frequently Asked Questions (FAQ)"));
        assert!(!is_question_heading("Unanswered Questions"));
    }
}
