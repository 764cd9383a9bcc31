//! The words that a text is made of.

use std::ops::Range;

/// One word of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// The word, folded: lower case, no accents, no possessive ending.
    pub word: String,
    /// Where it stands in the original text, in bytes.
    pub range: Range<usize>,
    /// What kind of word it is.
    pub kind: WordKind,
    /// Whether it is written with a capital first letter.
    pub capital: bool,
    /// Whether it is the first word of a sentence, where a capital says nothing.
    pub starts_sentence: bool,
}

/// What kind of word a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Carries meaning.
    Content,
    /// Asks for a kind of answer: who, where, when, how, why.
    Question,
    /// Holds sentences together: the, of, is.
    Stop,
    /// Put around a question without asking more: so, really, please.
    Filler,
    /// A number in digits.
    Number,
}
