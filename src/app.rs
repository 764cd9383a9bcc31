//! What every door needs to answer.

use std::sync::Arc;

use crate::config::Config;
use crate::content::Live;

/// What every door needs to answer.
#[derive(Debug)]
pub struct App {
    /// The guides that answer right now.
    pub live: Arc<Live>,
    /// The settings.
    pub config: Config,
}
