//! The real bot inside the test, for what a program of its own cannot be given: another client for REST.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use frontrow::app::App;
use frontrow::config::Config;
use frontrow::content::{LoadOptions, Reloader, load};
use frontrow::discord::{ExitReason, Setup, run};
use frontrow::health::Health;
use frontrow::store::StoreHandle;
use tokio_util::sync::CancellationToken;

use super::discord::Discord;
use super::discord::world::TOKEN;
use super::program::project;

/// The bot; it ends with the test.
pub(crate) struct Inside {
    stop: CancellationToken,
    thread: Option<JoinHandle<ExitReason>>,
}

impl Inside {
    /// Starts the bot with the sample guide and serenity's rate limiter, which knows Discord by its true name only.
    #[track_caller]
    pub(crate) fn start(discord: &Discord) -> Self {
        Self::with_store(discord, StoreHandle::in_memory())
    }

    /// Starts the same bot with a store of the test's.
    #[track_caller]
    pub(crate) fn with_store(discord: &Discord, store: StoreHandle) -> Self {
        let stop = CancellationToken::new();
        let mut setup = setup("tests/data/cli", discord.over_tls(), stop.clone());
        let app = Arc::into_inner(setup.app).expect("nobody else has it");
        setup.app = Arc::new(app.with_store(store));
        let thread = thread::spawn(|| run(setup).expect("threads and signals"));
        discord.is_ready(1);
        Self {
            stop,
            thread: Some(thread),
        }
    }

    /// Asks the bot to stop, and expects that it does.
    #[track_caller]
    pub(crate) fn stops(mut self) {
        self.stop.cancel();
        let thread = self.thread.take().expect("it was started");
        assert_eq!(thread.join().expect("no panic"), ExitReason::Stopped);
    }
}

/// Returns what starts the bot with the guides of a folder and a client for REST, and with serenity's rate limiter.
pub(crate) fn setup(guides: &str, rest: reqwest::Client, stop: CancellationToken) -> Setup {
    let set = |name: &str| (name == "DISCORD_TOKEN").then(|| TOKEN.into());
    let config = Config::from_variables(set).expect("sound settings");
    let folder = project(guides);
    let loaded = load(&folder, &LoadOptions::default()).lenient();
    let reloader = Reloader::new(&folder, loaded.expect("sound guides"), Arc::default());
    let app = App::new(&config, Arc::new(reloader), Health::with_gateway());
    Setup {
        keeps_trying: false,
        app: Arc::new(app),
        token: config.discord.token.clone().expect("a token"),
        discord: config.discord,
        rest: Some(rest),
        stop,
        leave: |reason| panic!("the bot leaves: {reason:?}"),
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
