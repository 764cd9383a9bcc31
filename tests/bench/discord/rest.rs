//! The HTTP side: notes when an answer arrives, and says what Discord would say.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State, WebSocketUpgrade};
use axum::http::{Response, StatusCode};
use axum::routing::get;
use serde_json::{Value, json};

use super::events::{APPLICATION, message_from_bot};
use super::fake::Shared;
use super::gateway;

/// Largest body; the bots send some kilobytes at most.
const MAX_BYTES: usize = 1 << 20;
/// How many requests one route allows, and how many of them are left: no reply has to wait for that.
const LIMIT: [(&str, &str); 2] = [
    ("x-ratelimit-limit", "1000"),
    ("x-ratelimit-remaining", "999"),
];
/// How long such a limit holds.
const LIMITED: Duration = Duration::from_secs(1);

/// Both sides of the fake behind one address.
pub(super) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(connect))
        .fallback(serve)
        .with_state(shared)
}

async fn connect(State(shared): State<Arc<Shared>>, upgrade: WebSocketUpgrade) -> Response<Body> {
    upgrade.on_upgrade(|socket| gateway::serve(socket, shared))
}

async fn serve(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    let at = Instant::now();
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, MAX_BYTES).await.unwrap_or_default();
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let path = parts.uri.path().strip_prefix("/api/v10/");
    let path: Vec<&str> = path.unwrap_or_default().split('/').collect();
    match (parts.method.as_str(), &path[..]) {
        ("GET", ["gateway"]) => answer(&json!({ "url": shared.gateway })),
        ("GET", ["applications", "@me"]) => {
            answer(&json!({ "id": APPLICATION.to_string(), "flags": 0 }))
        }
        ("GET", ["applications", _, "commands"]) => answer(&json!([])),
        ("PUT", ["applications", _, "commands"]) => answer(&registered(body)),
        ("POST", ["channels", channel, "messages"]) => {
            let message = message_from_bot(channel, &body);
            shared.is_answered(&replied_to(&body), at, body);
            answer(&message)
        }
        ("POST", ["interactions", _, token, "callback"]) => {
            shared.is_answered(token, at, body);
            nothing()
        }
        // Somebody pressed Remove.
        ("DELETE", ["webhooks", _, _, "messages", "@original"]) => nothing(),
        _ => panic!("unknown route: {} {}", parts.method, parts.uri),
    }
}

/// Returns the id of the message that is replied to: the echo's whole text, or the reference of a proper reply.
fn replied_to(body: &Value) -> String {
    let reference = &body["message_reference"]["message_id"];
    let id = match reference {
        Value::Null => &body["content"],
        id => id,
    };
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

/// Returns commands as Discord keeps them.
fn registered(mut commands: Value) -> Value {
    for (number, command) in commands.as_array_mut().into_iter().flatten().enumerate() {
        command["id"] = json!((number + 1).to_string());
        command["version"] = json!("1");
        command["application_id"] = json!(APPLICATION.to_string());
        for (name, default) in [("type", json!(1)), ("description", json!(""))] {
            if command[name].is_null() {
                command[name] = default;
            }
        }
    }
    commands
}

fn answer(value: &Value) -> Response<Body> {
    limited(StatusCode::OK, Body::from(value.to_string()))
}

fn nothing() -> Response<Body> {
    limited(StatusCode::NO_CONTENT, Body::empty())
}

fn limited(status: StatusCode, body: Body) -> Response<Body> {
    let reset = SystemTime::now() + LIMITED;
    let reset = reset.duration_since(SystemTime::UNIX_EPOCH);
    let reset = reset.unwrap_or_default().as_secs_f64();
    let mut response = Response::builder()
        .status(status)
        .header("content-type", "application/json")
        .header("x-ratelimit-bucket", "80c17d2f203122d936070c88c8d10f33")
        .header("x-ratelimit-reset", format!("{reset:.3}"))
        .header("x-ratelimit-reset-after", LIMITED.as_secs_f64().to_string());
    for (name, value) in LIMIT {
        response = response.header(name, value);
    }
    response.body(body).expect("a sound answer")
}
