//! Reads Discord's events: what matters of a message, and what a member may do.

use serenity::all::{
    Member, Message, MessageReferenceKind, MessageType, MessageUpdateEvent, Permissions,
};

use crate::chat::{ChannelId, UserId};

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
    pub text: &'a str,
    /// The people it mentions.
    pub mentions: Vec<UserId>,
    /// True where it calls everybody or a role.
    pub calls_many: bool,
    /// The message that it replies to.
    pub reply: Option<RepliedTo>,
    /// For an edited message, how long after it was written, in seconds.
    pub edited_after: Option<u64>,
}

/// The message that another one replies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RepliedTo {
    /// The author, where Discord says so.
    pub author: Option<UserId>,
}

impl IncomingMessage<'_> {
    /// Returns whether it is the first message of a forum's post: Discord gives both the same id.
    pub(super) fn opens_thread(&self) -> bool {
        self.id == self.channel.0
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
        text: &message.content,
        mentions: message
            .mentions
            .iter()
            .map(|user| UserId(user.id.get()))
            .collect(),
        calls_many: message.mention_everyone || !message.mention_roles.is_empty(),
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

/// Returns what matters of an edited message; `None` where nobody changed its words, as when a link gets its preview.
pub(crate) fn edited_message(update: &MessageUpdateEvent) -> Option<IncomingMessage<'_>> {
    let edited = update.edited_timestamp?;
    let author = update.author.as_ref()?;
    let kind = update.kind.unwrap_or_default();
    let is_webhook = update.webhook_id.flatten().is_some();
    let mentions = update.mentions.iter().flatten();
    let calls_role = update
        .mention_roles
        .as_ref()
        .is_some_and(|roles| !roles.is_empty());
    let written = update.timestamp.unwrap_or_else(|| update.id.created_at());
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
        text: update.content.as_deref()?,
        mentions: mentions.map(|user| UserId(user.id.get())).collect(),
        calls_many: update.mention_everyone.unwrap_or_default() || calls_role,
        reply: replied_to(reference.map(|reference| reference.kind), kind, referenced),
        edited_after: Some(edited.unix_timestamp().abs_diff(written.unix_timestamp())),
    })
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
) -> Option<RepliedTo> {
    let is_reply = kind == MessageType::InlineReply
        || referenced.is_some()
        || reference.is_some_and(|kind| kind == MessageReferenceKind::Default);
    is_reply.then(|| RepliedTo {
        author: referenced.map(|message| UserId(message.author.id.get())),
    })
}

/// Returns both ways in which Discord writes a mention.
pub(super) fn mention_forms(who: UserId) -> [String; 2] {
    [format!("<@{who}>"), format!("<@!{who}>")]
}
