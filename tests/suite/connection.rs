//! The bot starts and stops: what stands in its way ends it with a code and a message that say what to do.

use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use axum::Json;
use axum::Router;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::json;

use crate::harness::conversation::Conversation;
use crate::harness::program::{Frontrow, Ran};
use crate::harness::site::get;

/// A token of the right shape.
const TOKEN: &str = "not.really.secret";
/// The time that a start may take on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);
/// The time that a stop may take.
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
fn with_pages_it_goes_on_trying_and_the_pages_stay() {
    let discord = nobody();
    let frontrow = bot(&format!("http://{discord}"));
    let frontrow = frontrow
        .set("HTTP_ADDR", "127.0.0.1:0")
        .set("RUST_LOG", "info");
    let running = Conversation::begin(&frontrow, "run");
    let said = running.see_logged("The guides are at http://");
    let pages = said.rsplit("http://").next().expect("an address");
    let pages = pages.trim().parse().expect("an address with a port");
    running.see_logged("the next attempt is in 2 seconds");
    get(pages, "/glass-harbor").is(200);
    assert_eq!(get(pages, "/healthz").is(200).text(), "alive\n");
    assert_eq!(
        get(pages, "/readyz").is(503).text(),
        "not connected to Discord\n"
    );
    // Somebody is there again.
    Silent::at(&discord).is_tried();
    assert_eq!(running.end_by("TERM"), Some(0));
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
fn the_token_may_come_from_a_file() {
    let has_token = |headers: HeaderMap| async move {
        match headers.get("authorization").map(HeaderValue::as_bytes)
            == Some(b"Bot an.other.secret")
        {
            true => StatusCode::INTERNAL_SERVER_ERROR,
            false => StatusCode::UNAUTHORIZED,
        }
    };
    let server = serve(Router::new().fallback(has_token));
    let frontrow = Frontrow::with_sample()
        .set("DISCORD_TOKEN_FILE", "secret")
        .set("DISCORD_API_URL", &server.url);
    frontrow.write("secret", "an.other.secret\n");
    ends(frontrow.run("run"), 75, &["/gateway: 500"]);
    frontrow.write("secret", "a.third.secret\n");
    ends(frontrow.run("run"), 77, &["DISCORD_TOKEN"]);
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
        let running = Conversation::begin(&frontrow, "run");
        gateway.is_tried();
        let begun = Instant::now();
        assert_eq!(running.end_by(signal), Some(0));
        assert!(begun.elapsed() <= TIME_TO_STOP, "{:?}", begun.elapsed());
    }
}

#[test]
fn guides_are_reloaded_on_a_signal() {
    let gateway = Silent::new();
    let server = with_gateway(json!({ "url": gateway.url }));
    let frontrow = bot(&server.url);
    let running = Conversation::begin(&frontrow, "run");
    gateway.is_tried();
    running.signal("HUP");
    running.see_logged("guides reloaded");
    assert_eq!(running.end_by("TERM"), Some(0));
}

/// A gateway that takes connections and never says a word.
struct Silent {
    url: String,
    connections: Receiver<()>,
}

impl Silent {
    fn new() -> Self {
        Self::at("127.0.0.1:0")
    }

    fn at(address: &str) -> Self {
        let listener = TcpListener::bind(address).expect("a port");
        let url = format!("ws://{}", listener.local_addr().expect("an address"));
        let (sender, connections) = channel();
        std::thread::spawn(move || {
            let streams = listener.incoming();
            // All are held open, until the test is over.
            let _held: Vec<_> = streams.take_while(|_| sender.send(()).is_ok()).collect();
        });
        Self { url, connections }
    }

    /// Waits until a bot has connected.
    #[track_caller]
    fn is_tried(&self) {
        let tried = self.connections.recv_timeout(PATIENCE);
        tried.expect("a connection");
    }
}
