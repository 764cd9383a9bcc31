//! The front desk: everything that people ask, open, press or look up goes through an [`App`].
//!
//! A surface (Discord, the pages, the chat page, the API, the terminal) parses what came in, calls the app and renders
//! what it returns. Only the app cleans a question, finds its film, has it answered, counts it and logs it.

pub mod json;

mod ask;
mod channel;
mod open;
mod report;
mod server_settings;
mod trial;

use std::sync::Arc;

use tokio::sync::Mutex;

pub use ask::{MAX_QUESTION, Question, Refusal};
pub use open::{Completion, OpenTarget};
pub use report::ReloadReport;

use crate::chat::{self, Actor, ButtonOutcome, ChannelInfo, ChatContext};
use crate::config::Config;
use crate::content::Reloader;
use crate::health::Health;
use crate::library::Library;
use crate::metrics::Metrics;
use crate::reply::{Settings, SpoilerPolicy};
use crate::store::StoreHandle;

/// Everything that an answer needs, shared by all surfaces of the program.
#[derive(Debug)]
pub struct App {
    /// The folder of guides and the library made from it.
    pub guides: Arc<Reloader>,
    /// The counts of what the program does.
    pub metrics: Arc<Metrics>,
    /// The state of the parts of the program.
    pub health: Arc<Health>,
    /// The place of settings, open questions, taught phrasings, edits and counts.
    pub store: StoreHandle,
    /// The spoilers that stay hidden until somebody asks to see them.
    spoilers: SpoilerPolicy,
    /// The address that the pages are published at, without a slash at the end.
    public_url: Option<String>,
    /// The id of the film that is meant where nothing else names one.
    film: Option<String>,
    /// The address of help with the bot.
    support_url: Option<String>,
    /// The address of the rules on what the bot keeps.
    privacy_url: Option<String>,
    /// The number of days that questions are kept.
    retention_days: u32,
    /// Held while somebody's choice in the settings is saved.
    saving: Mutex<()>,
}

impl App {
    /// Sets up what answers from these guides, with a store that forgets everything at the end.
    pub fn new(config: &Config, guides: Arc<Reloader>, health: Health) -> Self {
        Self {
            metrics: Arc::clone(guides.metrics()),
            guides,
            health: Arc::new(health),
            store: StoreHandle::in_memory(),
            spoilers: config.spoilers,
            public_url: config.public_url.clone(),
            film: config.film.clone(),
            support_url: config.support_url.clone(),
            privacy_url: config.privacy_url.clone(),
            retention_days: config.database.retention_days,
            saving: Mutex::default(),
        }
    }

    /// Puts a store in the place of the one that forgets.
    pub fn with_store(self, store: StoreHandle) -> Self {
        Self { store, ..self }
    }

    /// Returns the library to answer with.
    pub fn library(&self) -> Arc<Library> {
        self.guides.current()
    }

    /// Returns how replies are made unless somebody asks for something else.
    pub fn settings(&self) -> Settings<'_> {
        Settings {
            spoilers: self.spoilers,
            public_url: self.public_url.as_deref(),
        }
    }

    /// Returns how replies are made for somebody who may have asked to see all spoilers.
    pub fn settings_with_spoilers(&self, all: bool) -> Settings<'_> {
        let spoilers = match all {
            true => SpoilerPolicy::All,
            false => self.spoilers,
        };
        Settings {
            spoilers,
            ..self.settings()
        }
    }

    /// Returns a channel of which nothing is known but the film that the settings name.
    pub fn channel(&self) -> ChannelInfo {
        self.with_film(ChannelInfo::default())
    }

    /// Returns a channel with the film that the settings name, unless one was set for it.
    pub fn with_film(&self, channel: ChannelInfo) -> ChannelInfo {
        let film = channel.film.or_else(|| self.film.clone());
        ChannelInfo { film, ..channel }
    }

    /// Carries out what a button or a choice of a menu carries.
    pub fn press(
        &self,
        custom_id: &str,
        actor: Actor,
        channel: &ChannelInfo,
        settings: Settings<'_>,
    ) -> ButtonOutcome {
        let library = self.library();
        let context = ChatContext::new(&library, settings, channel);
        match chat::press(&context, custom_id, actor) {
            ButtonOutcome::Turns(message) => ButtonOutcome::Turns(channel.shown(message)),
            ButtonOutcome::Whisper(message) => ButtonOutcome::Whisper(channel.shown(message)),
            ButtonOutcome::Removed => ButtonOutcome::Removed,
        }
    }

    /// Loads the guides again and returns what moderators are told about it.
    pub fn reload(&self) -> ReloadReport {
        report::report(&self.guides.reload(), self.guides.loaded_at())
    }
}
