//! What people ask about any film and guides seldom say: where to watch it, sequels, an actor's age.
//!
//! A question that is nearer to one of these topics than to any entry is not for us. A guide that does
//! cover a topic wins by its own phrasings. The facts a film lacks are topics of the same kind.

/// Each topic as the ways in which people ask about it.
pub(super) const TOPICS: &[&[&str]] = &[&["where can i watch it", "where can i stream it"]];
