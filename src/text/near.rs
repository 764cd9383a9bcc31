//! Names and words that are nearly those that somebody typed: how alike two are, and how much alike is enough.
//!
//! Two measures, both of strsim's: Jaro-Winkler's likeness for names that are told apart by how they begin, and the
//! number of edits (letters added, left out, changed or swapped; "optimal string alignment") for words.

/// The likeness that a name must have to one that was typed, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct MinLikeness(f64);

impl MinLikeness {
    /// A film's title that opens that film at once: so high that another film is never meant.
    pub const TITLE: Self = Self(0.88);
    /// A film or section in the address of a page: people are sent there, and see where they are.
    pub const ADDRESS: Self = Self(0.8);
    /// A key or an id in a guide that a message offers instead: a guess less alike would confuse more than help.
    pub const GUESS: Self = Self(0.8);
    /// An id at the command line that a message offers instead: low enough for a wrong letter in a short id.
    pub const ARGUMENT: Self = Self(0.75);
}

/// The number of edits that a word may be away from another, by its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaxEdits {
    /// The fewest letters for one edit.
    one_from: usize,
    /// The fewest letters for two edits.
    two_from: usize,
}

impl MaxEdits {
    /// A word of a question that stands in no list of words, so that it is surely misspelt.
    pub const QUESTION: Self = Self {
        one_from: 2,
        two_from: 8,
    };
    /// A word of a name that is still being typed: in short ones one letter makes another word.
    pub const COMPLETION: Self = Self {
        one_from: 4,
        two_from: 8,
    };

    /// Returns how many edits a word of `n_letters` may be away.
    pub const fn of(self, n_letters: usize) -> usize {
        (n_letters >= self.one_from) as usize + (n_letters >= self.two_from) as usize
    }

    /// Returns whether this many letters allow two edits.
    pub const fn allows_two(self, n_letters: usize) -> bool {
        n_letters >= self.two_from
    }
}

/// Returns the named thing whose name is most like what was typed, where it is like it enough.
pub fn nearest<N: AsRef<str>, T>(
    typed: &str,
    named: impl IntoIterator<Item = (N, T)>,
    enough: MinLikeness,
) -> Option<T> {
    named
        .into_iter()
        .map(|(name, thing)| (likeness(typed, name.as_ref()), thing))
        .filter(|(likeness, _)| *likeness >= enough.0)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, thing)| thing)
}

/// Returns how alike two names are, 0 to 1.
pub fn likeness(typed: &str, name: &str) -> f64 {
    strsim::jaro_winkler(typed, name)
}

/// Returns how many edits make one word of the other.
pub fn n_edits(typed: &str, word: &str) -> usize {
    strsim::osa_distance(typed, word)
}

#[cfg(test)]
mod tests {
    use super::{MaxEdits, MinLikeness, nearest};

    #[test]
    fn the_nearest_name_is_found_where_it_is_near_enough() {
        let names = ["red-rocket", "tangerine"].map(|name| (name, name));
        for (typed, enough, expected) in [
            ("red-roket", MinLikeness::TITLE, Some("red-rocket")),
            ("tangrine", MinLikeness::ADDRESS, Some("tangerine")),
            ("vertigo", MinLikeness::ARGUMENT, None),
        ] {
            assert_eq!(nearest(typed, names, enough), expected, "{typed}");
        }
    }

    #[test]
    fn longer_words_may_have_more_wrong_letters() {
        let rows = [(1, 0, 0), (2, 1, 0), (4, 1, 1), (7, 1, 1), (8, 2, 2)];
        for (n_letters, question, completion) in rows {
            assert_eq!(MaxEdits::QUESTION.of(n_letters), question);
            assert_eq!(MaxEdits::COMPLETION.of(n_letters), completion);
        }
    }
}
