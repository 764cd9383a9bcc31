//! The real pages of a folder of guides, served on a free port, and a plain HTTP client to ask for them.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use frontrow::app::App;
use frontrow::config::Config;
use frontrow::content::{LoadOptions, Reloader, load};
use frontrow::health::Health;
use frontrow::metrics::Metrics;
use frontrow::web::{self, Site};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio_util::sync::CancellationToken;

use super::conversation::Conversation;

/// The time that a test waits for an answer before it fails; every one comes at once.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Pages that are served until the test ends.
pub(crate) struct Served {
    pub(crate) address: SocketAddr,
    pub(crate) live: Arc<Reloader>,
    pub(crate) health: Arc<Health>,
    pub(crate) metrics: Arc<Metrics>,
    shutdown: CancellationToken,
    runtime: Option<Runtime>,
}

/// A response.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) bytes: Vec<u8>,
}

impl Served {
    /// Serves the guides of a folder as they are served by default.
    #[track_caller]
    pub(crate) fn folder(folder: &Path) -> Self {
        Self::with(folder, &[], Health::new())
    }

    /// Serves the guides of a folder, with these environment variables set.
    #[track_caller]
    pub(crate) fn with(folder: &Path, settings: &[(&str, &str)], health: Health) -> Self {
        let loaded = load(folder, &LoadOptions::default())
            .lenient()
            .expect("guides");
        let live = Arc::new(Reloader::new(folder, loaded, Arc::default()));
        let value = |name: &str| settings.iter().find(|(set, _)| *set == name);
        let config = Config::from_variables(|name| value(name).map(|(_, value)| value.into()));
        let config = config.expect("sound settings");
        let app = Arc::new(App::new(&config, Arc::clone(&live), health));
        let (health, metrics) = (Arc::clone(&app.health), Arc::clone(&app.metrics));
        let site = Site::new(app, config.web.trusted_proxies);
        let runtime = Runtime::new().expect("a runtime");
        let listener = runtime
            .block_on(TcpListener::bind("127.0.0.1:0"))
            .expect("a free port");
        let address = listener.local_addr().expect("an address");
        let shutdown = CancellationToken::new();
        runtime.spawn(web::serve(listener, Arc::new(site), shutdown.clone()));
        Self {
            address,
            live,
            health,
            metrics,
            shutdown,
            runtime: Some(runtime),
        }
    }

    /// Asks for a page.
    #[track_caller]
    pub(crate) fn get(&self, path: &str) -> Response {
        self.get_with(path, &[])
    }

    /// Asks for a page with headers.
    #[track_caller]
    pub(crate) fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        self.send("GET", path, headers, "")
    }

    /// Sends JSON.
    #[track_caller]
    pub(crate) fn post(&self, path: &str, body: &str) -> Response {
        self.send("POST", path, &[("content-type", "application/json")], body)
    }

    /// Sends a request.
    #[track_caller]
    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Response {
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n");
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
        Response::parse(&exchange(self.address, request.as_bytes()))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.shutdown.cancel();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Returns where a running program says its pages are.
#[track_caller]
pub(crate) fn address(running: &Conversation) -> SocketAddr {
    let line = running.hear("The guides are at ");
    let (_, address) = line.split_once("http://").expect("an address");
    address.parse().expect("an address with a port")
}

/// Asks for a page.
#[track_caller]
pub(crate) fn get(address: SocketAddr, path: &str) -> Response {
    let request = format!("GET {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n");
    Response::parse(&exchange(address, request.as_bytes()))
}

/// Sends bytes and returns all that comes back.
#[track_caller]
pub(crate) fn exchange(address: SocketAddr, sent: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_read_timeout(Some(TIMEOUT)).expect("a timeout");
    // A server that has heard enough may close before it has heard all.
    let _ = stream.write_all(sent);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    bytes
}

impl Response {
    #[track_caller]
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("an end of headers");
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1))
            .expect("a status");
        let headers = lines.filter_map(|line| line.split_once(": "));
        Self {
            status: status.parse().expect("a number"),
            headers: headers
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect(),
            bytes: bytes[end + 4..].to_vec(),
        }
    }

    /// Returns what it says.
    #[track_caller]
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("UTF-8")
    }

    /// Returns it as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).expect("JSON")
    }

    /// Returns a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Expects the status, and shows everything where it is another.
    #[track_caller]
    pub(crate) fn is(self, status: u16) -> Self {
        assert_eq!(
            self.status,
            status,
            "{:?} {}",
            self.headers,
            String::from_utf8_lossy(&self.bytes)
        );
        self
    }
}
