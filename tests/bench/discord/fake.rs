//! A fake Discord that only knows what the bots need, and when each event went out and was answered.

use std::collections::HashMap;
use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::Router;
use axum::serve::ListenerExt;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{Notify, oneshot};
use tokio::time::{sleep, timeout};

use super::events::Event;
use super::rest;
use super::tls::TlsListener;

/// How long a bot may take to connect, or to answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a bot may take to settle once it is connected, with commands to register.
const TIME_TO_SETTLE: Duration = Duration::from_secs(1);

/// How the bots reach the fake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// By its own address, without encryption and without serenity's rate limiter.
    Plain,
    /// As discord.com, as in production.
    Tls,
}

/// The running fake.
pub(crate) struct Fake {
    shared: Arc<Shared>,
    events: UnboundedSender<Sent>,
    /// What a bot is told so that it finds the fake: see `bot`.
    pub(crate) address: Vec<String>,
}

/// What its servers know.
pub(super) struct Shared {
    /// Where the gateway is.
    pub(super) gateway: String,
    /// Events for the one who connects.
    pub(super) events: Mutex<Option<UnboundedReceiver<Sent>>>,
    /// That somebody has connected.
    pub(super) is_connected: Notify,
    waiting: Mutex<HashMap<String, Waiting>>,
}

/// An event on its way to the bot.
pub(super) struct Sent {
    /// The event.
    pub(super) event: Event,
    /// Whom to tell of the answer.
    pub(super) asker: oneshot::Sender<Answer>,
}

struct Waiting {
    since: Instant,
    asker: oneshot::Sender<Answer>,
}

/// What a bot answered.
pub(crate) struct Answer {
    /// From the event to the answer.
    pub(crate) took: Duration,
    /// The body of the request.
    pub(crate) body: Value,
}

impl Fake {
    /// Starts to serve.
    pub(crate) async fn start(way: Way) -> Self {
        let tcp = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let plain = tcp.local_addr().expect("an address");
        let (events, to_send) = unbounded_channel();
        let shared = Arc::new(Shared {
            gateway: format!("ws://{plain}"),
            events: Mutex::new(Some(to_send)),
            is_connected: Notify::new(),
            waiting: Mutex::default(),
        });
        let router = rest::router(Arc::clone(&shared));
        let address = match way {
            Way::Plain => vec!["plain".to_owned(), format!("http://{plain}")],
            Way::Tls => {
                let (secure, authority) = serve_tls(router.clone()).await;
                vec!["tls".to_owned(), secure.to_string(), authority]
            }
        };
        // Small packets go out at once; without it every reply would take 40 milliseconds.
        let listener = tcp.tap_io(|stream| stream.set_nodelay(true).expect("a connection"));
        tokio::spawn(async { axum::serve(listener, router).await });
        Self {
            shared,
            events,
            address,
        }
    }

    /// Waits until the bot is connected and has come to rest.
    pub(crate) async fn settles(&self) {
        let connected = timeout(PATIENCE, self.shared.is_connected.notified()).await;
        connected.expect("the bot connects");
        sleep(TIME_TO_SETTLE).await;
    }

    /// Sends an event; what is returned waits for the answer.
    pub(crate) fn send(&self, event: Event) -> impl Future<Output = Answer> + use<> {
        let (asker, answer) = oneshot::channel();
        let about = event.about.clone();
        let sent = self.events.send(Sent { event, asker });
        sent.expect("the fake serves as long as it is there");
        async move {
            let answer = timeout(PATIENCE, answer).await;
            let answer = answer.unwrap_or_else(|_| panic!("the bot has no answer to {about}"));
            answer.expect("the bot stays connected")
        }
    }
}

async fn serve_tls(router: Router) -> (SocketAddr, String) {
    let tcp = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = tcp.local_addr().expect("an address");
    let (listener, authority) = TlsListener::new(tcp);
    tokio::spawn(async { axum::serve(listener, router).await });
    (address, authority)
}

impl Shared {
    /// Notes that an event goes out now.
    pub(super) fn goes_out(&self, key: String, asker: oneshot::Sender<Answer>) {
        let since = Instant::now();
        locked(&self.waiting).insert(key, Waiting { since, asker });
    }

    /// Notes that the answer came in `at` this moment.
    pub(super) fn is_answered(&self, key: &str, at: Instant, body: Value) {
        let waiting = locked(&self.waiting).remove(key);
        let waiting = waiting.unwrap_or_else(|| panic!("a second answer, or to nothing: {body}"));
        let took = at - waiting.since;
        // Nobody waits any more where another answer was missed.
        let _ = waiting.asker.send(Answer { took, body });
    }
}

/// Locks what no panic leaves half done.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Tls => "tls",
        })
    }
}
