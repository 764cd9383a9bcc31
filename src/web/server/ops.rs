//! For those who run the program: `/healthz`, `/readyz`, `/metrics`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{MethodRouter, get};

use super::peer::{Peer, is_local};
use super::response::tag_route;
use crate::app::App;
use crate::metrics::{Now, Route};
use crate::reply::texts::web as texts;

/// The name that Prometheus has for its text form.
const PROMETHEUS: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Returns the routes that stand among the pages: counts are for programs on this machine only.
pub(crate) fn beside_pages(app: Arc<App>) -> Router {
    routes(app, get(local_metrics))
}

/// Returns the routes at an address of their own, open to everybody who reaches it.
pub(crate) fn alone(app: Arc<App>) -> Router {
    routes(app, get(metrics))
}

fn routes(app: Arc<App>, metrics: MethodRouter<Arc<App>>) -> Router {
    Router::new()
        .route("/metrics", metrics)
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .with_state(app)
}

/// `/healthz`: whether the program lives.
async fn healthz(State(app): State<Arc<App>>) -> Response {
    state(app.health.is_alive(), texts::ALIVE, texts::STUCK)
}

/// `/readyz`: whether it can answer.
async fn readyz(State(app): State<Arc<App>>) -> Response {
    if app.library().guides().is_empty() {
        return state(false, texts::READY, texts::NO_GUIDES);
    }
    state(
        app.health.is_connected(),
        texts::READY,
        texts::NOT_CONNECTED,
    )
}

async fn local_metrics(
    app: State<Arc<App>>,
    ConnectInfo(Peer(peer)): ConnectInfo<Peer>,
    headers: HeaderMap,
) -> Response {
    if is_local(peer.ip(), &headers) {
        metrics(app).await
    } else {
        tag_route(Route::Health, StatusCode::NOT_FOUND)
    }
}

async fn metrics(State(app): State<Arc<App>>) -> Response {
    let library = app.library();
    let entries = library.guides().iter().map(|guide| guide.entries().count());
    let store = app.store.figures();
    let now = Now {
        uptime: app.health.uptime(),
        guides: library.guides().len(),
        entries: entries.sum(),
        store_is_away: store.is_away,
        store_failures: store.failures,
        store_waiting: store.waiting,
        store_dropped: store.dropped,
    };
    text(StatusCode::OK, PROMETHEUS, app.metrics.to_text(&now))
}

fn state(is_well: bool, well: &'static str, ill: &'static str) -> Response {
    let (status, line) = if is_well {
        (StatusCode::OK, well)
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, ill)
    };
    text(status, "text/plain; charset=utf-8", format!("{line}\n"))
}

fn text(status: StatusCode, content_type: &'static str, text: String) -> Response {
    let headers = [(CONTENT_TYPE, content_type), (CACHE_CONTROL, "no-store")];
    tag_route(Route::Health, (status, headers, text))
}
