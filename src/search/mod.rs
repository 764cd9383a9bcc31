//! The index and the ranking: which entries a question may be about, and why.

mod analyzed;
mod build;
mod candidates;
mod compare;
mod explain;
mod extra_phrasing;
mod finish;
mod index;
mod look_up;
mod query;
mod query_word;
mod ranking;
mod score;
mod scored;
mod shares;
mod spelling;
mod title_walk;
mod titles;
mod topic_scores;
mod topics;
mod trigrams;
mod vocabulary;
mod weights;

pub use explain::{Match, WordMatch, explain};
pub use extra_phrasing::ExtraPhrasing;
pub use index::{DocumentId, Index, Source};
pub use look_up::look_up;
pub use query::Query;
pub use query_word::QueryWord;
pub use ranking::{Ranking, search};
pub use score::{Features, SentenceFeatures, TopicFeatures, WholeFeatures};
pub use scored::Scored;
pub use title_walk::{FilmMention, asks_for_facts};
pub use topics::{
    ClaimedBy, EntryTopics, EntryWords, NO_TOPIC, Topic, TopicIndex, claimed_in, claims_by_words,
    not_covered, topic, topics,
};
pub use vocabulary::TermId;
