//! From letters to tokens.
