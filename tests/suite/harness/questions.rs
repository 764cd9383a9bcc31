//! Questions about the sample guide that many tests ask.

/// The question that the tests ask most, and the title of its answer.
pub(crate) const SAD: &str = "will I cry";
pub(crate) const SAD_TITLE: &str = "Is Glass Harbor a sad film?";

/// A question that two entries answer equally well.
pub(crate) const FERRY: &str = "where is the ferry moored";

/// A question that no entry answers.
pub(crate) const BREAD: &str = "how do I bake bread";
