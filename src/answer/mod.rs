//! The decision: which film is meant, and whether to answer, to suggest or to stay silent.
//!
//! Right or silent: an answer is given only when it is likely enough to be the right one and leads
//! its rivals; up to three entries are suggested when the right one is likely among them.

mod analyze;
mod answering;
mod cast;
mod confidence;
mod covered;
mod decide;
mod decision;
mod evidence;
mod explain;
mod leftover;
mod names;
mod scoped_question;
mod small_talk;
mod which_film;

pub use analyze::{Analysis, analyze};
pub use answering::{answer, rank};
pub use confidence::confidence;
pub use decide::{ANSWER, FILM_MARGIN, MARGIN, MAX_SUGGESTED, OFFER, SUGGEST, SUGGEST_WITHIN};
pub use decision::{Answer, Decision, Hit, Shortfall};
pub use evidence::Evidence;
pub use explain::{ExplainedHit, ExplainedWord, Explanation, Found, explain};
pub use scoped_question::ScopedQuestion;
pub use small_talk::SmallTalk;
pub use which_film::named_film;
