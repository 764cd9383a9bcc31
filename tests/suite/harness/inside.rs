//! The real bot inside the test, for what a program of its own cannot be given: another client for REST.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use frontrow::app::App;
use frontrow::config::Config;
use frontrow::content::{LoadOptions, Reloader, load};
use frontrow::discord::{ExitReason, Setup, run};
use frontrow::health::Health;
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
        let set = |name: &str| (name == "DISCORD_TOKEN").then(|| TOKEN.into());
        let config = Config::from_variables(set).expect("sound settings");
        let folder = project("tests/data/cli");
        let loaded = load(&folder, &LoadOptions::default()).strict();
        let loaded = loaded.expect("a sound guide");
        let live = Reloader::new(&folder, loaded, Arc::default());
        let stop = CancellationToken::new();
        let setup = Setup {
            app: Arc::new(App::new(&config, Arc::new(live), Health::with_gateway())),
            token: config.discord.token.clone().expect("a token"),
            discord: config.discord,
            rest: Some(discord.over_tls()),
            stop: stop.clone(),
            leave: |ended| panic!("the bot leaves: {ended:?}"),
        };
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

impl Drop for Inside {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
