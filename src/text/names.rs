//! The words of a film's name, in one spelling however it is written: "Salt & Tide II" and "salt and tide two".
//!
//! Both names and questions are turned into these words, so that what they share can be looked up: no apostrophes and
//! dots, digits apart from letters, numbers in digits, titles of people in full, and no "and" or "part" at all.

use std::ops::Range;

use super::{fold, tokenize};

/// A word of a name, or of a text that may hold one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameWord {
    /// The word in the one spelling.
    pub word: String,
    /// The bytes of the text that it stands in.
    pub range: Range<usize>,
    /// True if it ends in 's: the word without it may be the name.
    pub is_possessive: bool,
    /// True if it is written with a capital first letter where no sentence starts.
    pub is_capital: bool,
    /// The whole number that it is, in whatever way it is written.
    pub number: Option<u32>,
}

/// Numbers that titles spell out or write in Roman numerals, and other ways to write what means the same.
const SAME: &[(&str, &str)] = &[
    ("capt", "captain"),
    ("dr", "doctor"),
    ("eight", "8"),
    ("eighteen", "18"),
    ("eleven", "11"),
    ("fifteen", "15"),
    ("five", "5"),
    ("four", "4"),
    ("fourteen", "14"),
    ("ii", "2"),
    ("iii", "3"),
    ("iv", "4"),
    ("ix", "9"),
    ("jr", "junior"),
    ("lt", "lieutenant"),
    ("mr", "mister"),
    ("mt", "mount"),
    ("nine", "9"),
    ("nineteen", "19"),
    ("one", "1"),
    ("prof", "professor"),
    ("seven", "7"),
    ("seventeen", "17"),
    ("sgt", "sergeant"),
    ("six", "6"),
    ("sixteen", "16"),
    ("sr", "senior"),
    ("st", "saint"),
    ("ten", "10"),
    ("thirteen", "13"),
    ("three", "3"),
    ("twelve", "12"),
    ("twenty", "20"),
    ("two", "2"),
    ("v", "5"),
    ("vi", "6"),
    ("vii", "7"),
    ("viii", "8"),
    ("vs", "versus"),
    ("x", "10"),
    ("xi", "11"),
    ("xii", "12"),
    ("xiii", "13"),
    ("xiv", "14"),
    ("xv", "15"),
];

/// People leave these out or put them in: "Rock 'n' Roll", "Salt & Tide".
const LEFT_OUT: &[&str] = &["and", "n"];
/// People leave these out before a number: "Harbour Wolves Part II".
pub(super) const BEFORE_NUMBER: &[&str] = &["chapter", "episode", "part", "pt", "vol", "volume"];

/// No series has so many parts: a greater number is a year.
pub(super) const MANY: u32 = 100;

/// The marks that people put around a title.
const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '’', '\'', '*', '_'];

/// Returns whether the bytes of a text at `range` stand between marks, as titles do.
pub fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    let before = text
        .get(..range.start)
        .and_then(|text| text.chars().next_back());
    let after = text.get(range.end..).and_then(|text| text.chars().next());
    let is_quote = |sign: Option<char>| sign.is_some_and(|sign| QUOTES.contains(&sign));
    is_quote(before) && is_quote(after)
}

/// Returns the words of a text.
pub fn words(text: &str) -> Vec<NameWord> {
    let text = &text[..fold::floor_char_boundary(text, super::MAX_BYTES)];
    let mut words = Vec::with_capacity(text.len() / 5 + 1);
    for raw in tokenize::words(text) {
        let capital = raw.text.chars().next().is_some_and(char::is_uppercase);
        let folded = fold::fold(raw.text);
        let plain = without_signs(&folded);
        for part in pieces(&plain) {
            if LEFT_OUT.contains(&part) && plain.len() == part.len() {
                continue;
            }
            let word = one_spelling(part);
            let number = word.parse().ok();
            if number.is_some_and(|number| number < MANY) {
                drop_before_number(&mut words);
            }
            words.push(NameWord {
                number: number.filter(|_| is_surely_a_number(raw.text)),
                word: word.to_owned(),
                range: raw.range.clone(),
                is_possessive: folded.ends_with("'s"),
                is_capital: capital && !raw.starts_sentence,
            });
        }
    }
    words
}

/// A lone letter is a numeral only as a capital: "v" and "x" are written for other things.
fn is_surely_a_number(typed: &str) -> bool {
    typed.len() > 1 || !typed.starts_with(['v', 'x'])
}

/// Drops "part" before a number, unless nothing stands before it.
fn drop_before_number(words: &mut Vec<NameWord>) {
    let is_part = |word: &NameWord| BEFORE_NUMBER.contains(&word.word.as_str());
    if words.len() > 1 && words.last().is_some_and(is_part) {
        words.pop();
    }
}

/// Returns the word without the signs that people leave out: apostrophes, commas in numbers, dots between letters.
fn without_signs(folded: &str) -> String {
    let is_number = folded.starts_with(|letter: char| letter.is_ascii_digit());
    let is_sign = |letter: char| letter == '\'' || letter == ',' || (letter == '.' && !is_number);
    folded.chars().filter(|&letter| !is_sign(letter)).collect()
}

/// Splits a word where letters and digits meet and at other signs: "8⅓" is 8, 1 and 3, "alien3" is "alien 3".
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let pieces = word.split(|letter: char| !letter.is_alphanumeric());
    pieces.flat_map(|piece| {
        let is_digit = |letter: char| letter.is_ascii_digit();
        let mut rest = piece;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end = rest.find(|letter| is_digit(letter) != is_digit(first));
            let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
            rest = after;
            Some(piece)
        })
    })
}

fn one_spelling(word: &str) -> &str {
    match SAME.binary_search_by(|(other, _)| (*other).cmp(word)) {
        Ok(at) => SAME[at].1,
        Err(_) => word,
    }
}

#[cfg(test)]
mod tests {
    use super::{SAME, words};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<String> = words(text).into_iter().map(|word| word.word).collect();
        assert_eq!(found.join(" "), expected, "{text:?}");
    }

    #[test]
    fn the_table_is_sorted_for_binary_search() {
        assert!(SAME.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn one_name_has_one_spelling() {
        check("Salt & Tide", "salt tide");
        check("salt and tide", "salt tide");
        check("Rock 'n' Roll", "rock roll");
        check("Harbour Wolves: Part II", "harbour wolves 2");
        check("harbour wolves two", "harbour wolves 2");
        check("Part Two", "part 2");
        check("N.E.S.T.", "nest");
        check("B*A*S*H", "b a s h");
        check("Sailor’s Lady", "sailors lady");
        check("Dr. Brine vs. Mr. Tide", "doctor brine versus mister tide");
        check("8½ Otters", "8 1 2 otters");
        check("Otter³", "otter 3");
        check("$1,000 a Léon", "1000 a leon");
    }
}
