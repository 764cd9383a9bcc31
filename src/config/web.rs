//! The settings of the pages: the address where they are served, and the proxy that they believe.

use std::net::{IpAddr, SocketAddr};

use super::values::base_address;
use super::{ConfigError, Variable, variables as names};

/// The settings of the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Web {
    /// `HTTP_ADDR`: where the pages are served; default unset.
    pub addr: Option<SocketAddr>,
    /// `METRICS_ADDR`: where `/metrics` is served to everybody who reaches it; default unset.
    pub metrics_addr: Option<SocketAddr>,
    /// `HTTP_TRUSTED_PROXY`: the proxy whose X-Forwarded-For counts; default unset.
    pub trusted_proxy: Option<IpAddr>,
}

impl Web {
    /// Reads the settings through `text`, which returns a variable's trimmed value.
    pub(super) fn from_texts(
        text: &impl Fn(Variable) -> Result<Option<String>, ConfigError>,
    ) -> Result<Self, ConfigError> {
        let address = |variable| {
            text(variable)?
                .map(|value| socket(variable, &value))
                .transpose()
        };
        Ok(Self {
            addr: address(names::HTTP_ADDR)?,
            metrics_addr: address(names::METRICS_ADDR)?,
            trusted_proxy: text(names::TRUSTED_PROXY)?
                .map(|value| proxy(&value))
                .transpose()?,
        })
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

fn socket(variable: Variable, value: &str) -> Result<SocketAddr, ConfigError> {
    let why = "use an IP address with a port, such as 127.0.0.1:8080 or [::]:8080";
    value
        .parse()
        .map_err(|_| ConfigError::malformed(variable, &format!("is `{value}`: {why}")))
}

fn proxy(value: &str) -> Result<IpAddr, ConfigError> {
    let why = "use the IP address that the proxy calls from, such as 172.18.0.2";
    value
        .parse()
        .map_err(|_| ConfigError::malformed(names::TRUSTED_PROXY, &format!("is `{value}`: {why}")))
}
