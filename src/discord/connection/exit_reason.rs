//! The reasons why the bot ends, each with its message.

use serenity::Error;
use serenity::gateway::GatewayError;

use crate::reply::texts::connection as texts;

/// The reason why the bot is no longer there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExitReason {
    /// Somebody asked it to stop.
    Stopped,
    /// It hung; the text says how.
    Stuck(&'static str),
    /// Discord cannot be reached; the text says why.
    Unreachable(String),
    /// Discord does not take the token.
    TokenRefused,
    /// Discord does not grant the intents.
    IntentRefused,
}

impl ExitReason {
    /// Returns what is said about it.
    pub fn message(&self) -> String {
        match self {
            Self::Stopped => texts::STOPPED.to_owned(),
            Self::Stuck(how) => texts::stuck(how),
            Self::Unreachable(why) => texts::unreachable(why),
            Self::TokenRefused => texts::token_refused(),
            Self::IntentRefused => texts::intent_refused(),
        }
    }

    /// Returns why the bot ends where serenity gave up: close codes 4004, 4013 and 4014 are the only ones it gives up on.
    pub(super) fn from_client(outcome: Result<(), Error>) -> Self {
        match outcome {
            Err(Error::Gateway(GatewayError::InvalidAuthentication)) => Self::TokenRefused,
            Err(Error::Gateway(
                GatewayError::InvalidGatewayIntents | GatewayError::DisallowedGatewayIntents,
            )) => Self::IntentRefused,
            Ok(()) | Err(_) => Self::Unreachable(texts::CONNECTION_ENDED.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PORTAL: &str = "https://discord.com/developers/applications";

    #[test]
    fn every_end_but_the_wanted_one_names_a_setting_and_the_portal() {
        for (reason, setting) in [
            (ExitReason::Stuck(texts::SPINNING), "DISCORD_TOKEN"),
            (
                ExitReason::Unreachable("no route".to_owned()),
                "DISCORD_API_URL",
            ),
            (ExitReason::TokenRefused, "DISCORD_TOKEN"),
            (ExitReason::IntentRefused, "DISCORD_MESSAGE_CONTENT"),
        ] {
            let message = reason.message();
            assert!(message.contains(setting), "{message}");
            assert!(message.contains(PORTAL), "{message}");
        }
        let intents = ExitReason::IntentRefused.message();
        assert!(
            intents.contains("Bot > Privileged Gateway Intents"),
            "{intents}"
        );
    }

    #[test]
    fn what_serenity_gives_up_on_is_told_apart() {
        let unreachable = ExitReason::from_client(Ok(()));
        assert!(matches!(unreachable, ExitReason::Unreachable(_)));
        for (error, reason) in [
            (
                GatewayError::InvalidAuthentication,
                ExitReason::TokenRefused,
            ),
            (
                GatewayError::InvalidGatewayIntents,
                ExitReason::IntentRefused,
            ),
            (
                GatewayError::DisallowedGatewayIntents,
                ExitReason::IntentRefused,
            ),
            (GatewayError::ReconnectFailure, unreachable),
        ] {
            let outcome = Err(Error::Gateway(error));
            assert_eq!(ExitReason::from_client(outcome), reason);
        }
    }
}
