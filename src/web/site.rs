//! The state that all requests share, and the sender of each.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::rejection::ExtensionRejection;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use ipnet::IpNet;

use super::pages::links::LinkStyle;
use super::pages::site_style::SiteStyle;
use super::server::peer::{self, Peer};
use super::server::rate_limit::AddressLimits;
use crate::app::App;

/// A site: the front desk that it asks, and what serving pages needs besides.
#[derive(Debug)]
pub struct Site {
    /// The front desk that answers.
    pub(super) app: Arc<App>,
    /// The style of the pages.
    pub(super) style: SiteStyle,
    /// The proxies whose word on whom they ask for counts.
    trusted_proxies: Vec<IpNet>,
    /// The questions that each address has left.
    limits: AddressLimits,
}

impl Site {
    /// Puts a site together.
    pub fn new(app: Arc<App>, trusted_proxies: Vec<IpNet>) -> Self {
        let settings = app.settings();
        let style = SiteStyle {
            links: LinkStyle::Served,
            spoilers: settings.spoilers,
            base: settings.public_url.map(str::to_owned),
        };
        Self {
            app,
            style,
            trusted_proxies,
            limits: AddressLimits::default(),
        }
    }

    /// Takes one question from the sender of a request.
    ///
    /// # Errors
    /// Returns how long the sender must wait, where it asks too much; that is counted.
    pub(super) fn take_question(&self, Asker(address): Asker) -> Result<(), Duration> {
        let taken = self.limits.take(address);
        if taken.is_err() {
            self.app.metrics.refused();
        }
        taken
    }
}

/// The address of whoever sent a request, taken from the request.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asker(IpAddr);

impl FromRequestParts<Arc<Site>> for Asker {
    type Rejection = ExtensionRejection;

    async fn from_request_parts(
        request: &mut Parts,
        site: &Arc<Site>,
    ) -> Result<Self, ExtensionRejection> {
        let ConnectInfo(Peer(peer)) = ConnectInfo::from_request_parts(request, site).await?;
        let asker = peer::asker(peer.ip(), &request.headers, &site.trusted_proxies);
        Ok(Self(asker))
    }
}
