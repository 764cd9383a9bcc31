//! Reads Discord's events: what matters of a message, and what a member may do.

use std::borrow::Cow;

use serenity::all::{
    Embed, Member, Message, MessageReferenceKind, MessageType, MessageUpdateEvent, Permissions,
    Timestamp,
};

use crate::chat::{ChannelId, UserId};
use crate::text::has_words;

/// A message as somebody wrote it, as far as it matters. Ids are Discord's.
#[derive(Clone, Debug, Default)]
pub(crate) struct IncomingMessage<'a> {
    /// The message.
    pub id: u64,
    /// The channel or thread it stands in.
    pub channel: ChannelId,
    /// The server; `None` where somebody writes to the bot alone.
    pub server: Option<u64>,
    /// The author.
    pub author: UserId,
    /// True where a person wrote it, rather than a bot, a webhook or Discord itself.
    pub is_by_person: bool,
    /// The text; empty where Discord does not say.
    pub text: Cow<'a, str>,
    /// The people it mentions.
    pub mentions: Vec<UserId>,
    /// True where it calls everybody.
    pub calls_everybody: bool,
    /// The roles it mentions.
    pub roles: Vec<u64>,
    /// The bot's own role in the server, to mention which is to mention the bot.
    pub own_role: Option<u64>,
    /// The message that it replies to.
    pub reply: Option<RepliedTo<'a>>,
    /// For an edited message, how long after it was written, in seconds.
    pub edited_after: Option<u64>,
}

/// The message that another one replies to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RepliedTo<'a> {
    /// The author, where Discord says so.
    pub author: Option<UserId>,
    /// The text; empty where Discord does not say.
    pub text: Cow<'a, str>,
}

/// After this long a question is none any more, in seconds: the talk has gone on.
pub(super) const EDIT_SECONDS: u64 = 5 * 60;
/// The time within which Discord tells of an edit, in seconds. Later news is of another kind about a message
/// that was edited once, such as that it was pinned.
const NEWS_SECONDS: i64 = 60;

impl IncomingMessage<'_> {
    /// Returns whether it is the first message of a forum's post: Discord gives both the same id.
    pub(super) fn opens_thread(&self) -> bool {
        self.id == self.channel.0
    }

    /// Returns whether it calls more than the bot: everybody, or another role than the bot's own.
    pub(super) fn calls_many(&self) -> bool {
        self.calls_everybody || self.roles.iter().any(|&role| Some(role) != self.own_role)
    }

    /// Returns whether it was edited when the talk had gone on.
    pub(super) fn is_late(&self) -> bool {
        self.edited_after
            .is_some_and(|seconds| seconds > EDIT_SECONDS)
    }

    /// Returns whether it mentions the bot's own role and Discord does not say what it says: without the message content
    /// intent, only a mention of the bot itself lets the bot read it.
    pub(super) fn is_withheld(&self) -> bool {
        self.text.is_empty() && self.own_role_form().is_some()
    }

    /// Returns how the bot's own role is mentioned, where it is.
    pub(super) fn own_role_form(&self) -> Option<String> {
        let role = self.own_role.filter(|role| self.roles.contains(role))?;
        Some(format!("<@&{role}>"))
    }

    /// Returns whether it mentions somebody, in either form; one within code is none, and Discord does not list it.
    pub(super) fn mentions(&self, who: UserId) -> bool {
        let is_listed = self.mentions.is_empty() || self.mentions.contains(&who);
        is_listed
            && mention_forms(who)
                .iter()
                .any(|form| self.text.contains(form))
    }
}

/// Returns what matters of a new message.
pub(crate) fn new_message(message: &Message) -> IncomingMessage<'_> {
    let author = &message.author;
    let is_webhook = message.webhook_id.is_some();
    IncomingMessage {
        id: message.id.get(),
        channel: ChannelId(message.channel_id.get()),
        server: message.guild_id.map(|id| id.get()),
        author: UserId(author.id.get()),
        is_by_person: !author.bot && !author.system && !is_webhook && is_written(message.kind),
        text: match message.guild_id {
            // What others said is forwarded to the bot alone to have it answered.
            None => words(message),
            Some(_) => Cow::Borrowed(&message.content),
        },
        mentions: message
            .mentions
            .iter()
            .map(|user| UserId(user.id.get()))
            .collect(),
        calls_everybody: message.mention_everyone,
        roles: message.mention_roles.iter().map(|id| id.get()).collect(),
        own_role: None,
        reply: replied_to(
            message
                .message_reference
                .as_ref()
                .map(|reference| reference.kind),
            message.kind,
            message.referenced_message.as_deref(),
        ),
        edited_after: None,
    }
}

/// Returns what matters of an edited message; `None` where nobody changed its words just now, as when a link gets its
/// preview or an old message is pinned.
pub(crate) fn edited_message(
    update: &MessageUpdateEvent,
    now: Timestamp,
) -> Option<IncomingMessage<'_>> {
    let edited = update.edited_timestamp?;
    let author = update.author.as_ref()?;
    let kind = update.kind.unwrap_or_default();
    let is_webhook = update.webhook_id.flatten().is_some();
    let mentions = update.mentions.iter().flatten();
    let roles = update.mention_roles.iter().flatten();
    let written = update.timestamp.unwrap_or_else(|| update.id.created_at());
    if now.unix_timestamp() - edited.unix_timestamp() > NEWS_SECONDS {
        return None;
    }
    let reference = update.message_reference.as_ref().and_then(Option::as_ref);
    let referenced = update
        .referenced_message
        .as_ref()
        .and_then(Option::as_deref);
    Some(IncomingMessage {
        id: update.id.get(),
        channel: ChannelId(update.channel_id.get()),
        server: update.guild_id.map(|id| id.get()),
        author: UserId(author.id.get()),
        is_by_person: !author.bot && !author.system && !is_webhook && is_written(kind),
        text: Cow::Borrowed(update.content.as_deref()?),
        mentions: mentions.map(|user| UserId(user.id.get())).collect(),
        calls_everybody: update.mention_everyone.unwrap_or_default(),
        roles: roles.map(|id| id.get()).collect(),
        own_role: None,
        reply: replied_to(reference.map(|reference| reference.kind), kind, referenced),
        edited_after: Some(edited.unix_timestamp().abs_diff(written.unix_timestamp())),
    })
}

/// Returns the words of a message: its own, else those that it forwards, else those of its embeds.
pub(crate) fn words(message: &Message) -> Cow<'_, str> {
    if has_words(&message.content) {
        return Cow::Borrowed(&message.content);
    }
    match message.message_snapshots.first() {
        Some(forwarded) if has_words(&forwarded.content) => Cow::Borrowed(&forwarded.content),
        Some(forwarded) => Cow::Owned(words_of_embeds(&forwarded.embeds)),
        None if message.embeds.is_empty() => Cow::Borrowed(&message.content),
        None => Cow::Owned(words_of_embeds(&message.embeds)),
    }
}

/// Returns the titles and descriptions of embeds.
fn words_of_embeds(embeds: &[Embed]) -> String {
    let parts = embeds
        .iter()
        .flat_map(|embed| [embed.title.as_deref(), embed.description.as_deref()]);
    let parts: Vec<&str> = parts.flatten().collect();
    parts.join("\n")
}

/// Returns whether a member may manage the server or its messages.
pub(super) fn is_moderator(member: Option<&Member>) -> bool {
    has(member, Permissions::MANAGE_MESSAGES) || has(member, Permissions::MANAGE_GUILD)
}

/// Returns whether a member may manage the server.
pub(crate) fn manages_server(member: Option<&Member>) -> bool {
    has(member, Permissions::MANAGE_GUILD)
}

fn has(member: Option<&Member>, permission: Permissions) -> bool {
    let permissions = member.and_then(|member| member.permissions);
    permissions.is_some_and(|all| all.contains(permission) || all.administrator())
}

/// Returns whether this is something that somebody wrote, rather than news such as that somebody joined.
fn is_written(kind: MessageType) -> bool {
    matches!(kind, MessageType::Regular | MessageType::InlineReply)
}

/// Returns what a message replies to; one that was forwarded replies to nothing.
fn replied_to(
    reference: Option<MessageReferenceKind>,
    kind: MessageType,
    referenced: Option<&Message>,
) -> Option<RepliedTo<'_>> {
    let is_reply = kind == MessageType::InlineReply
        || referenced.is_some()
        || reference.is_some_and(|kind| kind == MessageReferenceKind::Default);
    is_reply.then(|| RepliedTo {
        author: referenced.map(|message| UserId(message.author.id.get())),
        text: referenced.map(words).unwrap_or_default(),
    })
}

/// Returns both ways in which Discord writes a mention.
pub(super) fn mention_forms(who: UserId) -> [String; 2] {
    [format!("<@{who}>"), format!("<@!{who}>")]
}
