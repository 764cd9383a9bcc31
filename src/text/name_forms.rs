//! The forms of a film's name that people write, made by rule: without its article or subtitle, joined, spelt out.

use super::names::{self, NameWord};

/// The part of a name that a form is, the fullest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormKind {
    /// The whole name.
    Whole,
    /// The whole name without its article.
    Short,
    /// The whole name joined: "glassharbor".
    Joined,
    /// The words before a colon or a dash. They mean the film only where no other has them.
    Part,
    /// The words after it, which many films may have.
    Subtitle,
}

/// A form of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameForm {
    /// Its words.
    pub words: Vec<String>,
    /// The part of the name that it is.
    pub kind: FormKind,
}

/// Signs and words that begin another part of a title.
const BETWEEN_PARTS: &[&str] = &[
    ": ", " - ", " – ", " — ", "; ", ", or ", " or: ", " or, ", " (",
];
/// Signs that are left out inside a word: "Spider-Man" is "spiderman".
const INSIDE_WORDS: &[char] = &['-', '*', '/', '·', '•', '–', '\u{2010}', '\u{2011}'];
/// People leave these out at the start of a title.
pub const ARTICLES: &[&str] = &["a", "an", "the"];
/// Names of more words are not joined by people.
const MAX_JOINED: usize = 3;
/// Names of fewer letters joined make words of their own.
const MIN_JOINED: usize = 6;

/// Returns the forms of a name, each once, the fullest kind it has.
pub fn forms(name: &str) -> Vec<NameForm> {
    let mut forms = Vec::new();
    add(&mut forms, name, FormKind::Whole);
    add(&mut forms, &joined(name), FormKind::Whole);
    if name.contains('½') {
        let spoken = name.replace('½', " a half");
        add(&mut forms, &spoken, FormKind::Whole);
    }
    for sign in BETWEEN_PARTS {
        for (at, _) in name.match_indices(sign) {
            let (before, after) = (&name[..at], &name[at + sign.len()..]);
            add_parts(&mut forms, before, after);
        }
    }
    forms
}

/// Returns a name without the signs inside its words: "Spider-Man" as "SpiderMan".
pub fn joined(name: &str) -> String {
    name.replace(INSIDE_WORDS, "")
}

/// Adds what stands before and after a sign between parts.
fn add_parts(forms: &mut Vec<NameForm>, before: &str, after: &str) {
    let later = names::words(after);
    // Without its number a sequel is the first film.
    if !begins_a_sequel(&later) {
        add(forms, before, FormKind::Part);
        add(forms, &joined(before), FormKind::Part);
    }
    // One word after a colon ("Origins", "Part 2") stands in many titles.
    if without_article(&later).len() > 1 && !after.ends_with(')') {
        add(forms, after, FormKind::Subtitle);
    }
}

/// Returns whether the words begin with a number above 1, or with "part" and one.
fn begins_a_sequel(words: &[NameWord]) -> bool {
    let number = match words {
        [part, number, ..] if names::BEFORE_NUMBER.contains(&part.word.as_str()) => number.number,
        [number, ..] => number.number,
        [] => None,
    };
    number.is_some_and(|number| (2..names::MANY).contains(&number))
}

fn add(forms: &mut Vec<NameForm>, name: &str, kind: FormKind) {
    let words = names::words(name);
    let short = without_article(&words);
    let less = kind.max(FormKind::Short);
    push(forms, strings(&words), kind);
    if short.len() < words.len() {
        push(forms, strings(short), less);
    }
    let letters: usize = short.iter().map(|word| word.word.len()).sum();
    let is_single = |words: &[NameWord]| words.iter().all(|word| word.word.chars().count() == 1);
    if is_single(short) && short.len() > 2
        || (2..=MAX_JOINED).contains(&short.len()) && letters >= MIN_JOINED
    {
        let kind = if is_single(short) {
            kind
        } else {
            kind.max(FormKind::Joined)
        };
        push(forms, vec![strings(short).concat()], kind);
    }
}

fn push(forms: &mut Vec<NameForm>, words: Vec<String>, kind: FormKind) {
    match forms.iter_mut().find(|form| form.words == words) {
        Some(form) => form.kind = form.kind.min(kind),
        None if words.is_empty() => {}
        None => forms.push(NameForm { words, kind }),
    }
}

fn without_article(words: &[NameWord]) -> &[NameWord] {
    match words {
        [first, rest @ ..] if !rest.is_empty() && ARTICLES.contains(&first.word.as_str()) => rest,
        _ => words,
    }
}

fn strings(words: &[NameWord]) -> Vec<String> {
    words.iter().map(|word| word.word.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::{FormKind, forms};

    #[track_caller]
    fn check(name: &str, expected: &[(FormKind, &str)]) {
        let found: Vec<(FormKind, String)> = forms(name)
            .into_iter()
            .map(|form| (form.kind, form.words.join(" ")))
            .collect();
        for (kind, words) in expected {
            let has = |(other, form): &(FormKind, String)| other == kind && form == words;
            assert!(found.iter().any(has), "{name}: {words:?} not in {found:?}");
        }
    }

    #[track_caller]
    fn check_none(name: &str, unexpected: &str) {
        let mut forms = forms(name).into_iter();
        assert!(!forms.any(|form| form.words.join(" ") == unexpected));
    }

    #[test]
    fn names_have_the_forms_that_people_write() {
        use FormKind::{Joined, Part, Short, Subtitle, Whole};
        check(
            "The Glass Harbor",
            &[
                (Whole, "the glass harbor"),
                (Short, "glass harbor"),
                (Joined, "glassharbor"),
            ],
        );
        check("N.E.S.T.", &[(Whole, "nest")]);
        check("B*A*S*H", &[(Whole, "b a s h"), (Whole, "bash")]);
        check("Otter-Man", &[(Whole, "otter man"), (Whole, "otterman")]);
        check(
            "8½ Otters",
            &[(Whole, "8 1 2 otters"), (Whole, "8 a half otters")],
        );
        check(
            "Brine Tales: Chapter IV – The Salt Returns",
            &[
                (Whole, "brine tales 4 the salt returns"),
                (Part, "brine tales 4"),
                (Subtitle, "the salt returns"),
                (Subtitle, "salt returns"),
            ],
        );
        check(
            "Dr. Brine or: How I Learned to Swim",
            &[(Part, "doctor brine"), (Subtitle, "how i learned to swim")],
        );
    }

    #[test]
    fn a_sequel_is_not_called_as_the_first_film() {
        check_none("Harbour Wolves: Part II", "harbour wolves");
        check_none("Brine Tales: Chapter IV – The Salt Returns", "brine tales");
    }
}
