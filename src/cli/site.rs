//! The pages while `frontrow run` goes on: where they are served, and how that ends.
//!
//! An address that is set and cannot be served on is a wrong setting; the default one gives way to the next free port.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::{JoinHandle, spawn_blocking};
use tokio_util::sync::CancellationToken;
use tracing::error;

use super::exit::{Exit, Failure};
use super::terminal::Terminal;
use crate::app::App;
use crate::content::Reloader;
use crate::reply::texts::web as texts;
use crate::web;

/// The address where the pages are served unless one is set.
const DEFAULT_PORT: u16 = 8080;
/// The number of ports after that one that are tried.
const MORE_PORTS: u16 = 100;

/// Pages that are being served.
pub(super) struct Serving {
    runtime: Runtime,
    address: SocketAddr,
    shutdown: CancellationToken,
    tasks: Vec<JoinHandle<io::Result<()>>>,
}

/// Starts to serve the pages of `app`.
pub(super) fn start(app: &Arc<App>, terminal: &Terminal<'_>) -> Result<Serving> {
    let config = terminal.config;
    let site = web::Site::new(Arc::clone(app), config.web.trusted_proxies.clone());
    let site = Arc::new(site);
    let runtime = Runtime::new().context("starting the runtime")?;
    let pages = runtime.block_on(async {
        match config.web.addr {
            Some(address) => anyhow::Ok(bind("HTTP_ADDR", address).await?),
            None => Ok(bind_default().await?),
        }
    })?;
    let shutdown = CancellationToken::new();
    let address = pages.local_addr()?;
    let mut tasks = Vec::new();
    if let Some(address) = config.web.metrics_addr {
        let listener = runtime.block_on(bind("METRICS_ADDR", address))?;
        let serving = web::serve_metrics(listener, Arc::clone(&site), shutdown.clone());
        tasks.push(runtime.spawn(serving));
    }
    tasks.push(runtime.spawn(web::serve(pages, site, shutdown.clone())));
    Ok(Serving {
        runtime,
        address,
        shutdown,
        tasks,
    })
}

impl Serving {
    /// Returns where the pages are.
    pub(super) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns what ends when somebody asks the program to end, and reloads the guides on SIGHUP meanwhile; a signal from
    /// here on is not missed.
    pub(super) fn end_of_program(
        &self,
        guides: Arc<Reloader>,
    ) -> Result<impl Future<Output = ()> + use<>> {
        let _inside = self.runtime.enter();
        Ok(asked_to_end(guides)?)
    }

    /// Waits for something.
    pub(super) fn wait_for(&self, something: impl Future<Output = ()>) {
        self.runtime.block_on(something);
    }

    /// Stops serving, once what is being answered is answered.
    pub(super) fn stop(self) {
        self.shutdown.cancel();
        for task in self.tasks {
            match self.runtime.block_on(task) {
                Ok(Ok(())) => {}
                Ok(Err(failure)) => error!("the pages were not served to the end: {failure}"),
                Err(failure) => error!("the pages were not served to the end: {failure}"),
            }
        }
    }
}

/// Returns what waits until somebody asks the program to end, and reloads the guides whenever somebody asks for that.
fn asked_to_end(guides: Arc<Reloader>) -> io::Result<impl Future<Output = ()> + use<>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut hangup = signal(SignalKind::hangup())?;
    Ok(async move {
        loop {
            tokio::select! {
                _ = terminate.recv() => return,
                _ = interrupt.recv() => return,
                _ = hangup.recv() => {
                    let guides = Arc::clone(&guides);
                    // Its outcome is logged, and a second signal waits for the first.
                    let _ = spawn_blocking(move || guides.reload()).await;
                }
            }
        }
    })
}

async fn bind(variable: &str, address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| Failure {
        exit: Exit::Config,
        message: texts::address_taken(variable, &address.to_string(), &error.to_string()),
    })
}

/// Listens at the default port, or at the next one that is free.
async fn bind_default() -> io::Result<TcpListener> {
    for port in DEFAULT_PORT..=DEFAULT_PORT + MORE_PORTS {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            bound => return bound,
        }
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await
}
