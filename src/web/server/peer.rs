//! The sender of a request: the peer's own, or that of somebody whom a trusted proxy speaks for.

use std::net::{IpAddr, SocketAddr};

use axum::extract::connect_info::Connected;
use axum::http::HeaderMap;
use axum::serve::IncomingStream;

use super::listener::LimitedListener;

/// The header in which a proxy says whom it asks for; each proxy adds one at the end.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The other end of a connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) SocketAddr);

impl Connected<IncomingStream<'_, LimitedListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, LimitedListener>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// Returns the address that a request comes from.
pub(crate) fn asker(peer: IpAddr, headers: &HeaderMap, trusted: Option<IpAddr>) -> IpAddr {
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

/// Returns whether a request comes from a program on this machine, for itself.
pub(crate) fn is_local(peer: IpAddr, headers: &HeaderMap) -> bool {
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
        let (peer, proxy, asker) = ("192.0.2.1", "192.0.2.2", "198.51.100.9");
        let listed = format!("10.0.0.1, {asker}");
        let rows = [
            (peer, Some(asker), None, peer),
            (peer, Some(asker), Some(proxy), peer),
            (proxy, Some(asker), Some(proxy), asker),
            (proxy, Some(&listed), Some(proxy), asker),
            (
                "::ffff:192.0.2.2",
                Some("2001:db8::1"),
                Some(proxy),
                "2001:db8::1",
            ),
            (proxy, Some("nonsense"), Some(proxy), proxy),
            (proxy, None, Some(proxy), proxy),
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
