//! Looks around before the bot connects: who it is, what it may do, and where the gateway is.

use std::time::Duration;

use reqwest::Url;
use serde_json::Value;
use tracing::{info, warn};

use super::exit_reason::ExitReason;
use super::rest::{RestClient, RestError};
use crate::reply::texts::connection as texts;

/// The time that Discord may take to say where its gateway is, repeated requests included.
pub(super) const TIME_TO_ANSWER: Duration = Duration::from_secs(15);
/// The privileged intents, by the bits that an application's flags show them with: one for verified bots, one for others.
const PRIVILEGED: [(u64, &str); 3] = [
    (1 << 12 | 1 << 13, "presence"),
    (1 << 14 | 1 << 15, "server members"),
    (MESSAGE_CONTENT, "message content"),
];
/// The bits of the message content intent.
const MESSAGE_CONTENT: u64 = 1 << 18 | 1 << 19;
/// The permissions that the bot needs: view channels, send messages, there and in threads, embed links, read the history.
const PERMISSIONS: u64 = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 16 | 1 << 38;

/// Holds what is found out before the bot connects.
pub(super) struct Preflight {
    /// The gateway's address, fit for serenity.
    pub(super) gateway: String,
    /// True where the log says already how the bot is invited.
    pub(super) has_logged_invite: bool,
}

/// Looks around.
///
/// # Errors
/// Returns what stands in the way.
pub(super) async fn look_around(
    rest: &RestClient,
    message_content: bool,
) -> Result<Preflight, ExitReason> {
    let has_logged_invite = match rest.get("/applications/@me").await {
        Ok(application) => log_application(&application, message_content),
        Err(RestError::Refused) => return Err(ExitReason::TokenRefused),
        Err(RestError::Other(why)) => {
            warn!("nothing is known about the application: {why}");
            false
        }
    };
    let gateway = match rest.get("/gateway").await {
        Ok(answer) => gateway(&answer).map_err(ExitReason::Unreachable)?,
        Err(RestError::Refused) => return Err(ExitReason::TokenRefused),
        Err(RestError::Other(why)) => return Err(ExitReason::Unreachable(why)),
    };
    Ok(Preflight {
        gateway: gateway.into(),
        has_logged_invite,
    })
}

/// Logs what the portal says about the application; returns whether that was anything.
fn log_application(application: &Value, message_content: bool) -> bool {
    let flags = application["flags"].as_u64();
    let flags = flags.or_else(|| application["flags_new"].as_str()?.parse().ok());
    if let Some(flags) = flags {
        info!("{}", texts::intents(&privileged(flags)));
        if message_content && flags & MESSAGE_CONTENT == 0 {
            warn!("{}", texts::no_message_content());
        }
    }
    let id = application["id"].as_str().and_then(|id| id.parse().ok());
    if let Some(id) = id {
        log_invite(id);
    }
    id.is_some()
}

fn privileged(flags: u64) -> Vec<&'static str> {
    let on = PRIVILEGED.into_iter().filter(|(bits, _)| flags & bits != 0);
    on.map(|(_, name)| name).collect()
}

/// Logs how the bot is invited.
pub(super) fn log_invite(application_id: u64) {
    let link = format!(
        "https://discord.com/oauth2/authorize?client_id={application_id}\
         &scope=bot+applications.commands&permissions={PERMISSIONS}"
    );
    info!("{}", texts::invite(&link));
}

/// Reads the gateway's address, without the query that serenity would put a second one behind.
fn gateway(answer: &Value) -> Result<Url, String> {
    let text = answer["url"].as_str();
    let text = text.ok_or("GET /gateway: the answer has no `url`")?;
    let url = Url::parse(text).ok();
    let sound = url.filter(|url| matches!(url.scheme(), "ws" | "wss") && url.has_host());
    let mut url =
        sound.ok_or_else(|| format!("GET /gateway: `{text}` is no address of a gateway"))?;
    url.set_query(None);
    url.set_fragment(None);
    Ok(url)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn permissions_are_those_of_the_invite_link() {
        assert_eq!(PERMISSIONS, 274_877_991_936);
    }

    #[test]
    fn privileged_intents_are_read_from_the_flags() {
        assert!(privileged(0).is_empty());
        assert_eq!(privileged(1 << 18), ["message content"]);
        assert_eq!(privileged(1 << 19 | 1 << 23), ["message content"]);
        assert_eq!(
            privileged(1 << 13 | 1 << 14),
            ["presence", "server members"]
        );
    }

    #[test]
    fn the_gateway_is_an_address_without_a_query() {
        let check = |url: &str| gateway(&json!({ "url": url })).map(String::from).ok();
        for (said, used) in [
            (
                "wss://gateway.discord.gg",
                Some("wss://gateway.discord.gg/"),
            ),
            (
                "wss://gateway.discord.gg/?v=9&encoding=json",
                Some("wss://gateway.discord.gg/"),
            ),
            ("ws://127.0.0.1:8080", Some("ws://127.0.0.1:8080/")),
            (
                "ws://127.0.0.1:8080/gateway#top",
                Some("ws://127.0.0.1:8080/gateway"),
            ),
            ("https://discord.com", None),
            ("gateway.discord.gg", None),
            ("", None),
        ] {
            assert_eq!(check(said).as_deref(), used, "{said}");
        }
        assert!(gateway(&json!([])).is_err());
    }
}
