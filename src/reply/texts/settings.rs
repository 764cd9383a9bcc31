//! The words of a server's settings, and those for who may change them.

/// To a command of moderators' outside of servers.
pub const ONLY_IN_SERVERS: &str = "This works within a server only.";
/// To somebody who may not do what moderators do.
pub const NOT_A_MODERATOR: &str = "That is for this server's moderators: members who can manage the server, or who have the moderator role that /settings names.";
/// To a press on a panel of another server.
pub const NOT_FROM_HERE: &str = "That belongs to another server, so I left everything as it is.";
