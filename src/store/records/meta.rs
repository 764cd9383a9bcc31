//! Values that the program keeps for itself, by name, and a good copy of each guide.

use crate::guide::FilmId;

/// A value that the program keeps for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetaValue {
    /// Bytes in a form that only the caller knows.
    pub bytes: Vec<u8>,
    /// A number that can be added to.
    pub number: i64,
}

/// The last guide of a film that was sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideCopy {
    /// The film.
    pub film: FilmId,
    /// The file's text.
    pub text: String,
    /// The hash of the text, in a form of the caller's.
    pub hash: String,
}
