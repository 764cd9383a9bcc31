//! The sentences on the terminal and in the log about the connection to Discord.

/// The page where applications, their tokens and intents are made.
const PORTAL: &str = "https://discord.com/developers/applications";

/// The activity that people see the bot in.
pub const ACTIVITY: &str = "Ask me about a film · /ask";
/// After the end that was asked for.
pub const STOPPED: &str = "Stopped.";
/// Said where the message content intent is off in the portal.
pub const NO_MESSAGE_CONTENT: &str = "\
DISCORD_MESSAGE_CONTENT is true, but \"Message Content Intent\" is off";

/// Says why the watchdog ends the program: nothing gets done any more.
pub const NO_HEARTBEAT: &str = "nothing has moved for 10 seconds";
/// Says why the watchdog ends the program: a processor is busy with nothing.
pub const SPINNING: &str = "it has kept a processor busy for 10 seconds without handling anything";
/// Says why the bot gives up: session after session fails.
pub const SESSIONS_FAIL: &str = "5 sessions within 2 minutes ended before they began";
/// Says why the bot gives up: no connection was ever made.
pub const NO_GATEWAY: &str = "the gateway that Discord named does not take connections";
/// Says why the bot gives up: nothing has come from the gateway.
pub const OFFLINE: &str = "no session for 2 minutes";
/// Says why the bot gives up: the library that holds the connection did.
pub const CONNECTION_ENDED: &str = "the connection ended and was not made again";

/// Says that Discord does not take the token.
pub fn token_refused() -> String {
    format!(
        "Discord refuses the token. Set DISCORD_TOKEN to a new one, from Bot > Reset Token at {PORTAL}"
    )
}

/// Says that Discord does not grant an intent that was asked for.
pub fn intent_refused() -> String {
    format!(
        "Discord refuses the intents. With DISCORD_MESSAGE_CONTENT=true, \"Message Content Intent\" must be on, under \
         Bot > Privileged Gateway Intents at {PORTAL}: switch it on, or unset DISCORD_MESSAGE_CONTENT"
    )
}

/// Says that Discord cannot be reached, and why.
pub fn unreachable(why: &str) -> String {
    format!(
        "Discord cannot be reached: {why}. Try again in a while; DISCORD_API_URL, where it is set, must be \
         the address of a server that passes requests on, and {PORTAL} must still list the application"
    )
}

/// Says that the bot goes on trying, after what ended the last attempt.
pub fn tries_again(why: &str, seconds: u64) -> String {
    format!("{why}. The pages stay; the next attempt is in {seconds} seconds")
}

/// Says that the program ends because it hangs, and how.
pub fn stuck(how: &str) -> String {
    format!(
        "The bot is stuck: {how}. It ends so that it can be started again; if that keeps happening, reset \
         DISCORD_TOKEN at {PORTAL}, in case another program uses it too"
    )
}

/// Says how to invite the bot to a server.
pub fn invite(link: &str) -> String {
    format!("Invite the bot to a server with {link}")
}

/// Says which privileged intents the portal shows as on.
pub fn intents(on: &[&str]) -> String {
    let on = match on {
        [] => "none".to_owned(),
        on => on.join(", "),
    };
    format!("Privileged intents that are on at {PORTAL}: {on}")
}

/// Says that the message content intent is off, and where to switch it on.
pub fn no_message_content() -> String {
    format!("{NO_MESSAGE_CONTENT}; switch it on under Bot > Privileged Gateway Intents at {PORTAL}")
}
