//! What pages load besides themselves: the style sheet, the picture for the tab, the script of the chat.

use axum::body::Bytes;

use super::rendered::fingerprint;

/// A file that pages load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) struct Asset {
    /// Its name, which cannot be a film's: it has a dot.
    pub(in crate::web) name: &'static str,
    /// What kind of file it is.
    pub(in crate::web) content_type: &'static str,
    /// What it says.
    pub(in crate::web) text: &'static str,
}

/// How all pages look.
pub(in crate::web) const STYLE: Asset = Asset {
    name: "style.css",
    content_type: "text/css; charset=utf-8",
    text: include_str!("../templates/style.css"),
};
/// The picture for the tab.
pub(in crate::web) const ICON: Asset = Asset {
    name: "icon.svg",
    content_type: "image/svg+xml",
    text: include_str!("../templates/icon.svg"),
};

/// What makes the chat page talk.
pub(in crate::web) const SCRIPT: Asset = Asset {
    name: "chat.js",
    content_type: "text/javascript; charset=utf-8",
    text: include_str!("../templates/chat.js"),
};

/// What every page loads.
pub(in crate::web) const OF_EVERY_PAGE: [Asset; 2] = [STYLE, ICON];
/// All of them.
pub(in crate::web) const ALL: [Asset; 3] = [STYLE, ICON, SCRIPT];

impl Asset {
    /// Returns what it says, without copying it.
    pub(in crate::web) fn bytes(&self) -> Bytes {
        Bytes::from_static(self.text.as_bytes())
    }
}

/// Returns the address of a file; a versioned one may be kept for ever, as another version has another address.
pub(in crate::web) fn address(asset: Asset, is_versioned: bool) -> String {
    if is_versioned {
        format!(
            "{}?v={:08x}",
            asset.name,
            fingerprint(asset.text.as_bytes()) >> 32
        )
    } else {
        asset.name.to_owned()
    }
}
