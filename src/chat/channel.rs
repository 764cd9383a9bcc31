//! The channel or thread that something is asked in, as far as it tells which film is meant.

use crate::guide::ChannelId;

/// A channel or thread that something is asked in; nothing is known about a page, a terminal or a direct message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelInfo {
    /// Its name.
    pub name: Option<String>,
    /// The channel it belongs to, for a thread.
    pub parent: Option<ChannelId>,
    /// The name of that channel.
    pub parent_name: Option<String>,
    /// The id of the film that was set for it.
    pub film: Option<String>,
}
