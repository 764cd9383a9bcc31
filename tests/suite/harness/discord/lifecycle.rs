//! The beginning and the end of a test, and those of the bot.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::net::SocketAddr;
use std::process::Command;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use super::Discord;
use super::program::Program;
use super::rest::router;
use super::shared::{Shared, fail_on_problems};
use super::tls::{TlsListener, client};
use super::world::{TOKEN, World};
use crate::harness::program::Frontrow;

/// The time that a bot may go on before it gives up: five sessions that fail take it twenty seconds.
const TIME_TO_GIVE_UP: Duration = Duration::from_secs(45);

impl Discord {
    /// The bot with the sample guide, connected.
    #[track_caller]
    pub(crate) fn start() -> Self {
        Self::with(|_, frontrow| frontrow)
    }

    /// The bot, connected, after the world, its variables and its guides were arranged.
    #[track_caller]
    pub(crate) fn with(arrange: impl FnOnce(&mut World, Frontrow) -> Frontrow) -> Self {
        let discord = Self::starting(arrange);
        discord.is_ready(1);
        discord
    }

    /// The bot, but not waiting until it is connected, because it may never be.
    pub(crate) fn starting(arrange: impl FnOnce(&mut World, Frontrow) -> Frontrow) -> Self {
        let mut discord = Self::without_bot();
        let frontrow = Frontrow::with_sample()
            .set("DISCORD_TOKEN", TOKEN)
            .set("DISCORD_API_URL", &discord.url());
        let frontrow = Rc::new(discord.arrange(|world| arrange(world, frontrow)));
        discord.frontrow = Some(Rc::clone(&frontrow));
        discord.launches(move || frontrow.command("run"))
    }

    /// Starts a bot that is a program of its own.
    pub(crate) fn launches(mut self, command: impl Fn() -> Command + 'static) -> Self {
        let program = Program::start(command(), &self.shared);
        self.command = Some(Box::new(command));
        self.program.replace(Some(program));
        self
    }

    /// The folder of the bot, whose guides can be changed while it runs.
    pub(crate) fn frontrow(&self) -> &Frontrow {
        self.frontrow.as_ref().expect("a folder")
    }

    /// Only the servers, for a bot inside the test.
    pub(crate) fn without_bot() -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime");
        let shared = Arc::new(Shared::new(World::new()));
        let address = listen(&runtime, &shared);
        shared.lock().gateway.url = format!("ws://{address}");
        Self {
            shared,
            runtime: Some(runtime),
            address,
            frontrow: None,
            command: None,
            program: RefCell::new(None),
            last: Cell::new(None),
        }
    }

    /// Returns the addresses where the bot finds the servers.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves discord.com too, and returns a client that finds it.
    pub(crate) fn over_tls(&self) -> reqwest::Client {
        let (address, authority) = self.serves_tls();
        client(address, &authority)
    }

    /// Serves discord.com too, and returns where, and the authority to trust.
    pub(crate) fn serves_tls(&self) -> (SocketAddr, String) {
        let tcp = self.runs_to_end(TcpListener::bind("127.0.0.1:0"));
        let tcp = tcp.expect("a port");
        let address = tcp.local_addr().expect("an address");
        let (listener, authority) = TlsListener::new(tcp);
        let router = router(Arc::clone(&self.shared));
        self.runtime()
            .spawn(async { axum::serve(listener, router).await });
        (address, authority)
    }

    /// Runs a bot inside the test, as long as the test goes on.
    pub(crate) fn runs(&self, bot: impl Future<Output = ()> + Send + 'static) {
        self.runtime().spawn(bot);
    }

    /// Runs something and returns what comes of it.
    pub(crate) fn runs_to_end<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime().block_on(future)
    }

    /// Ends the bot at once and starts it again in the same world.
    #[track_caller]
    pub(crate) fn restart(&self) {
        self.program.replace(None);
        self.shared.change(|world| world.gateway.session = None);
        let n_before = self.arrange(|world| world.gateway.n_identified);
        let command = self.command.as_ref().expect("a bot of its own");
        let program = Program::start(command(), &self.shared);
        self.program.replace(Some(program));
        self.is_ready(n_before + 1);
    }

    /// Asks the bot to end, and expects that it does without complaint.
    #[track_caller]
    pub(crate) fn terminate(&self) -> String {
        self.signals("TERM");
        self.ends_with(0)
    }

    /// Returns the number of the bot's process.
    pub(crate) fn process(&self) -> u32 {
        self.program.borrow().as_ref().expect("a bot").process()
    }

    /// Sends the bot a signal.
    #[track_caller]
    pub(crate) fn signals(&self, name: &str) {
        let status = Command::new("kill")
            .args(["-s", name, &self.process().to_string()])
            .status();
        assert!(status.expect("kill runs").success(), "it is still there");
    }

    /// Waits until the bot ends, expects its exit code and returns its log.
    #[track_caller]
    pub(crate) fn ends_with(&self, code: i32) -> String {
        let ended = |world: &mut World| world.has_ended.then(|| world.log.clone());
        let log = self
            .shared
            .wait_within(TIME_TO_GIVE_UP, "the end of the bot", ended);
        let program = self.program.take().expect("a bot");
        assert_eq!(program.code(), Some(code), "{log}");
        log
    }

    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("it runs until the end")
    }
}

/// Starts the servers and returns where they are.
fn listen(runtime: &Runtime, shared: &Arc<Shared>) -> SocketAddr {
    let tcp = runtime
        .block_on(TcpListener::bind("127.0.0.1:0"))
        .expect("a port");
    let address = tcp.local_addr().expect("an address");
    // Small packets go out at once; without it every reply would take 40 milliseconds.
    let listener = tcp.tap_io(|stream| stream.set_nodelay(true).expect("a connection"));
    let router = router(Arc::clone(shared));
    runtime.spawn(async { axum::serve(listener, router).await });
    address
}

impl Drop for Discord {
    fn drop(&mut self) {
        self.program.take();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
        if std::thread::panicking() {
            return;
        }
        let mut world = self.shared.lock();
        fail_on_problems(&mut world);
        let is_empty = world.acts.is_empty();
        assert!(
            is_empty,
            "nobody looked at all that the bot did\n{}",
            world.story()
        );
    }
}
