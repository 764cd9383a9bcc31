//! The bot starts and stops: what stands in its way ends it with a code and a message that say what to do.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use axum::Json;
use axum::Router;
use axum::http::StatusCode;
use serde_json::json;

use crate::harness::program::{Frontrow, Ran};

/// A token of the right shape.
const TOKEN: &str = "not.really.secret";
/// How long a start or a stop may take on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a stop may take.
const TIME_TO_STOP: Duration = Duration::from_secs(5);

/// The program with a token, and a server in place of Discord.
fn bot(api_url: &str) -> Frontrow {
    Frontrow::with_sample()
        .set("DISCORD_TOKEN", TOKEN)
        .set("DISCORD_API_URL", api_url)
        .set("RUST_LOG", "trace")
}

/// Serves routes while a test runs.
struct Server {
    url: String,
    _runtime: tokio::runtime::Runtime,
}

fn serve(router: Router) -> Server {
    let runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = { runtime }.worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime");
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
    let listener = listener.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    runtime.spawn(async move { axum::serve(listener, router).await });
    Server {
        url,
        _runtime: runtime,
    }
}

/// A server that answers `GET /gateway` and knows nothing else.
fn with_gateway(answer: serde_json::Value) -> Server {
    let get = axum::routing::get(move || async move { Json(answer) });
    serve(Router::new().route("/api/v10/gateway", get))
}

/// Returns an address at which nobody listens.
fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").to_string()
}

/// Expects an end with a code, and what is said about it; the token is never part of that.
#[track_caller]
fn ends(ran: Ran, code: i32, said: &[&str]) {
    assert!(!format!("{ran:?}").contains(TOKEN), "{ran:#?}");
    let ran = ran.ends_with(code);
    let last = ran.err.lines().last().unwrap_or_default();
    for said in said {
        assert!(last.contains(said), "{said}: {ran:#?}");
    }
}

#[test]
fn no_sound_guide_ends_with_78() {
    let frontrow = Frontrow::in_empty_folder().set("DISCORD_TOKEN", TOKEN);
    frontrow.write("faq/a.toml", "[film]\n");
    frontrow.run("run").ends_with(78);
}

#[test]
fn nobody_there_ends_with_75() {
    let url = format!("http://{}", nobody());
    ends(
        bot(&url).run("run"),
        75,
        &["cannot be reached", &url, "DISCORD_API_URL"],
    );
}

#[test]
fn a_token_that_is_refused_ends_with_77() {
    let server = serve(Router::new().fallback(|| async { StatusCode::UNAUTHORIZED }));
    ends(
        bot(&server.url).run(""),
        77,
        &["DISCORD_TOKEN", "Reset Token"],
    );
}

#[test]
fn a_gateway_that_is_not_said_ends_with_75() {
    let server = serve(Router::new().fallback(|| async { StatusCode::INTERNAL_SERVER_ERROR }));
    ends(bot(&server.url).run("run"), 75, &["/gateway: 500"]);
    let server = serve(Router::new().fallback(|| async { "not JSON" }));
    ends(
        bot(&server.url).run("run"),
        75,
        &["/gateway: the answer is not JSON"],
    );
    let server = with_gateway(json!({ "url": "https://discord.com" }));
    ends(
        bot(&server.url).run("run"),
        75,
        &["`https://discord.com` is no address of a gateway"],
    );
}

#[test]
fn a_gateway_that_is_not_there_ends_with_75() {
    let gateway = nobody();
    let server = with_gateway(json!({ "url": format!("ws://{gateway}") }));
    ends(
        bot(&server.url).run("run"),
        75,
        &["the gateway that Discord named"],
    );
}

#[test]
fn what_the_portal_says_is_logged() {
    let me = json!({ "id": "42", "flags": 1 << 14, "name": "a name" });
    let get = axum::routing::get(move || async move { Json(me) });
    let server = serve(Router::new().route("/api/v10/applications/@me", get));
    let ran = bot(&server.url)
        .set("DISCORD_MESSAGE_CONTENT", "true")
        .run("run");
    for said in [
        "https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands&permissions=274877991936",
        "applications: server members",
        "\"Message Content Intent\" is off",
    ] {
        assert!(ran.err.contains(said), "{said}: {ran:#?}");
    }
    ends(ran, 75, &["/gateway: 404"]);
}

#[test]
fn it_stops_while_it_cannot_connect() {
    let gateway = Silent::new();
    let server = with_gateway(json!({ "url": gateway.url }));
    for signal in ["TERM", "INT"] {
        let frontrow = bot(&server.url);
        let running = Running::start(&frontrow);
        gateway.is_tried(&running);
        let begun = Instant::now();
        running.signal(signal);
        let (status, err) = running.end();
        assert_eq!(status.code(), Some(0), "{err}");
        assert!(begun.elapsed() <= TIME_TO_STOP, "{:?}", begun.elapsed());
    }
}

#[test]
fn guides_are_reloaded_on_a_signal() {
    let gateway = Silent::new();
    let server = with_gateway(json!({ "url": gateway.url }));
    let frontrow = bot(&server.url);
    let running = Running::start(&frontrow);
    gateway.is_tried(&running);
    running.signal("HUP");
    let log = running.log_until("guides reloaded");
    running.signal("TERM");
    assert_eq!(running.end().0.code(), Some(0), "{log}");
}

/// A gateway that takes connections and never says a word.
struct Silent {
    listener: TcpListener,
    url: String,
}

impl Silent {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a setting");
        let url = format!("ws://{}", listener.local_addr().expect("an address"));
        Self { listener, url }
    }

    /// Waits until a bot has looked whether the gateway is there, and is back to connect.
    #[track_caller]
    fn is_tried(&self, running: &Running) {
        for _ in 0..2 {
            wait_for(&|| running.log(), || self.listener.accept().ok());
        }
    }
}

/// A bot that runs, until it is dropped at the latest.
struct Running {
    child: Child,
    log: PathBuf,
    _dir: tempfile::TempDir,
}

impl Running {
    fn start(frontrow: &Frontrow) -> Self {
        let dir = tempfile::TempDir::new().expect("a folder");
        let log = dir.path().join("log");
        let file = std::fs::File::create(&log).expect("a file");
        let child = frontrow.command("run").stderr(file).spawn();
        Self {
            child: child.expect("the program starts"),
            log,
            _dir: dir,
        }
    }

    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.expect("kill").success());
    }

    fn log(&self) -> String {
        read(&self.log)
    }

    /// Waits until the log says something.
    #[track_caller]
    fn log_until(&self, said: &str) -> String {
        wait_for(&|| self.log(), || {
            Some(self.log()).filter(|log| log.contains(said))
        })
    }

    /// Waits for the end.
    #[track_caller]
    fn end(mut self) -> (ExitStatus, String) {
        let log = self.log.clone();
        let status = wait_for(&|| read(&log), || self.child.try_wait().expect("a child"));
        (status, self.log())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already, unless the test fails.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(log: &Path) -> String {
    std::fs::read_to_string(log).expect("a log")
}

#[track_caller]
fn wait_for<T>(log: &dyn Fn() -> String, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(begun.elapsed() < PATIENCE, "it takes too long\n{}", log());
        std::thread::sleep(Duration::from_millis(20));
    }
}
