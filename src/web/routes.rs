//! Which path is answered by whom.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::get;

use super::api::handlers as api;
use super::pages::handlers as pages;
use super::site::Site;
use crate::web::pages::chat;
use crate::web::server::middleware;
use crate::web::server::ops;

/// The most that anybody may send in the body of a request, in bytes: a question at its longest.
const MAX_BODY: usize = 8 * 1024;

/// Returns all pages of a site.
pub(super) fn router(site: Arc<Site>) -> Router {
    Router::new()
        .route("/ask", get(pages::ask))
        .route("/chat", get(chat::page).post(chat::say))
        .route("/api/ask", get(api::ask))
        .route("/api/films", get(api::films))
        .route("/api/films/{film}", get(api::film))
        .route("/api/openapi.json", get(api::openapi))
        .route("/api/{*path}", get(api::nothing))
        .route("/healthz", get(ops::healthz))
        .route("/readyz", get(ops::readyz))
        .route("/metrics", get(ops::local_metrics))
        .fallback(get(pages::page))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(from_fn_with_state(Arc::clone(&site), middleware::handle))
        .with_state(site)
}
