//! Asks Discord for what serenity has no words for, or would ask for ever.

use std::error::Error;

use reqwest::StatusCode;
use reqwest::header::{AUTHORIZATION, USER_AGENT};
use serde_json::Value;

use crate::config::{BotToken, Discord};

/// The address of Discord.
const DISCORD: &str = "https://discord.com";

/// Makes plain requests.
pub(super) struct RestClient {
    client: reqwest::Client,
    base: String,
    authorization: String,
}

/// The reason why a request gave nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum RestError {
    /// Discord does not take the token.
    Refused,
    /// Anything else, in words that carry no secret.
    Other(String),
}

impl RestClient {
    /// Asks Discord, or whoever stands in its place.
    pub(super) fn new(client: reqwest::Client, discord: &Discord, token: &BotToken) -> Self {
        let base = discord.api_url.as_deref().unwrap_or(DISCORD);
        Self {
            client,
            base: base.to_owned(),
            authorization: format!("Bot {}", token.reveal()),
        }
    }

    /// Gets `path` of the API, version 10, which is serenity's.
    ///
    /// # Errors
    /// Returns why there is no answer that can be used.
    pub(super) async fn get(&self, path: &str) -> Result<Value, RestError> {
        let url = format!("{}/api/v10{path}", self.base);
        let failed = |why: &str| RestError::Other(format!("GET {url}: {why}"));
        let request = self
            .client
            .get(&url)
            .header(AUTHORIZATION, &self.authorization)
            .header(USER_AGENT, serenity::constants::USER_AGENT);
        let answer = request
            .send()
            .await
            .map_err(|error| failed(&chain(error)))?;
        match answer.status() {
            StatusCode::UNAUTHORIZED => return Err(RestError::Refused),
            status if !status.is_success() => return Err(failed(&status.to_string())),
            _ => {}
        }
        let body = answer
            .bytes()
            .await
            .map_err(|error| failed(&chain(error)))?;
        serde_json::from_slice(&body).map_err(|_| failed("the answer is not JSON"))
    }
}

/// Writes an error with its causes, which say what really happened.
fn chain(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
