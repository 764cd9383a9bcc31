//! Stemming: "directed", "directing" and "directs" are one term. Snowball's English stemmer (Porter 2),
//! then the film vocabulary's groups.

use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use hashbrown::HashMap;

use super::synonyms::GROUPS;

/// Maps the stem of each word of a group to the stem that stands for the group.
static GROUP_OF: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let members = GROUPS
        .iter()
        .flat_map(|group| group.iter().map(|word| (stem(word), stem(group[0]))));
    members.filter(|(from, to)| from != to).collect()
});

/// Returns the term that a folded word stands for.
pub fn term(word: &str) -> String {
    let stem = stem(word);
    GROUP_OF.get(&stem).cloned().unwrap_or(stem)
}

fn stem(word: &str) -> String {
    // Names of two letters, numbers and other scripts have no English endings.
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    Stemmer::new(Algorithm::English).stem(word).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one_term() {
        for (a, b) in [
            ("directed", "directing"),
            ("movies", "film"),
            ("theatres", "cinema"),
            ("kids", "children"),
        ] {
            assert_eq!(term(a), term(b), "{a} {b}");
        }
        assert_ne!(term("color"), term("sound"));
    }

    #[test]
    fn no_word_stands_in_two_groups() {
        let stems: Vec<String> = GROUPS
            .iter()
            .flat_map(|group| group.iter().map(|word| stem(word)))
            .collect();
        let mut distinct = stems.clone();
        distinct.sort();
        distinct.dedup();
        let n_distinct: usize = GROUPS
            .iter()
            .map(|group| {
                group
                    .iter()
                    .map(|word| stem(word))
                    .collect::<std::collections::BTreeSet<_>>()
                    .len()
            })
            .sum();
        assert_eq!(distinct.len(), n_distinct);
    }
}
