//! What all requests share.

use std::net::IpAddr;
use std::sync::Arc;

use super::edition::Edition;
use super::limit::Limiter;
use super::links::Form;
use super::rendered::Kept;
use crate::content::{Library, Live};
use crate::health::Health;
use crate::metrics::Metrics;
use crate::reply::SpoilerPolicy;

/// How a site is served.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What stays hidden until somebody asks to see it.
    pub spoilers: SpoilerPolicy,
    /// Where the pages are published, without a slash at the end.
    pub public_url: Option<String>,
    /// The id of the film that is meant where a question names none.
    pub film: Option<String>,
    /// The proxy whose word on whom it asks for counts.
    pub trusted_proxy: Option<IpAddr>,
}

/// A site: the guides to show, and what is known about the program.
#[derive(Debug)]
pub struct Site {
    /// The guides.
    pub(super) live: Arc<Live>,
    /// How it is served.
    pub(super) options: Options,
    /// How pages are made.
    pub(super) edition: Edition,
    /// How the parts of the program are.
    pub(super) health: Arc<Health>,
    /// What is counted.
    pub(super) metrics: Arc<Metrics>,
    /// Who asked how much.
    pub(super) limiter: Limiter,
    /// The pages as they were made for the library of the moment.
    pub(super) kept: Kept,
}

impl Site {
    /// Puts a site together.
    pub fn new(
        live: Arc<Live>,
        options: Options,
        health: Arc<Health>,
        metrics: Arc<Metrics>,
    ) -> Self {
        let edition = Edition {
            form: Form::Served,
            spoilers: options.spoilers,
            base: options.public_url.clone(),
        };
        Self {
            live,
            options,
            edition,
            health,
            metrics,
            limiter: Limiter::default(),
            kept: Kept::default(),
        }
    }

    /// Returns the number of the film that is meant where a question names none.
    pub(super) fn place(&self, library: &Library) -> Option<usize> {
        library.film(self.options.film.as_deref()?)
    }
}
