//! What all requests share.

use std::net::IpAddr;
use std::sync::Arc;

use crate::app::App;
use crate::web::pages::links::LinkStyle;
use crate::web::pages::rendered::PageCache;
use crate::web::pages::site_style::SiteStyle;
use crate::web::server::rate_limit::Limiter;

/// A site: the front desk that it asks, and what serving pages needs besides.
#[derive(Debug)]
pub struct Site {
    /// The front desk that answers.
    pub(super) app: Arc<App>,
    /// The proxy whose word on whom it asks for counts.
    pub(super) trusted_proxy: Option<IpAddr>,
    /// How pages are made.
    pub(super) style: SiteStyle,
    /// Who asked how much.
    pub(super) limiter: Limiter,
    /// The pages as they were made for the library of the moment.
    pub(super) kept: PageCache,
}

impl Site {
    /// Puts a site together.
    pub fn new(app: Arc<App>, trusted_proxy: Option<IpAddr>) -> Self {
        let settings = app.settings();
        let style = SiteStyle {
            form: LinkStyle::Served,
            spoilers: settings.spoilers,
            base: settings.public_url.map(str::to_owned),
        };
        Self {
            app,
            trusted_proxy,
            style,
            limiter: Limiter::default(),
            kept: PageCache::default(),
        }
    }
}
