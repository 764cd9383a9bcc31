//! The layers that every request goes through: counting, careful headers, an end to what takes too long or panics.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tracing::error;

use super::not_modified::not_modified;
use crate::metrics::{Metrics, Route};

/// The most time that a request may take, its arrival included: answers take milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);
/// Smaller texts are sent as they are, in bytes: they fit in one packet anyway.
const WORTH_COMPRESSING: u16 = 1_000;

/// The headers by which every response makes browsers careful. Scripts come from files of ours only, forms lead to us, nobody frames us.
const HEADERS: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    // What somebody asked stands in addresses: it is no other site's business.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// Puts around all routes what every request goes through.
pub(crate) fn surround(routes: Router, metrics: Arc<Metrics>) -> Router {
    let headers = HEADERS.map(|(name, value)| {
        let (name, value) = (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        SetResponseHeaderLayer::overriding(name, value)
    });
    routes.layer((
        from_fn_with_state(metrics, count),
        <(_, _, _, _, _, _)>::from(headers),
        from_fn(not_modified),
        CatchPanicLayer::custom(panicked),
        TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE),
    ))
}

/// Compresses what is worth it, for those who read it.
pub(crate) fn compression() -> CompressionLayer<SizeAbove> {
    CompressionLayer::new().compress_when(SizeAbove::new(WORTH_COMPRESSING))
}

/// Counts a request by what its response is to.
async fn count(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let route = response.extensions().get().copied();
    metrics.requested(route.unwrap_or(Route::Missing), response.status().as_u16());
    response
}

/// Answers a request whose handler panicked; the panic itself is in the log already.
fn panicked(_panic: Box<dyn Any + Send>) -> Response {
    error!("a request could not be answered");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
