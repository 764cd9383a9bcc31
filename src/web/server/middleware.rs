//! What happens around every request: limits, counting, and headers that keep browsers careful.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use axum::middleware::Next;
use axum::response::IntoResponse;

use super::peer::{self, Peer};
use crate::metrics::Route;
use crate::web::site::Site;

/// How long a request may take, its arrival included: answers take milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// What every response says to browsers. Scripts come from files of ours only, forms lead to us, nobody frames us.
const HEADERS: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; head-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-head-options", "DENY"),
    // What somebody asked stands in addresses: it is no other site's business.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// Handles a request: in time, counted, with careful headers.
pub(in crate::web) async fn handle(
    State(site): State<Arc<Site>>,
    request: Request,
    next: Next,
) -> Response<Body> {
    let mut response = match tokio::time::timeout(PATIENCE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    let route = response
        .extensions()
        .get()
        .copied()
        .unwrap_or(Route::Missing);
    site.app
        .metrics
        .requested(route, response.status().as_u16());
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    response
}

/// Returns how long the sender of a request must wait, where it asks too much.
pub(in crate::web) fn refused(
    site: &Site,
    peer: ConnectInfo<Peer>,
    headers: &HeaderMap,
) -> Option<Duration> {
    let ConnectInfo(Peer(address)) = peer;
    let asker = peer::asker(address.ip(), headers, site.trusted_proxy);
    let wait = site.limiter.take(asker, Instant::now()).err()?;
    site.app.metrics.refused();
    Some(wait)
}

/// Says in a response when to come back.
pub(in crate::web) fn retry_after(mut response: Response<Body>, wait: Duration) -> Response<Body> {
    let seconds = wait.as_secs() + 1;
    response
        .headers_mut()
        .insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Notes for the count what a response is to.
pub(in crate::web) fn tag_route(route: Route, mut response: Response<Body>) -> Response<Body> {
    response.extensions_mut().insert(route);
    response
}
