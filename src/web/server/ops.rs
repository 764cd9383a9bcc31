//! For those who run the program: `/healthz`, `/readyz`, `/metrics`.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{ConnectInfo, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use axum::response::IntoResponse;

use super::middleware::tag_route;
use super::peer::{Peer, is_local};
use crate::metrics::{Now, Route};
use crate::web::site::Site;

/// What Prometheus calls its text form.
const PROMETHEUS: &str = "text/plain; version=0.0.4; charset=utf-8";

/// `/healthz`: whether the program lives.
pub(in crate::web) async fn healthz(State(site): State<Arc<Site>>) -> Response<Body> {
    said(site.app.health.is_alive(), "alive", "the runtime is stuck")
}

/// `/readyz`: whether it can answer.
pub(in crate::web) async fn readyz(State(site): State<Arc<Site>>) -> Response<Body> {
    if site.app.library().guides().is_empty() {
        return said(false, "", "no guides are loaded");
    }
    said(
        site.app.health.is_connected(),
        "ready",
        "not connected to Discord",
    )
}

/// `/metrics` among the pages: for programs on this machine only.
pub(in crate::web) async fn local_metrics(
    state: State<Arc<Site>>,
    ConnectInfo(Peer(peer)): ConnectInfo<Peer>,
    headers: HeaderMap,
) -> Response<Body> {
    if is_local(peer.ip(), &headers) {
        metrics(state).await
    } else {
        tag_route(Route::Health, StatusCode::NOT_FOUND.into_response())
    }
}

/// `/metrics` at an address of its own.
pub(in crate::web) async fn metrics(State(site): State<Arc<Site>>) -> Response<Body> {
    let library = site.app.library();
    let entries = library.guides().iter().map(|guide| guide.entries().count());
    let now = Now {
        uptime: site.app.health.uptime(),
        guides: library.guides().len(),
        entries: entries.sum(),
    };
    text(StatusCode::OK, PROMETHEUS, site.app.metrics.to_text(&now))
}

fn said(is_well: bool, well: &'static str, ill: &'static str) -> Response<Body> {
    let (status, line) = if is_well {
        (StatusCode::OK, well)
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, ill)
    };
    text(status, "text/plain; charset=utf-8", format!("{line}\n"))
}

fn text(status: StatusCode, content_type: &'static str, text: String) -> Response<Body> {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    tag_route(Route::Health, (status, headers, text).into_response())
}
