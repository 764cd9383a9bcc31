//! The settings of the pages: the address where they are served, and the proxy that they believe.

use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;

use super::reader::Reader;
use super::values::base_address;
use super::{ConfigError, Variable, variables as names};

/// The settings of the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Web {
    /// `HTTP_ADDR`: where the pages are served; default unset.
    pub addr: Option<SocketAddr>,
    /// `METRICS_ADDR`: where `/metrics` is served to everybody who reaches it; default unset.
    pub metrics_addr: Option<SocketAddr>,
    /// `HTTP_TRUSTED_PROXY`: the proxies whose X-Forwarded-For counts, as addresses and networks; default none.
    pub trusted_proxies: Vec<IpNet>,
}

impl Web {
    /// Reads the settings.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            addr: reader.read(names::HTTP_ADDR, socket),
            metrics_addr: reader.read(names::METRICS_ADDR, socket),
            trusted_proxies: reader.read(names::TRUSTED_PROXY, proxies),
        }
    }
}

/// Takes an address where pages are going to be published; it loses the slash at its end.
///
/// # Errors
/// Returns what is wrong with it.
pub fn base_url(option: &'static str, value: String) -> Result<Option<String>, ConfigError> {
    let named = Variable {
        name: option,
        default: "",
    };
    base_address(named, Some(value))
}

fn socket(variable: Variable, value: Option<String>) -> Result<Option<SocketAddr>, ConfigError> {
    let why = "use an IP address with a port, such as 127.0.0.1:8080 or [::]:8080";
    let parse = |value: String| {
        let wrong = |_| ConfigError::malformed(variable, &format!("is `{value}`: {why}"));
        value.parse().map_err(wrong)
    };
    value.map(parse).transpose()
}

/// Reads addresses and networks with commas or blanks between them.
fn proxies(variable: Variable, value: Option<String>) -> Result<Vec<IpNet>, ConfigError> {
    let why = "use the IP addresses that proxies call from, such as 172.18.0.2, or networks of them, such as \
        172.18.0.0/16, with commas between them";
    let value = value.unwrap_or_default();
    let words = value.split(|sign: char| sign == ',' || sign.is_whitespace());
    let words = words.filter(|word| !word.is_empty());
    let parse = |word: &str| {
        let address = word
            .parse()
            .map(|address: IpAddr| IpNet::from(address.to_canonical()));
        let network = address.or_else(|_| word.parse());
        network.map_err(|_| ConfigError::malformed(variable, &format!("has `{word}`: {why}")))
    };
    words.map(parse).collect()
}
