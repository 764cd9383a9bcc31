//! The places of every test: the people, the server and its channels that every test finds.

/// Sees, writes, reads the history, embeds links and uses commands, as everybody may.
const EVERYBODY: u64 = 1 << 10 | 1 << 11 | EMBED_LINKS | 1 << 16 | 1 << 31;

/// The permission without which embeds are not shown.
pub(crate) const EMBED_LINKS: u64 = 1 << 14;

/// Manage Messages.
const MANAGE_MESSAGES: u64 = 1 << 13;

/// Manage Server.
const MANAGE_SERVER: u64 = 1 << 5;

/// The permissions of the bot where nothing is taken away.
pub(crate) const BOT_MAY: u64 = EVERYBODY | 1 << 38;

/// The application, which has an id of its own.
pub(crate) const APPLICATION: u64 = 1_180_000_000_000_000_001;

/// The server; its role @everyone has the same id.
pub(crate) const GUILD: u64 = 1_180_000_100_000_000_001;

/// A text channel.
pub(crate) const GENERAL: u64 = 1_180_000_200_000_000_001;

/// A text channel for questions.
pub(crate) const QUESTIONS: u64 = 1_180_000_200_000_000_002;

/// A forum.
pub(crate) const FORUM: u64 = 1_180_000_200_000_000_003;

/// A voice channel.
pub(crate) const VOICE: u64 = 1_180_000_200_000_000_004;

/// A category.
pub(crate) const CATEGORY: u64 = 1_180_000_200_000_000_005;

/// A role that can be mentioned.
pub(crate) const ROLE: u64 = 1_180_000_300_000_000_001;

/// The role that Discord made for the bot.
pub(crate) const OWN_ROLE: u64 = 1_180_000_300_000_000_002;

/// Somebody with an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct User {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    /// The permissions that they have in the server.
    pub(crate) permissions: u64,
    /// The roles that they have in the server.
    pub(crate) roles: &'static [u64],
    pub(crate) is_bot: bool,
}

/// The bot under test.
pub(crate) const BOT: User = User {
    id: 1_180_000_000_000_000_002,
    name: "frontrow",
    permissions: BOT_MAY,
    roles: &[OWN_ROLE],
    is_bot: true,
};

/// Another bot.
pub(crate) const OTHER_BOT: User = User {
    id: 1_180_000_000_000_000_003,
    name: "jukebox",
    permissions: EVERYBODY,
    roles: &[],
    is_bot: true,
};

/// The one who asks where a test does not say who.
pub(crate) const ADA: User = person(1_180_000_000_000_000_011, "ada", EVERYBODY);

/// Somebody else.
pub(crate) const BOB: User = person(1_180_000_000_000_000_012, "bob", EVERYBODY);

/// Somebody who manages messages and the server.
pub(crate) const MODERATOR: User = person(
    1_180_000_000_000_000_013,
    "mia",
    EVERYBODY | MANAGE_MESSAGES | MANAGE_SERVER,
);

/// Somebody who manages messages only.
pub(crate) const JANITOR: User = person(
    1_180_000_000_000_000_014,
    "jan",
    EVERYBODY | MANAGE_MESSAGES,
);

/// Somebody who manages the server only.
pub(crate) const OWNER: User = person(1_180_000_000_000_000_015, "olu", EVERYBODY | MANAGE_SERVER);

/// Somebody with the role that can be mentioned.
pub(crate) const CRITIC: User = User {
    roles: &[ROLE],
    ..person(1_180_000_000_000_000_016, "cleo", EVERYBODY)
};

/// Somebody who was never here before.
pub(crate) const fn stranger(id: u64) -> User {
    person(id, "stranger", EVERYBODY)
}

const fn person(id: u64, name: &'static str, permissions: u64) -> User {
    User {
        id,
        name,
        permissions,
        roles: &[],
        is_bot: false,
    }
}

/// The kinds of channels, with the numbers that Discord gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text = 0,
    Direct = 1,
    Voice = 2,
    Category = 4,
    Thread = 11,
    Forum = 15,
}

/// The place where messages are.
#[derive(Clone, Debug)]
pub(crate) struct Channel {
    pub(crate) id: u64,
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// The channel or forum that a thread is in.
    pub(crate) parent: Option<u64>,
    /// With whom, for a direct one.
    pub(crate) with: Option<User>,
    /// True if the bot may embed links here.
    pub(crate) embeds: bool,
}

impl Channel {
    /// A channel of the server.
    pub(crate) fn new(id: u64, kind: Kind, name: &str) -> Self {
        Self {
            id,
            kind,
            name: name.to_owned(),
            parent: None,
            with: None,
            embeds: true,
        }
    }

    /// The direct channel with somebody.
    pub(crate) fn direct(user: User) -> Self {
        Self {
            with: Some(user),
            // Any id does, as long as it is always the same one.
            ..Self::new(user.id + 1_000_000_000, Kind::Direct, user.name)
        }
    }

    /// Returns whether it belongs to the server.
    pub(crate) fn is_in_guild(&self) -> bool {
        self.kind != Kind::Direct
    }
}
