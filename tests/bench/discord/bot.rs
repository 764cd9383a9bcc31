//! This program as one of the bots: the bare echo, or frontrow through its library.
//!
//! Its arguments say how Discord is found: `plain URL`, or `tls ADDRESS AUTHORITY` for discord.com at that address with a
//! certificate of that authority.

use std::io::Read;
use std::process;

use serenity::all::{
    ClientBuilder, Context, CreateAllowedMentions, CreateMessage, EventHandler, GatewayIntents,
    HttpBuilder, Message,
};
use serenity::async_trait;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

use super::harness::discord::tls::client;
use super::harness::discord::world::TOKEN;
use super::harness::inside;

/// Runs a bot until the process that measures it is gone.
pub(crate) fn run(kind: &str, way: &[&str]) {
    std::thread::spawn(|| {
        // Whatever ends this, nobody is there any more.
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        process::exit(0);
    });
    let (url, client) = match way {
        ["plain", url] => (Some(*url), None),
        ["tls", address, authority] => {
            let address = address.parse().expect("an address");
            (None, Some(client(address, authority)))
        }
        _ => panic!("no way to Discord: {way:?}"),
    };
    match kind {
        "echo" => echo(url, client),
        "frontrow" => frontrow(client.expect("the program takes a URL")),
        _ => panic!("no such bot: {kind}"),
    }
}

fn frontrow(client: reqwest::Client) {
    // The log is that of the real bot, but for where it goes.
    let filter = EnvFilter::new("info,serenity=warn");
    let log = tracing_subscriber::fmt().with_env_filter(filter);
    log.with_writer(std::io::stderr).init();
    let setup = inside::setup("faq", client, CancellationToken::new());
    let reason = frontrow::discord::run(setup);
    panic!("it ended: {reason:?}");
}

/// The least that a bot can do: it sends back the id of every message.
struct Echo;

#[async_trait]
impl EventHandler for Echo {
    async fn message(&self, ctx: Context, message: Message) {
        if message.author.bot {
            return;
        }
        let reply = CreateMessage::new()
            .content(message.id.to_string())
            .allowed_mentions(CreateAllowedMentions::new());
        // The one who measures sees that it is missing.
        let _ = message.channel_id.send_message(&ctx.http, reply).await;
    }
}

fn echo(url: Option<&str>, client: Option<reqwest::Client>) {
    let http = HttpBuilder::new(TOKEN);
    let http = match client {
        Some(client) => http.client(client),
        None => http
            .proxy(url.expect("one of both"))
            .ratelimiter_disabled(true),
    };
    let intents = GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES;
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let ended = runtime.block_on(async {
        let client = ClientBuilder::new_with_http(http.build(), intents).event_handler(Echo);
        client.await.expect("a client").start().await
    });
    panic!("it ended: {ended:?}");
}
