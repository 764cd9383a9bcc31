//! Whose request it is: the peer's own, or that of somebody whom a trusted proxy speaks for.

use std::net::{IpAddr, SocketAddr};

use axum::extract::connect_info::Connected;
use axum::http::HeaderMap;
use axum::serve::IncomingStream;

use super::listener::LimitedListener;

/// The header in which a proxy says whom it asks for; each proxy adds one at the end.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The other end of a connection.
#[derive(Clone, Copy, Debug)]
pub(in crate::web) struct Peer(pub(in crate::web) SocketAddr);

impl Connected<IncomingStream<'_, LimitedListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, LimitedListener>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// Returns whose request it is.
pub(in crate::web) fn asker(peer: IpAddr, headers: &HeaderMap, trusted: Option<IpAddr>) -> IpAddr {
    let peer = peer.to_canonical();
    if trusted.map(|proxy| proxy.to_canonical()) != Some(peer) {
        return peer;
    }
    // The last one is the proxy's own word; whoever asks may have made up those before it.
    let last = headers.get_all(FORWARDED_FOR).iter().next_back();
    let last = last.and_then(|value| value.to_str().ok()?.rsplit(',').next());
    last.and_then(|address| address.trim().parse().ok())
        .unwrap_or(peer)
}

/// Whether a request comes from a program on this machine, for itself.
pub(in crate::web) fn is_local(peer: IpAddr, headers: &HeaderMap) -> bool {
    peer.to_canonical().is_loopback()
        && !headers.contains_key(FORWARDED_FOR)
        && !headers.contains_key("forwarded")
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use axum::http::HeaderMap;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn only_the_trusted_proxy_speaks_for_others() {
        let rows = [
            ("192.0.2.1", Some("198.51.100.9"), None, "192.0.2.1"),
            (
                "192.0.2.1",
                Some("198.51.100.9"),
                Some("192.0.2.2"),
                "192.0.2.1",
            ),
            (
                "192.0.2.1",
                Some("198.51.100.9"),
                Some("192.0.2.1"),
                "198.51.100.9",
            ),
            (
                "192.0.2.1",
                Some("10.0.0.1, 198.51.100.9"),
                Some("192.0.2.1"),
                "198.51.100.9",
            ),
            (
                "::ffff:192.0.2.1",
                Some("2001:db8::1"),
                Some("192.0.2.1"),
                "2001:db8::1",
            ),
            (
                "192.0.2.1",
                Some("nonsense"),
                Some("192.0.2.1"),
                "192.0.2.1",
            ),
            ("192.0.2.1", None, Some("192.0.2.1"), "192.0.2.1"),
        ];
        for (peer, forwarded, trusted, expected) in rows {
            let mut headers = HeaderMap::new();
            if let Some(forwarded) = forwarded {
                headers.insert(super::FORWARDED_FOR, forwarded.parse().expect("a header"));
            }
            let asker = super::asker(ip(peer), &headers, trusted.map(ip));
            assert_eq!(asker, ip(expected), "{peer} {forwarded:?} {trusted:?}");
        }
    }
}
