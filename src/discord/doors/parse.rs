//! From Discord's events to what the conversation knows of them.

use serenity::all::{
    Member, Message, MessageReferenceKind, MessageType, MessageUpdateEvent, Permissions,
};

use super::detect_question::{IncomingMessage, RepliedTo};
use crate::chat::{ChannelId, UserId};

/// Returns what matters of a new message.
pub(super) fn message(message: &Message) -> IncomingMessage<'_> {
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
pub(super) fn update(update: &MessageUpdateEvent) -> Option<IncomingMessage<'_>> {
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

/// Whether a member may manage the server or its messages.
pub(super) fn is_moderator(member: Option<&Member>) -> bool {
    has(member, Permissions::MANAGE_MESSAGES) || has(member, Permissions::MANAGE_GUILD)
}

/// Whether a member may manage the server.
pub(super) fn manages_server(member: Option<&Member>) -> bool {
    has(member, Permissions::MANAGE_GUILD)
}

fn has(member: Option<&Member>, permission: Permissions) -> bool {
    let permissions = member.and_then(|member| member.permissions);
    permissions.is_some_and(|all| all.contains(permission) || all.administrator())
}

/// Whether this is something that somebody wrote, rather than news such as that somebody joined.
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
