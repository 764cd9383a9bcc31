//! Requests to a channel, as serenity makes them, but for what Discord sends back, and never waiting long for a limit.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serenity::all::{Http, LightMethod, Request, Route};
use tokio::time::timeout;

/// The longest wait of a request, Discord's limits included: less than a question waits for a free handler, so that
/// one that Discord puts off for an hour holds up nobody. An answer that comes later is none any more.
pub(super) const PATIENCE: Duration = Duration::from_secs(7);

/// The outcome of a request.
#[derive(Debug)]
pub(super) enum Sent {
    /// Discord did it; the message's id, where Discord says it.
    Done(Option<u64>),
    /// Discord refused it.
    Refused(serenity::Error),
    /// Discord put it off for too long, or took too long.
    TooLate,
    /// It waited behind another one that was put off, and was not sent.
    HeldUp,
}

/// The part of a message that matters when it comes back: reading all of it takes longer than finding an answer.
#[derive(Deserialize)]
struct Posted {
    #[serde(default)]
    id: Option<serenity::all::MessageId>,
}

/// Makes a request.
pub(super) async fn send(
    http: &Http,
    route: Route<'_>,
    method: LightMethod,
    body: Option<&impl Serialize>,
) -> Sent {
    let body = match body.map(serde_json::to_vec).transpose() {
        Ok(body) => body,
        Err(error) => return Sent::Refused(error.into()),
    };
    let request = Request::new(route, method).body(body);
    let Some(ratelimiter) = &http.ratelimiter else {
        return done(http, request).await;
    };
    let (routes, key) = (ratelimiter.routes(), route.ratelimiting_bucket());
    let limit = Arc::clone(routes.write().await.entry(key).or_default());
    if let Ok(sent) = timeout(PATIENCE, done(http, request)).await {
        return sent;
    }
    // The first one to give up forgets the limit; those behind it find another one in its place.
    let mut routes = routes.write().await;
    match routes.get(&key).is_some_and(|now| Arc::ptr_eq(now, &limit)) {
        true => {
            routes.remove(&key);
            Sent::TooLate
        }
        false => Sent::HeldUp,
    }
}

async fn done(http: &Http, request: Request<'_>) -> Sent {
    let response = match http.request(request).await {
        Ok(response) => response,
        Err(error) => return Sent::Refused(error),
    };
    // Received to its end, or the connection could not be used again; it is done either way.
    let body = response.bytes().await.unwrap_or_default();
    let posted: Option<Posted> = serde_json::from_slice(&body).ok();
    Sent::Done(posted.and_then(|posted| posted.id).map(|id| id.get()))
}
