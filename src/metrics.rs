//! Counts what the program does, for Prometheus to read.
//!
//! One struct that its owners share: there is no global registry, so tests count apart.
//! No count tells who asked or what.

use std::fmt;
use std::time::Duration;

use prometheus_client::encoding::prometheus_text;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder};
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// The content type of what [`Metrics::to_text`] returns.
pub const CONTENT_TYPE: &str = prometheus_text::CONTENT_TYPE;
/// Upper bounds of the time a question may take, in seconds: 20 µs is what one takes on a guide of usual size, 5 ms
/// what one takes on the largest collections that were measured, and 0.1 s can only be a machine out of breath.
const QUESTION_SECONDS: [f64; 10] = [
    0.000_02, 0.000_05, 0.000_1, 0.000_2, 0.000_5, 0.001, 0.002, 0.005, 0.02, 0.1,
];

/// Everything that is counted since the start.
#[derive(Debug)]
pub struct Metrics {
    /// Requests answered, by what was asked for and the first digit of the status (2 to 5).
    requests: Family<RequestLabels, Counter>,
    /// Requests refused because their address sends too many; they count among the requests too.
    refused: Counter,
    /// Questions, by the surface they came in by and what was decided.
    questions: Family<QuestionLabels, Counter>,
    /// The time that it took from the question to the reply, in seconds, without what a surface adds.
    question_seconds: Histogram,
    /// Reloads of the guides, by whether the new ones were taken over.
    reloads: Family<ReloadLabels, Counter>,
}

/// The figures of the moment, apart from what is counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Now {
    /// The time that the program has been running.
    pub uptime: Duration,
    /// The number of guides that answer.
    pub guides: usize,
    /// The number of their entries.
    pub entries: usize,
    /// True if the store is away.
    pub store_is_away: bool,
    /// The number of requests to the store that failed.
    pub store_failures: u64,
    /// The number of writes that wait for the store.
    pub store_waiting: usize,
    /// The number of writes that were given up.
    pub store_dropped: u64,
}

/// The thing that a request asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the page it is named after")]
pub enum Route {
    Home,
    Film,
    Section,
    Ask,
    Chat,
    Api,
    Asset,
    Health,
    Missing,
}

/// The way by which a question came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the surface it is named after")]
pub enum Surface {
    Page,
    Api,
    Chat,
    Discord,
    Terminal,
}

/// The decision on a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the decision it is named after")]
pub enum Outcome {
    Answer,
    Suggest,
    Unknown,
}

/// The outcome of a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum ReloadOutcome {
    TakenOver,
    Refused,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    route: Route,
    status: Status,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct QuestionLabels {
    /// The surface; dashboards know it by this older name.
    door: Surface,
    decision: Outcome,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ReloadLabels {
    outcome: ReloadOutcome,
}

/// The first digit of a status: 2 for all from 200 to 299.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Status(u16);

/// The first digits of the statuses that are counted: others are never sent.
const STATUSES: [Status; 4] = [Status(2), Status(3), Status(4), Status(5)];

impl Route {
    /// Every one of them.
    pub const ALL: [Self; 9] = [
        Self::Home,
        Self::Film,
        Self::Section,
        Self::Ask,
        Self::Chat,
        Self::Api,
        Self::Asset,
        Self::Health,
        Self::Missing,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Film => "film",
            Self::Section => "section",
            Self::Ask => "ask",
            Self::Chat => "chat",
            Self::Api => "api",
            Self::Asset => "asset",
            Self::Health => "health",
            Self::Missing => "missing",
        }
    }
}

impl Surface {
    /// Every one of them.
    pub const ALL: [Self; 5] = [
        Self::Page,
        Self::Api,
        Self::Chat,
        Self::Discord,
        Self::Terminal,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Api => "api",
            Self::Chat => "chat",
            Self::Discord => "discord",
            Self::Terminal => "terminal",
        }
    }
}

impl Outcome {
    /// Every one of them.
    pub const ALL: [Self; 3] = [Self::Answer, Self::Suggest, Self::Unknown];

    const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Suggest => "suggest",
            Self::Unknown => "unknown",
        }
    }
}

impl ReloadOutcome {
    const ALL: [Self; 2] = [Self::TakenOver, Self::Refused];

    const fn name(self) -> &'static str {
        match self {
            Self::TakenOver => "taken_over",
            Self::Refused => "refused",
        }
    }
}

/// Writes the label of each type by its name.
macro_rules! label_values {
    ($($label:ty),*) => {$(
        impl EncodeLabelValue for $label {
            fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> fmt::Result {
                self.name().encode(encoder)
            }
        }
    )*};
}
label_values!(Route, Surface, Outcome, ReloadOutcome);

impl EncodeLabelValue for Status {
    fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> fmt::Result {
        format!("{}xx", self.0).encode(encoder)
    }
}

impl Default for Metrics {
    /// Returns metrics that have counted nothing. Each series is there from the start, so that its first increase shows.
    fn default() -> Self {
        let metrics = Self {
            requests: Family::default(),
            refused: Counter::default(),
            questions: Family::default(),
            question_seconds: Histogram::new(QUESTION_SECONDS),
            reloads: Family::default(),
        };
        for route in Route::ALL {
            for status in STATUSES {
                let _ = metrics
                    .requests
                    .get_or_create(&RequestLabels { route, status });
            }
        }
        for door in Surface::ALL {
            for decision in Outcome::ALL {
                let _ = metrics
                    .questions
                    .get_or_create(&QuestionLabels { door, decision });
            }
        }
        for outcome in ReloadOutcome::ALL {
            let _ = metrics.reloads.get_or_create(&ReloadLabels { outcome });
        }
        metrics
    }
}

impl Metrics {
    /// Returns how many requests were answered so far.
    pub fn n_requests(&self) -> u64 {
        let labels = Route::ALL.into_iter().flat_map(|route| {
            STATUSES
                .into_iter()
                .map(move |status| RequestLabels { route, status })
        });
        let counters = labels.filter_map(|labels| Some(self.requests.get(&labels)?.get()));
        counters.sum()
    }

    /// Counts a request that was answered with this status.
    pub fn requested(&self, route: Route, status: u16) {
        let status = Status(status / 100);
        if STATUSES.contains(&status) {
            self.requests
                .get_or_create(&RequestLabels { route, status })
                .inc();
        }
    }

    /// Counts a request that was one too many.
    pub fn refused(&self) {
        self.refused.inc();
    }

    /// Counts a question, and how long it took.
    pub fn asked(&self, door: Surface, decision: Outcome, took: Duration) {
        self.questions
            .get_or_create(&QuestionLabels { door, decision })
            .inc();
        self.question_seconds.observe(took.as_secs_f64());
    }

    /// Counts a reload, by whether it took new guides over.
    pub fn reloaded(&self, is_taken_over: bool) {
        let outcome = if is_taken_over {
            ReloadOutcome::TakenOver
        } else {
            ReloadOutcome::Refused
        };
        self.reloads.get_or_create(&ReloadLabels { outcome }).inc();
    }

    /// Returns everything in Prometheus's text form.
    pub fn to_text(&self, now: &Now) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = prometheus_text::encode(&mut text, &self.registry(now));
        text
    }

    /// Returns what is counted and what is true at the moment, each under its name.
    fn registry(&self, now: &Now) -> Registry {
        let mut all = Registry::with_prefix("frontrow");
        all.register("requests", "Requests answered", self.requests.clone());
        all.register(
            "refused_requests",
            "Requests refused because their address sends too many",
            self.refused.clone(),
        );
        all.register("questions", "Questions asked", self.questions.clone());
        all.register(
            "question_seconds",
            "Time from a question to its reply",
            self.question_seconds.clone(),
        );
        all.register("reloads", "Reloads of the guides", self.reloads.clone());
        let gauge = |n: u64| ConstGauge::new(n);
        all.register(
            "uptime_seconds",
            "Time since the start",
            gauge(now.uptime.as_secs()),
        );
        all.register("guides", "Guides that answer", gauge(now.guides as u64));
        all.register(
            "entries",
            "Entries that they have",
            gauge(now.entries as u64),
        );
        register_store(&mut all, now);
        all
    }
}

/// Registers the figures of the store.
fn register_store(all: &mut Registry, now: &Now) {
    let counter = |n: u64| ConstCounter::new(n);
    let gauge = |n: u64| ConstGauge::new(n);
    let (away, waiting) = (u64::from(now.store_is_away), now.store_waiting as u64);
    all.register("store_away", "1 while the store is away", gauge(away));
    let help = "Writes that wait for the store";
    all.register("store_waiting_writes", help, gauge(waiting));
    let help = "Requests to the store that failed";
    all.register("store_failures", help, counter(now.store_failures));
    let help = "Writes that were given up";
    all.register("store_dropped_writes", help, counter(now.store_dropped));
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Metrics, Now, Outcome, Route, Surface};

    #[test]
    fn what_is_counted_shows() {
        let metrics = Metrics::default();
        metrics.requested(Route::Section, 200);
        metrics.requested(Route::Section, 304);
        metrics.requested(Route::Missing, 404);
        // No such status is ever sent.
        metrics.requested(Route::Missing, 101);
        metrics.asked(Surface::Page, Outcome::Suggest, Duration::from_micros(30));
        metrics.reloaded(false);
        let now = Now {
            guides: 2,
            store_dropped: 3,
            ..Now::default()
        };
        let text = metrics.to_text(&now);
        for line in [
            "frontrow_requests_total{route=\"section\",status=\"2xx\"} 1",
            "frontrow_requests_total{route=\"section\",status=\"3xx\"} 1",
            "frontrow_requests_total{route=\"missing\",status=\"4xx\"} 1",
            "frontrow_questions_total{door=\"page\",decision=\"suggest\"} 1",
            "frontrow_question_seconds_bucket{le=\"2e-05\"} 0",
            "frontrow_question_seconds_bucket{le=\"5e-05\"} 1",
            "frontrow_question_seconds_count 1",
            "frontrow_reloads_total{outcome=\"taken_over\"} 0",
            "frontrow_reloads_total{outcome=\"refused\"} 1",
            "frontrow_guides 2",
            "frontrow_store_away 0",
            "frontrow_store_dropped_writes_total 3",
        ] {
            assert!(text.lines().any(|one| one == line), "{line}\n{text}");
        }
    }

    #[test]
    fn every_line_is_a_comment_or_a_name_with_a_number() {
        for line in Metrics::default().to_text(&Now::default()).lines() {
            let is_comment = line.starts_with("# HELP ") || line.starts_with("# TYPE ");
            let number = line
                .rsplit_once(' ')
                .and_then(|(_, n)| n.parse::<f64>().ok());
            assert!(is_comment || number.is_some(), "{line}");
        }
    }
}
