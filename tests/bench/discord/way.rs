//! The bots in a fake Discord, each a process of its own.

use std::fmt;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::harness::discord::Discord;
use super::harness::discord::world::TOKEN;
use super::harness::program::Frontrow;

/// The time that a bot may take to settle once it is connected, with commands to register.
const TIME_TO_SETTLE: Duration = Duration::from_secs(1);

/// The way by which the bots reach the fake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// By its own address, without encryption and without serenity's rate limiter.
    Plain,
    /// As discord.com, as in production.
    Tls,
}

impl Way {
    /// Starts the bare echo.
    pub(crate) fn echo(self) -> Discord {
        self.this_program("echo")
    }

    /// Starts frontrow: the program that people run, or this one with its library where it takes a client for REST.
    pub(crate) fn frontrow(self) -> Discord {
        match self {
            Self::Tls => self.this_program("frontrow"),
            Self::Plain => {
                let discord = Discord::without_bot();
                let frontrow = Frontrow::with_real_guides()
                    .set("DISCORD_TOKEN", TOKEN)
                    .set("DISCORD_API_URL", &discord.url());
                settled(discord.launches(move || frontrow.command("run")))
            }
        }
    }

    fn this_program(self, kind: &str) -> Discord {
        let discord = Discord::without_bot();
        let address = match self {
            Self::Plain => vec!["plain".to_owned(), discord.url()],
            Self::Tls => {
                let (address, authority) = discord.serves_tls();
                vec!["tls".to_owned(), address.to_string(), authority]
            }
        };
        let kind = kind.to_owned();
        settled(discord.launches(move || {
            let mut command = Command::new(std::env::current_exe().expect("this program"));
            command.args(["bot", &kind]).args(&address).env_clear();
            // Its own end of the pipe closes when this process is gone, and then it ends.
            command.stdin(Stdio::piped());
            command
        }))
    }
}

/// Waits until the bot is connected and has come to rest.
fn settled(discord: Discord) -> Discord {
    discord.is_ready(1);
    sleep(TIME_TO_SETTLE);
    discord
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Tls => "tls",
        })
    }
}
