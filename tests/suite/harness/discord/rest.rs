//! The HTTP side: reads a request, checks its body, answers from the world.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State, WebSocketUpgrade};
use axum::http::Response;
use axum::http::request::Parts;
use axum::routing::get;
use serde_json::Value;

use super::answer::{Answer, answer};
use super::check::broken;
use super::multipart;
use super::shared::Shared;
use super::world::{Call, TOKEN, World};
use super::{gateway, routes};

/// Largest request, as at Discord.
const MAX_BYTES: usize = 25 << 20;

/// Both sides of the fake behind one address.
pub(crate) fn router(shared: Arc<Shared>) -> Router {
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
    let Some(call) = shared.change(|world| read(world, &parts, &body, at)) else {
        return Answer::error(404, 0, "404: Not Found").into_response();
    };
    let fault = shared.change(|world| {
        world.requests.push(call.clone());
        check(world, &call);
        world.next_fault(call.route)
    });
    if let Some(fault) = fault {
        // The answer is late because the test wants it so.
        tokio::time::sleep(fault.delay).await;
        if let Some(answer) = fault.answer {
            return answer.into_response();
        }
    }
    if needs_token(&call) && !has_token(&parts) {
        return Answer::error(401, 0, "401: Unauthorized").into_response();
    }
    let answer = shared.change(|world| answer(world, &call));
    answer.with_rate_limit().into_response()
}

/// Reads a request; an unknown route or a body that is no JSON is a problem.
fn read(world: &mut World, parts: &Parts, body: &Bytes, at: Instant) -> Option<Call> {
    let path = parts.uri.path();
    let Some((route, of)) = routes::find(parts.method.as_str(), path) else {
        world
            .problems
            .push(format!("unknown route: {} {path}", parts.method));
        return None;
    };
    let kind = parts.headers.get("content-type");
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let (json, files) = if kind.starts_with("multipart/") {
        multipart::read(kind, body)
    } else {
        (body.to_vec(), Vec::new())
    };
    let body = if json.is_empty() {
        Value::Null
    } else {
        let read = serde_json::from_slice(&json);
        read.unwrap_or_else(|error| {
            world.problems.push(format!("{route}: {error}"));
            Value::Null
        })
    };
    Some(Call {
        at,
        route,
        parts: of,
        query: parts.uri.query().unwrap_or_default().to_owned(),
        body,
        files,
    })
}

/// Notes every rule that the body breaks.
fn check(world: &mut World, call: &Call) {
    let broken = broken(call.route, &call.body, call.files.len());
    let told = broken.into_iter();
    let told = told.map(|rule| format!("{}: {rule}\n{:#}", call.route, call.body));
    world.problems.extend(told);
}

/// Interactions are answered with their own token.
fn needs_token(call: &Call) -> bool {
    call.route != routes::GATEWAY
        && !call.route.contains("/interactions/")
        && !call.route.contains("/webhooks/")
}

fn has_token(parts: &Parts) -> bool {
    let given = parts.headers.get("authorization");
    given.is_some_and(|given| given.as_bytes() == format!("Bot {TOKEN}").as_bytes())
}
