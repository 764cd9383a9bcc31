//! The words that a text is made of.

use std::ops::Range;

/// One word of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// The word, folded: lower case, no accents, no possessive ending.
    pub word: String,
    /// The bytes of the original text that it stands in.
    pub range: Range<usize>,
    /// The kind of word.
    pub kind: WordKind,
    /// True if it is written with a capital first letter.
    pub capital: bool,
    /// True if it is the first word of a sentence, where a capital says nothing.
    pub starts_sentence: bool,
}

/// The kind of word that a token is.
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
