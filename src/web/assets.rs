//! What pages load besides themselves: the style sheet, the picture for the tab, the script of the chat.

use axum::body::Bytes;

use super::fingerprint;

/// A file that pages load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asset {
    /// Its name, which cannot be a film's: it has a dot.
    pub(super) name: &'static str,
    /// What kind of file it is.
    pub(super) content_type: &'static str,
    /// What it says.
    pub(super) text: &'static str,
}

/// How all pages look.
pub(super) const STYLE: Asset = Asset {
    name: "style.css",
    content_type: "text/css; charset=utf-8",
    text: include_str!("pages/style.css"),
};
/// The picture for the tab.
pub(super) const ICON: Asset = Asset {
    name: "icon.svg",
    content_type: "image/svg+xml",
    text: include_str!("pages/icon.svg"),
};

/// What makes the chat page talk.
pub(super) const SCRIPT: Asset = Asset {
    name: "chat.js",
    content_type: "text/javascript; charset=utf-8",
    text: include_str!("pages/chat.js"),
};

/// What every page loads.
pub(super) const OF_EVERY_PAGE: [Asset; 2] = [STYLE, ICON];
/// All of them.
pub(super) const ALL: [Asset; 3] = [STYLE, ICON, SCRIPT];

impl Asset {
    /// Returns what it says, without copying it.
    pub(super) fn bytes(&self) -> Bytes {
        Bytes::from_static(self.text.as_bytes())
    }
}

/// Returns the address of a file; a versioned one may be kept for ever, as another version has another address.
pub(super) fn address(asset: Asset, is_versioned: bool) -> String {
    if is_versioned {
        format!(
            "{}?v={:08x}",
            asset.name,
            fingerprint::of(asset.text.as_bytes()) >> 32
        )
    } else {
        asset.name.to_owned()
    }
}
