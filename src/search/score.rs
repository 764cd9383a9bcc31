//! The score of a document: a weighted sum of what speaks for it, from its phrasings, its text and its topics.
//!
//! The weights were fitted by `cargo bench --bench fit`: a softmax over the documents of each question, on the tuning halves of the question
//! sets, guides also with three phrasings an entry and with none. The same weights serve every guide.

use super::topics::TopicIndex;

/// The features that speak for a document, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Features {
    /// Words shared with the phrasing that shares most: their weight over the geometric mean of both weights.
    pub words: f32,
    /// Likeness of trigrams to the phrasing that is most alike, of those that may be among the three best.
    pub trigrams: f32,
    /// Cosine to the embedding of the nearest phrasing.
    pub meaning: f32,
    /// The mean over the three phrasings that are best by all three.
    pub mean: f32,
    /// The best phrasing by words, trigrams and meaning together.
    pub best: f32,
    /// The number of that phrasing within the document.
    pub phrasing: u32,
    /// The features that are known without a look at single phrasings and sentences.
    pub whole: WholeFeatures,
    /// The sentences of the text.
    pub sentence: SentenceFeatures,
}

/// The features of a document as a whole, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WholeFeatures {
    /// The share of the question's weight that stands in phrasings or titles.
    pub covered: f32,
    /// The share of the question's weight that stands in the text alone.
    pub covered_text: f32,
    /// The share of the question's information that stands anywhere in the entry.
    pub told: f32,
    /// The share of the question's information that stands in the text alone.
    pub told_text: f32,
    /// Cosine to the centroid of all phrasings' embeddings.
    pub centroid: f32,
    /// Cosine to the centroid of all sentences' embeddings.
    pub text_centroid: f32,
    /// The topic that the entry claims and the question is nearest to.
    pub topic: TopicFeatures,
}

/// Returns the degree to which a question is about a topic: more than about any other, and at all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TopicFeatures {
    /// 1 for the nearest of all topics, less for those behind it.
    pub lead: f32,
    /// The same, times the share that the topic's score has of a perfect match.
    pub strength: f32,
    /// The nearest way of asking for it.
    pub best: f32,
    /// The topic; `None` where the entry claims none that is near.
    pub number: Option<TopicIndex>,
}

impl TopicFeatures {
    /// Returns the part of the score that comes from the topic.
    #[inline(always)]
    pub fn score(&self) -> f32 {
        TOPIC_LEAD * self.lead + TOPIC_STRENGTH * self.strength
    }
}

/// The features of the sentences of a text, each 0 to 1 and the best of any sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SentenceFeatures {
    /// The share of the question's information that stands in the sentence.
    pub told: f32,
    /// Cosine to the sentence's embedding.
    pub meaning: f32,
    /// The best sentence by both together.
    pub best: f32,
    /// The number of that sentence within the text.
    pub number: u32,
}

/// Weight of the words of the best phrasing.
const WORDS: f32 = 2.8;
/// Weight of the trigrams of the best phrasing.
const TRIGRAMS: f32 = 1.2;
/// Weight of the meaning of the nearest phrasing.
const MEANING: f32 = 1.75;
/// Weight of the three best phrasings.
const MEAN: f32 = 2.3;
/// Weight of the words that stand in phrasings or titles.
const COVERED: f32 = 3.8;
/// Weight of the nearness to all phrasings together.
const CENTROID: f32 = 3.3;
/// Weight of the words that stand in the text alone.
const COVERED_TEXT: f32 = 3.9;
/// Weight of what these words say: one rare word counts more than a frame of common ones.
const TOLD_TEXT: f32 = 3.0;
/// Weight of the nearness to all sentences together.
const TEXT_CENTROID: f32 = 3.35;
/// Weight of what the words of one sentence say.
const SENTENCE_TOLD: f32 = 0.8;
/// Weight of the meaning of the nearest sentence.
const SENTENCE_MEANING: f32 = 2.2;
/// The weight of a FAQ's text beside that of other entries. Its question says what it answers: texts in full
/// cost 10 points of P@1 on collections of questions with long answers, where all answers speak of the same things.
const FAQ_TEXT: f32 = 0.1;
/// An entry with this many phrasings is known by them. One with fewer is so by the square of its share, for three say
/// little of all the ways of asking, and eight nearly two thirds: with less, the shipped guide of eight phrasings an
/// entry suggested something to half as many more questions about other films; with all, it answered 2 in 100 fewer.
const MANY_PHRASINGS: f32 = 10.0;
/// The text of an entry with this many phrasings ...
const TEXT_BESIDE_PHRASINGS: f32 = 26.0;
/// ... counts less by this share, that of one with fewer by less: with all of it a guide of so many phrasings lost a
/// point of P@1.
const PHRASED: f32 = 0.7;
/// The score that a FAQ gets for that.
const FAQ: f32 = 0.8;
/// Weight of leading all topics.
const TOPIC_LEAD: f32 = 2.05;
/// Weight of how near that topic is.
const TOPIC_STRENGTH: f32 = 1.45;
/// The score that a fact loses: its many phrasings are near to everything that begins with who, how or when.
const FACT: f32 = -2.5;
/// The score that a fact loses where it holds nothing of the question.
const FACT_UNTOLD: f32 = -1.0;

/// Weight of the words in the choice of the best phrasing.
const PHRASING_WORDS: f32 = 0.40;
/// Weight of the trigrams in the same.
const PHRASING_TRIGRAMS: f32 = 0.25;
/// Weight of the meaning in the same.
const PHRASING_MEANING: f32 = 0.35;

/// The most by which one phrasing or sentence is nearer than all together: more is seen once in a thousand questions.
const NEARER: f32 = 0.35;

/// The kinds of documents that are weighed in ways of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DocumentKind {
    /// A fact: people ask for it in words that are known, and whatever else they say is not about it.
    Fact,
    /// A question with its answer: the question says what the answer is about, which tells much by the way.
    Faq,
    /// An entry of a section, whose text is all there may be to go by.
    Text,
    /// A topic.
    Topic,
}

/// The weights of a document's features.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Weighing {
    pub(super) kind: DocumentKind,
    /// The degree to which the document is known by its phrasings, 0 for a bare title to 1.
    pub(super) phrased: f32,
    /// The weight of the text.
    text_share: f32,
}

impl Weighing {
    /// Weighs a document that has so many phrasings of its own beside its title.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of phrasings are only roughly needed"
    )]
    pub(super) fn new(kind: DocumentKind, n_phrasings: usize) -> Self {
        let share_of = |many: f32| (n_phrasings as f32 / many).min(1.0);
        let phrased = match kind {
            DocumentKind::Text => share_of(MANY_PHRASINGS) * share_of(MANY_PHRASINGS),
            DocumentKind::Faq | DocumentKind::Fact | DocumentKind::Topic => 1.0,
        };
        let text_share = match kind {
            DocumentKind::Faq => FAQ_TEXT,
            DocumentKind::Text => 1.0 - PHRASED * share_of(TEXT_BESIDE_PHRASINGS),
            DocumentKind::Fact | DocumentKind::Topic => 1.0,
        };
        Self {
            kind,
            phrased,
            text_share,
        }
    }
}

impl Features {
    /// The score of a document that is asked for in one of its phrasings.
    pub(super) const PERFECT: f32 =
        WORDS + TRIGRAMS + MEANING + MEAN + COVERED + CENTROID + TOPIC_LEAD + TOPIC_STRENGTH;

    /// Returns the score: only differences between the documents of one question mean something.
    pub(super) fn score(&self, weighing: Weighing) -> f32 {
        self.whole.score(weighing)
            + self.whole.of_kind(weighing)
            + phrasing_score(self.words, self.trigrams, self.meaning, self.mean)
            + weighing.text_share
                * (SENTENCE_TOLD * self.sentence.told + SENTENCE_MEANING * self.sentence.meaning)
    }
}

impl WholeFeatures {
    /// Returns the part of the score that is known without a look at single phrasings and sentences, whatever the kind.
    #[inline(always)]
    pub(super) fn score(&self, weighing: Weighing) -> f32 {
        let text = COVERED_TEXT * self.covered_text
            + TOLD_TEXT * self.told_text
            + TEXT_CENTROID * self.text_centroid;
        let own = COVERED * self.covered + CENTROID * self.centroid;
        own + weighing.text_share * text + self.topic.score()
    }

    /// Returns what a document has more or less for its kind.
    #[inline(always)]
    pub(super) fn of_kind(&self, weighing: Weighing) -> f32 {
        match weighing.kind {
            DocumentKind::Fact => FACT + FACT_UNTOLD * (1.0 - self.told),
            DocumentKind::Faq => FAQ,
            DocumentKind::Text | DocumentKind::Topic => 0.0,
        }
    }

    /// Returns what single phrasings and sentences add to the score at the most: words shared by a phrasing weigh no
    /// more than the phrasing, and a sentence says no more than the entry.
    pub(super) fn rest_at_most(&self, weighing: Weighing) -> f32 {
        let words = self.covered.clamp(0.0, 1.0).sqrt();
        let meaning = (self.centroid + NEARER).min(1.0);
        let mean = phrasing_similarity(words, meaning, 1.0);
        let sentence =
            SENTENCE_TOLD * self.told + SENTENCE_MEANING * (self.text_centroid + NEARER).min(1.0);
        phrasing_score(words, 1.0, meaning, mean) + weighing.text_share * sentence
    }
}

impl Features {
    /// Returns what the score is made of: each number with its weight's name, and the weight.
    pub(super) fn weighted_inputs(&self, weighing: Weighing) -> [(&'static str, f32, f32); 16] {
        let (features, whole) = (self, &self.whole);
        let Weighing {
            kind, text_share, ..
        } = weighing;
        let is = |other: DocumentKind| if kind == other { 1.0 } else { 0.0 };
        let is_fact = is(DocumentKind::Fact);
        [
            ("words", features.words, WORDS),
            ("trigrams", features.trigrams, TRIGRAMS),
            ("meaning", features.meaning, MEANING),
            ("mean", features.mean, MEAN),
            ("covered", whole.covered, COVERED),
            ("centroid", whole.centroid, CENTROID),
            (
                "covered_text",
                text_share * whole.covered_text,
                COVERED_TEXT,
            ),
            ("told_text", text_share * whole.told_text, TOLD_TEXT),
            (
                "text_centroid",
                text_share * whole.text_centroid,
                TEXT_CENTROID,
            ),
            (
                "sentence_told",
                text_share * features.sentence.told,
                SENTENCE_TOLD,
            ),
            (
                "sentence_meaning",
                text_share * features.sentence.meaning,
                SENTENCE_MEANING,
            ),
            ("topic_lead", whole.topic.lead, TOPIC_LEAD),
            ("topic_strength", whole.topic.strength, TOPIC_STRENGTH),
            ("fact", is_fact, FACT),
            ("fact_untold", is_fact * (1.0 - whole.told), FACT_UNTOLD),
            ("faq", is(DocumentKind::Faq), FAQ),
        ]
    }
}

/// Returns the part of the score that single phrasings add.
const fn phrasing_score(words: f32, trigrams: f32, meaning: f32, mean: f32) -> f32 {
    WORDS * words + TRIGRAMS * trigrams + MEANING * meaning + MEAN * mean
}

/// Returns how near one phrasing is to the question, 0 to 1.
#[inline(always)]
pub(super) const fn phrasing_similarity(words: f32, meaning: f32, trigrams: f32) -> f32 {
    PHRASING_WORDS * words + PHRASING_MEANING * meaning + PHRASING_TRIGRAMS * trigrams
}

/// Returns how near a sentence of the text is to the question, 0 to 1.
#[inline(always)]
pub(super) const fn sentence_similarity(told: f32, meaning: f32) -> f32 {
    0.6 * told + 0.4 * meaning
}
