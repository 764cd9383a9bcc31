//! The files that pages load: the style sheet, the picture for the tab, the script of the chat.

use crate::web::server::response::fingerprint;

/// A file that pages load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asset {
    /// Its name, which cannot be a film's: it has a dot.
    pub(crate) name: &'static str,
    /// The media type of it.
    pub(crate) content_type: &'static str,
    /// The text of it.
    pub(crate) text: &'static str,
}

/// The look of all pages.
pub(crate) const STYLE: Asset = Asset {
    name: "style.css",
    content_type: "text/css; charset=utf-8",
    text: include_str!("../templates/style.css"),
};
/// The picture for the tab.
pub(crate) const ICON: Asset = Asset {
    name: "icon.svg",
    content_type: "image/svg+xml",
    text: include_str!("../templates/icon.svg"),
};

/// The script that makes the chat page talk.
pub(crate) const SCRIPT: Asset = Asset {
    name: "chat.js",
    content_type: "text/javascript; charset=utf-8",
    text: include_str!("../templates/chat.js"),
};

/// The files that every page loads.
pub(crate) const OF_EVERY_PAGE: [Asset; 2] = [STYLE, ICON];
/// All of them.
pub(crate) const ALL: [Asset; 3] = [STYLE, ICON, SCRIPT];

/// Returns the address of a file; a versioned one may be kept for ever, as another version has another address.
pub(crate) fn address(asset: Asset, is_versioned: bool) -> String {
    if is_versioned {
        format!("{}?v={:08x}", asset.name, fingerprint(asset.text) >> 32)
    } else {
        asset.name.to_owned()
    }
}
