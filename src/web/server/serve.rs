//! Serving: `serve(listener, site, shutdown)` answers requests until it is told to stop.
//!
//! The caller binds the listener, so that it can say what is wrong with an address, and cancels `shutdown`;
//! requests that are being answered then have a moment to end.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::listener::LimitedListener;
use super::ops;
use super::peer::Peer;
use crate::health::BEAT;
use crate::web::routes;
use crate::web::site::Site;

/// How long requests have to end once the program does.
const GRACE: Duration = Duration::from_secs(3);

/// Serves the pages until `shutdown` is cancelled.
///
/// # Errors
/// Returns why the listener does not listen any longer.
pub async fn serve(
    listener: TcpListener,
    site: Arc<Site>,
    shutdown: CancellationToken,
) -> io::Result<()> {
    let pages = routes::router(Arc::clone(&site));
    let beating = async {
        loop {
            site.app.health.beat();
            tokio::time::sleep(BEAT).await;
        }
    };
    tokio::select! {
        ended = run(listener, pages, shutdown) => ended,
        () = beating => Ok(()),
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
    let router = Router::new()
        .route("/metrics", get(ops::metrics))
        .route("/healthz", get(ops::healthz))
        .route("/readyz", get(ops::readyz))
        .with_state(site);
    run(listener, router, shutdown).await
}

async fn run(listener: TcpListener, router: Router, shutdown: CancellationToken) -> io::Result<()> {
    let service = router.into_make_service_with_connect_info::<Peer>();
    let serving = axum::serve(LimitedListener::new(listener), service)
        .with_graceful_shutdown(shutdown.clone().cancelled_owned());
    let out_of_patience = async {
        shutdown.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        ended = async { serving.await } => ended,
        () = out_of_patience => Ok(()),
    }
}
