//! Responses that say something: what it is, how long it may be kept, and the tag that tells it from any other.

use std::fmt::Display;
use std::time::Duration;

use axum::Extension;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, RETRY_AFTER, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tracing::error;

use crate::library::Fingerprint;
use crate::metrics::Route;

/// Asks caches to look whether there is something new, every time: a reload must show at once.
pub(crate) const ASK_AGAIN: &str = "no-cache";
/// The same for answers, which are nobody else's business.
pub(crate) const ASK_AGAIN_ALONE: &str = "private, no-cache";
/// For what has another address when it changes.
pub(crate) const FOREVER: &str = "public, max-age=31536000, immutable";

/// Returns a page as a response; one that could not be made is our fault, and goes to the log.
pub(crate) fn page_response(
    route: Route,
    status: StatusCode,
    cache: &'static str,
    page: askama::Result<String>,
) -> Response {
    made_response(route, status, cache, "text/html; charset=utf-8", page)
}

/// Returns something as JSON.
pub(crate) fn json_response(
    route: Route,
    status: StatusCode,
    cache: &'static str,
    shape: &impl Serialize,
) -> Response {
    let text = serde_json::to_string(shape);
    made_response(route, status, cache, "application/json", text)
}

fn made_response(
    route: Route,
    status: StatusCode,
    cache: &'static str,
    content_type: &'static str,
    made: Result<String, impl Display>,
) -> Response {
    match made {
        Ok(text) => text_response(route, status, cache, content_type, text),
        Err(failure) => {
            error!("a page could not be made: {failure}");
            tag_route(route, StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

/// Returns a text of any type as a response. Of two encodings of it, its weak tag says that they mean the same.
pub(crate) fn text_response(
    route: Route,
    status: StatusCode,
    cache: &'static str,
    content_type: &'static str,
    text: impl AsRef<str> + Into<Body>,
) -> Response {
    let tag = format!("W/\"{:016x}\"", fingerprint(text.as_ref()));
    let headers = [
        (CONTENT_TYPE, content_type),
        (CACHE_CONTROL, cache),
        (ETAG, tag.as_str()),
        (VARY, "accept-encoding"),
    ];
    tag_route(route, (status, headers, text.into()))
}

/// Notes for the count what a response is to.
pub(crate) fn tag_route(route: Route, response: impl IntoResponse) -> Response {
    (Extension(route), response).into_response()
}

/// Says in a response when to come back.
pub(crate) fn retry_after(response: Response, wait: Duration) -> Response {
    let seconds = HeaderValue::from(wait.as_secs() + 1);
    ([(RETRY_AFTER, seconds)], response).into_response()
}

/// Returns the number that tells a text from others.
pub(crate) fn fingerprint(text: &str) -> u64 {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(text.as_bytes());
    fingerprint.value()
}
