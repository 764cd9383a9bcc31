//! The words by which a question means the film at hand.

/// Words by which a question means the film at hand, or somebody in it.
pub(super) const REFERENCES: &[&str] = &[
    "film", "films", "flick", "he", "her", "here", "his", "it", "its", "movie", "movies", "she",
    "that", "these", "they", "this",
];
