//! Contractions and chat spellings, expanded into the words they stand for.

use std::sync::LazyLock;

use hashbrown::HashMap;

/// Part of an expanded contraction: borrowed from the word or from the table below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WordPart<'a>(&'a str, &'a str);

impl WordPart<'_> {
    /// Returns the word.
    pub fn to_word(self) -> String {
        [self.0, self.1].concat()
    }
}

/// Spellings without an apostrophe, and chat words. Only such as are no other English word.
static WHOLE: LazyLock<HashMap<&str, &[&str]>> =
    LazyLock::new(|| SPELLINGS.iter().copied().collect());

const SPELLINGS: &[(&str, &[&str])] = &[
    ("2moro", &["tomorrow"]),
    ("abt", &["about"]),
    ("anyones", &["anyone", "is"]),
    ("arent", &["are", "not"]),
    ("bc", &["because"]),
    ("can't", &["can", "not"]),
    ("cannot", &["can", "not"]),
    ("cant", &["can", "not"]),
    ("couldnt", &["could", "not"]),
    ("cuz", &["because"]),
    ("didnt", &["did", "not"]),
    ("doesnt", &["does", "not"]),
    ("dont", &["do", "not"]),
    ("dunno", &["do", "not", "know"]),
    ("gimme", &["give", "me"]),
    ("gonna", &["going", "to"]),
    ("gotta", &["got", "to"]),
    ("hasnt", &["has", "not"]),
    ("havent", &["have", "not"]),
    ("heres", &["here", "is"]),
    ("hows", &["how", "is"]),
    ("idk", &["do", "not", "know"]),
    ("im", &["i", "am"]),
    ("isnt", &["is", "not"]),
    ("ive", &["i", "have"]),
    ("kinda", &["kind", "of"]),
    ("lemme", &["let", "me"]),
    ("n", &["and"]),
    ("ppl", &["people"]),
    ("shes", &["she", "is"]),
    ("shouldnt", &["should", "not"]),
    ("shouldve", &["should", "have"]),
    ("thats", &["that", "is"]),
    ("theres", &["there", "is"]),
    ("theyre", &["they", "are"]),
    ("u", &["you"]),
    ("ur", &["your"]),
    ("w", &["with"]),
    ("wanna", &["want", "to"]),
    ("wasnt", &["was", "not"]),
    ("wat", &["what"]),
    ("werent", &["were", "not"]),
    ("whats", &["what", "is"]),
    ("whens", &["when", "is"]),
    ("wheres", &["where", "is"]),
    ("whos", &["who", "is"]),
    ("whys", &["why", "is"]),
    ("won't", &["will", "not"]),
    ("wont", &["will", "not"]),
    ("wouldnt", &["would", "not"]),
    ("wut", &["what"]),
    ("youre", &["you", "are"]),
];

/// Endings behind an apostrophe; `'s` is "is" after a question word or pronoun, else a possessive.
const ENDINGS: &[(&str, &str)] = &[
    ("n't", "not"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'ll", "will"),
    ("'m", "am"),
    ("'d", "would"),
];

const BEFORE_IS: &[&str] = &[
    "who", "what", "where", "when", "how", "why", "it", "that", "there", "here", "he", "she",
    "let", "this", "everyone", "anyone",
];

/// Returns the words, up to three, that a folded word stands for; `None` where it stands for itself.
pub fn expand(word: &str) -> Option<[Option<WordPart<'_>>; 3]> {
    if let Some(words) = WHOLE.get(word) {
        let mut parts = [None; 3];
        for (slot, full) in parts.iter_mut().zip(*words) {
            *slot = Some(WordPart(full, ""));
        }
        return Some(parts);
    }
    word.contains('\'').then(|| apostrophe(word))
}

fn apostrophe(word: &str) -> [Option<WordPart<'_>>; 3] {
    let word = word.trim_matches('\'');
    if let Some(stem) = word.strip_suffix("'s") {
        let is = BEFORE_IS.contains(&stem).then_some(WordPart("is", ""));
        return [Some(WordPart(stem, "")), is, None];
    }
    for (ending, full) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            return [Some(WordPart(stem, "")), Some(WordPart(full, "")), None];
        }
    }
    let (head, tail) = word.split_once('\'').unwrap_or((word, ""));
    [
        (!word.is_empty()).then_some(WordPart(head, tail)),
        None,
        None,
    ]
}

#[cfg(test)]
mod tests {
    use super::{SPELLINGS, WHOLE};

    #[test]
    fn every_spelling_stands_in_the_table_once() {
        assert_eq!(WHOLE.len(), SPELLINGS.len());
    }
}
