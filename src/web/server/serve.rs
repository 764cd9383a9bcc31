//! Serving: `serve(listener, routes, shutdown)` answers requests until it is told to stop.
//!
//! The caller binds the listener, so that it can say what is wrong with an address, and cancels `shutdown`;
//! requests that are being answered then have a moment to end.

use std::io;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::listener::LimitedListener;
use super::peer::Peer;

/// The time that requests have to end once the program does: answers take milliseconds, slow lines a moment more.
const GRACE: Duration = Duration::from_secs(3);

/// Serves `routes` until `shutdown` is cancelled.
///
/// # Errors
/// Returns why the listener does not listen any longer.
pub(crate) async fn serve(
    listener: TcpListener,
    routes: Router,
    shutdown: CancellationToken,
) -> io::Result<()> {
    let service = routes.into_make_service_with_connect_info::<Peer>();
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
