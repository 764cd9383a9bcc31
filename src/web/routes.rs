//! The handlers of all paths.

use std::io;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::api::{chat, guides};
use super::pages::handlers;
use super::pages::page_cache::{PageCache, keep};
use super::server::middleware::{compression, surround};
use super::server::{ops, serve as server};
use super::site::Site;
use crate::health::{BEAT, Health};

/// The most that anybody may send in the body of a request, in bytes: a question at its longest.
const MAX_BODY: usize = 8 * 1024;

/// Serves the pages until `shutdown` is cancelled.
///
/// # Errors
/// Returns why the listener does not listen any longer.
pub async fn serve(
    listener: TcpListener,
    site: Arc<Site>,
    shutdown: CancellationToken,
) -> io::Result<()> {
    let app = Arc::clone(&site.app);
    tokio::select! {
        ended = server::serve(listener, all(site), shutdown) => ended,
        () = beat(&app.health) => Ok(()),
    }
}

/// Serves `/metrics`, `/healthz` and `/readyz` alone, to everybody who reaches the listener.
///
/// # Errors
/// Returns why the listener does not listen any longer.
pub async fn serve_metrics(
    listener: TcpListener,
    site: Arc<Site>,
    shutdown: CancellationToken,
) -> io::Result<()> {
    server::serve(listener, ops::alone(Arc::clone(&site.app)), shutdown).await
}

async fn beat(health: &Health) {
    let mut beats = tokio::time::interval(BEAT);
    loop {
        beats.tick().await;
        health.beat();
    }
}

fn all(site: Arc<Site>) -> Router {
    let app = Arc::clone(&site.app);
    let cache = (Arc::clone(&app), Arc::new(PageCache::default()));
    // Compressed once, as that takes many times what sending it takes.
    let pages = Router::new()
        .route("/chat", get(handlers::chat))
        .fallback(get(handlers::page))
        .layer(compression())
        .layer(from_fn_with_state(cache, keep));
    let answers = Router::new()
        .route("/ask", get(handlers::ask))
        .route("/chat", post(chat::say))
        .route("/api/ask", get(guides::ask))
        .route("/api/films", get(guides::films))
        .route("/api/films/{film}", get(guides::film))
        .route("/api/openapi.json", get(guides::openapi))
        .route("/api/{*path}", get(guides::nothing))
        // Its own refusal is the handler's to word, which tower-http's limit would forestall.
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(compression());
    let routes = pages.merge(answers).with_state(site);
    surround(
        routes.merge(ops::beside_pages(Arc::clone(&app))),
        Arc::clone(&app.metrics),
    )
}
