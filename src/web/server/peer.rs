//! The sender of a request: the peer's own, or that of somebody whom a trusted proxy speaks for.

use std::net::{IpAddr, SocketAddr};

use axum::extract::connect_info::Connected;
use axum::http::HeaderMap;
use axum::serve::IncomingStream;
use ipnet::IpNet;

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
pub(crate) fn asker(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let mut asker = peer.to_canonical();
    let lines = headers.get_all(FORWARDED_FOR).iter().rev();
    let mut named = lines.flat_map(|line| line.to_str().unwrap_or_default().rsplit(','));
    // The last one is the proxy's own word; whoever asks may have made up those before it.
    while trusted.iter().any(|proxies| proxies.contains(&asker)) {
        match named.next().and_then(address) {
            Some(address) => asker = address,
            None => break,
        }
    }
    asker
}

/// Reads an address; some proxies write the port behind it.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let with_port = || text.parse().ok().map(|address: SocketAddr| address.ip());
    let bare = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    let address = bare.unwrap_or(text).parse().ok().or_else(with_port)?;
    Some(address.to_canonical())
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
    use ipnet::IpNet;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn only_the_trusted_proxy_speaks_for_others() {
        let (peer, proxy, asker) = ("192.0.2.1", "192.0.2.2", "198.51.100.9");
        let listed = format!("10.0.0.1, {asker}");
        let by_two = format!("10.0.0.1, {asker}, {proxy}");
        let with_port = format!("{asker}:51008");
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
            (proxy, Some(&with_port), Some(proxy), asker),
            (proxy, Some("[2001:db8::1]:443"), Some(proxy), "2001:db8::1"),
            (proxy, Some("[2001:db8::1]"), Some(proxy), "2001:db8::1"),
            // A network of proxies, one behind the other.
            (proxy, Some(&listed), Some("192.0.2.0/24"), asker),
            ("192.0.2.7", Some(&by_two), Some("192.0.2.0/24"), asker),
            ("192.0.2.7", Some(&by_two), Some("192.0.2.7/32"), proxy),
            (
                "192.0.3.7",
                Some(&by_two),
                Some("192.0.2.0/24"),
                "192.0.3.7",
            ),
            (proxy, None, Some(proxy), proxy),
        ];
        for (peer, forwarded, trusted, expected) in rows {
            let mut headers = HeaderMap::new();
            if let Some(forwarded) = forwarded {
                headers.insert(super::FORWARDED_FOR, forwarded.parse().expect("a header"));
            }
            let network = |text: &str| text.parse().unwrap_or_else(|_| ip(text).into());
            let networks: Vec<IpNet> = trusted.into_iter().map(network).collect();
            let asker = super::asker(ip(peer), &headers, &networks);
            assert_eq!(asker, ip(expected), "{peer} {forwarded:?} {trusted:?}");
        }
    }
}
