//! The routes that the fake knows, written as in Discord's OpenAPI description.

pub(crate) const GATEWAY: &str = "GET /gateway";
pub(crate) const GATEWAY_BOT: &str = "GET /gateway/bot";
pub(crate) const ME: &str = "GET /users/@me";
pub(crate) const APPLICATION: &str = "GET /applications/@me";
pub(crate) const OAUTH_APPLICATION: &str = "GET /oauth2/applications/@me";
pub(crate) const COMMANDS: &str = "GET /applications/{application_id}/commands";
pub(crate) const SET_COMMANDS: &str = "PUT /applications/{application_id}/commands";
pub(crate) const GUILD_COMMANDS: &str =
    "GET /applications/{application_id}/guilds/{guild_id}/commands";
pub(crate) const SET_GUILD_COMMANDS: &str =
    "PUT /applications/{application_id}/guilds/{guild_id}/commands";
pub(crate) const CHANNEL: &str = "GET /channels/{channel_id}";
pub(crate) const MESSAGES: &str = "GET /channels/{channel_id}/messages";
pub(crate) const POST: &str = "POST /channels/{channel_id}/messages";
pub(crate) const MESSAGE: &str = "GET /channels/{channel_id}/messages/{message_id}";
pub(crate) const EDIT: &str = "PATCH /channels/{channel_id}/messages/{message_id}";
pub(crate) const DELETE: &str = "DELETE /channels/{channel_id}/messages/{message_id}";
pub(crate) const RESPOND: &str = "POST /interactions/{interaction_id}/{interaction_token}/callback";
pub(crate) const FOLLOW_UP: &str = "POST /webhooks/{webhook_id}/{webhook_token}";
pub(crate) const ORIGINAL: &str = "GET /webhooks/{webhook_id}/{webhook_token}/messages/@original";
pub(crate) const EDIT_ORIGINAL: &str =
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";
pub(crate) const DELETE_ORIGINAL: &str =
    "DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original";

const ALL: [&str; 20] = [
    GATEWAY,
    GATEWAY_BOT,
    ME,
    APPLICATION,
    OAUTH_APPLICATION,
    COMMANDS,
    SET_COMMANDS,
    GUILD_COMMANDS,
    SET_GUILD_COMMANDS,
    CHANNEL,
    MESSAGES,
    POST,
    MESSAGE,
    EDIT,
    DELETE,
    RESPOND,
    FOLLOW_UP,
    ORIGINAL,
    EDIT_ORIGINAL,
    DELETE_ORIGINAL,
];

/// Returns the route of a request, and what stands for its parts in braces.
pub(crate) fn find(method: &str, path: &str) -> Option<(&'static str, Vec<String>)> {
    let path = path.strip_prefix("/api/v10/")?;
    let matched = |route: &&'static str| {
        let (of, template) = route.split_once(" /")?;
        let parts = (of == method).then(|| parts(template, path))??;
        Some((*route, parts))
    };
    ALL.iter().find_map(matched)
}

fn parts(template: &str, path: &str) -> Option<Vec<String>> {
    let (wanted, given) = (template.split('/'), path.split('/'));
    if wanted.clone().count() != given.clone().count() {
        return None;
    }
    let mut parts = Vec::new();
    for (wanted, given) in wanted.zip(given) {
        if wanted.starts_with('{') {
            parts.push(given.to_owned());
        } else if wanted != given {
            return None;
        }
    }
    Some(parts)
}
