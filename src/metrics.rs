//! What the program counts, in the text form that Prometheus reads.
//!
//! One struct that its owners share: there is no global recorder, so tests count apart.
//! No count tells who asked or what.

use std::fmt::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Everything that is counted since the start.
#[derive(Debug, Default)]
pub struct Metrics {
    /// Requests answered, by what was asked for and the first digit of the status (2 to 5).
    requests: [[Counter; STATUSES.len()]; Route::ALL.len()],
    /// Requests refused because their address sends too many; they count among the requests too.
    refused: Counter,
    /// Questions, by the door they came through and what was decided.
    questions: [[Counter; Outcome::ALL.len()]; Surface::ALL.len()],
    /// Reloads that took new guides over.
    reloads: Counter,
    /// Reloads that left the old guides in place, as something was wrong with the new ones.
    refused_reloads: Counter,
}

/// What is true at the moment, apart from what is counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Now {
    /// How long the program has been running.
    pub uptime: Duration,
    /// How many guides answer.
    pub guides: usize,
    /// How many entries they have.
    pub entries: usize,
}

/// What a request asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the door it is named after")]
pub enum Surface {
    Page,
    Api,
    Chat,
    Discord,
    Terminal,
}

/// What was decided on a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the decision it is named after")]
pub enum Outcome {
    Answer,
    Suggest,
    Unknown,
}

/// The first digits of the statuses that are counted.
const STATUSES: [u16; 4] = [2, 3, 4, 5];

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
}

impl Outcome {
    /// Every one of them.
    pub const ALL: [Self; 3] = [Self::Answer, Self::Suggest, Self::Unknown];
}

impl Metrics {
    /// Returns how many requests were answered so far.
    pub fn n_requests(&self) -> u64 {
        let counters = self.requests.iter().flatten();
        counters.map(Counter::get).sum()
    }

    /// Counts a request that was answered with this status.
    pub fn requested(&self, route: Route, status: u16) {
        if let Some(at) = STATUSES.iter().position(|first| *first == status / 100) {
            self.requests[route as usize][at].add();
        }
    }

    /// Counts a request that was one too many.
    pub fn refused(&self) {
        self.refused.add();
    }

    /// Counts a question.
    pub fn asked(&self, door: Surface, outcome: Outcome) {
        self.questions[door as usize][outcome as usize].add();
    }

    /// Counts a reload, by whether it took new guides over.
    pub fn reloaded(&self, is_taken_over: bool) {
        if is_taken_over {
            self.reloads.add();
        } else {
            self.refused_reloads.add();
        }
    }

    /// Returns everything in Prometheus's text form.
    pub fn to_text(&self, now: &Now) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut text, now);
        text
    }

    fn write(&self, out: &mut String, now: &Now) -> fmt::Result {
        head(out, "requests_total", "counter", "Requests answered.")?;
        for route in Route::ALL {
            for (at, first) in STATUSES.iter().enumerate() {
                let n = self.requests[route as usize][at].get();
                let route = lower(&route);
                writeln!(
                    out,
                    "frontrow_requests_total{{route=\"{route}\",status=\"{first}xx\"}} {n}"
                )?;
            }
        }
        let what = "Requests refused because their address sends too many.";
        one(
            out,
            "refused_requests_total",
            "counter",
            what,
            self.refused.get(),
        )?;
        head(out, "questions_total", "counter", "Questions asked.")?;
        for door in Surface::ALL {
            for outcome in Outcome::ALL {
                let n = self.questions[door as usize][outcome as usize].get();
                let (door, decision) = (lower(&door), lower(&outcome));
                writeln!(
                    out,
                    "frontrow_questions_total{{door=\"{door}\",decision=\"{decision}\"}} {n}"
                )?;
            }
        }
        self.write_reloads(out)?;
        let seconds = now.uptime.as_secs();
        one(
            out,
            "uptime_seconds",
            "gauge",
            "Time since the start.",
            seconds,
        )?;
        one(
            out,
            "guides",
            "gauge",
            "Guides that answer.",
            now.guides as u64,
        )?;
        one(
            out,
            "entries",
            "gauge",
            "Entries that they have.",
            now.entries as u64,
        )
    }

    fn write_reloads(&self, out: &mut String) -> fmt::Result {
        head(out, "reloads_total", "counter", "Reloads of the guides.")?;
        let (taken, refused) = (self.reloads.get(), self.refused_reloads.get());
        writeln!(
            out,
            "frontrow_reloads_total{{outcome=\"taken_over\"}} {taken}"
        )?;
        writeln!(
            out,
            "frontrow_reloads_total{{outcome=\"refused\"}} {refused}"
        )
    }
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) -> fmt::Result {
    writeln!(out, "# HELP frontrow_{name} {help}")?;
    writeln!(out, "# TYPE frontrow_{name} {kind}")
}

fn one(out: &mut String, name: &str, kind: &str, help: &str, value: u64) -> fmt::Result {
    head(out, name, kind, help)?;
    writeln!(out, "frontrow_{name} {value}")
}

fn lower(name: &impl fmt::Debug) -> String {
    format!("{name:?}").to_lowercase()
}

/// A number that only grows.
#[derive(Debug, Default)]
struct Counter(AtomicU64);

impl Counter {
    fn add(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::{Metrics, Now, Outcome, Route, Surface};

    #[test]
    fn what_is_counted_shows() {
        let metrics = Metrics::default();
        metrics.requested(Route::Section, 200);
        metrics.requested(Route::Section, 304);
        metrics.requested(Route::Missing, 404);
        // No such status is ever sent.
        metrics.requested(Route::Missing, 101);
        metrics.asked(Surface::Page, Outcome::Suggest);
        metrics.reloaded(false);
        let now = Now {
            guides: 2,
            ..Now::default()
        };
        let text = metrics.to_text(&now);
        for line in [
            "frontrow_requests_total{route=\"section\",status=\"2xx\"} 1",
            "frontrow_requests_total{route=\"section\",status=\"3xx\"} 1",
            "frontrow_requests_total{route=\"missing\",status=\"4xx\"} 1",
            "frontrow_questions_total{door=\"page\",decision=\"suggest\"} 1",
            "frontrow_reloads_total{outcome=\"refused\"} 1",
            "frontrow_guides 2",
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
                .and_then(|(_, n)| n.parse::<u64>().ok());
            assert!(is_comment || number.is_some(), "{line}");
        }
    }
}
