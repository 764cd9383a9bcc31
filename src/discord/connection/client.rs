//! The clients that talk to Discord: one for REST, and serenity's client on top of it.

use std::future::IntoFuture;
use std::time::Duration;

use serenity::all::{
    ActivityData, Client, CreateAllowedMentions, GatewayIntents, Http, HttpBuilder, RawEventHandler,
};
use tokio::time::timeout;

use super::exit_reason::ExitReason;
use super::preflight::TIME_TO_ANSWER;
use crate::config::{BotToken, Discord};
use crate::reply::texts::connection as texts;

/// The time that a connection may take to be made. serenity's own client would wait for ever.
const TIME_TO_CONNECT: Duration = Duration::from_secs(5);
/// The time that a request may take in all. A message that comes later than this is no answer any more.
const TIME_TO_REPLY: Duration = Duration::from_secs(10);

/// Returns the client for REST.
///
/// # Errors
/// Fails where TLS cannot be set up.
pub(super) fn rest(discord: &Discord) -> reqwest::Result<reqwest::Client> {
    let builder = reqwest::Client::builder()
        .use_rustls_tls()
        .connect_timeout(TIME_TO_CONNECT)
        .timeout(TIME_TO_REPLY)
        // Discord's API never redirects, and the token must not go anywhere else.
        .redirect(reqwest::redirect::Policy::none());
    match discord.api_url {
        // That address is the proxy.
        Some(_) => builder.no_proxy().build(),
        None => builder.build(),
    }
}

/// Returns serenity's half of REST. It pings nobody, unless a message itself asks for more, which none does.
pub(super) fn http(discord: &Discord, token: &BotToken, rest: reqwest::Client) -> Http {
    let builder = HttpBuilder::new(token.reveal())
        .client(rest)
        .default_allowed_mentions(CreateAllowedMentions::new());
    match &discord.api_url {
        // With its rate limiter on, serenity 0.12.5 ignores the address and talks to discord.com.
        Some(url) => builder.proxy(url).ratelimiter_disabled(true).build(),
        None => builder.build(),
    }
}

/// Returns which events Discord shall send.
pub(super) fn intents(message_content: bool) -> GatewayIntents {
    let intents =
        GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
    if message_content {
        intents | GatewayIntents::MESSAGE_CONTENT
    } else {
        intents
    }
}

/// Returns a client that connects to `gateway` when it is started, and nowhere else.
///
/// # Errors
/// Returns that Discord cannot be reached.
pub(super) async fn connect(
    http: Http,
    discord: &Discord,
    gateway: String,
    handler: impl RawEventHandler + 'static,
) -> Result<Client, ExitReason> {
    let building =
        serenity::all::ClientBuilder::new_with_http(http, intents(discord.message_content))
            // Only here: to set it on a connection that died kills serenity's shard for good.
            .activity(ActivityData::custom(texts::ACTIVITY))
            .raw_event_handler(handler)
            .into_future();
    let client = match timeout(TIME_TO_ANSWER, building).await {
        Ok(Ok(client)) => client,
        Ok(Err(error)) => return Err(ExitReason::Unreachable(error.to_string())),
        Err(late) => return Err(ExitReason::Unreachable(late.to_string())),
    };
    // serenity asked for the address again, and takes Discord's own where it got none.
    *client.ws_url.lock().await = gateway;
    Ok(client)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_intents_are_those_that_are_needed() {
        assert_eq!(intents(false).bits(), 4609);
        assert_eq!(intents(true).bits(), 37377);
    }
}
