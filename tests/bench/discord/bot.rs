//! What this program is when it is one of the bots: the bare echo, or frontrow through its library.
//!
//! Its arguments say how Discord is found: `plain URL`, or `tls ADDRESS AUTHORITY` for discord.com at that address with a
//! certificate of that authority.

use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::process;
use std::sync::Arc;
use std::time::Duration;

use frontrow::app::App;
use frontrow::config::Config;
use frontrow::content::{LoadOptions, Reloader, load};
use frontrow::discord::{self, ExitReason};
use frontrow::health::Health;
use serenity::all::{
    ClientBuilder, Context, CreateMessage, EventHandler, GatewayIntents, HttpBuilder, Message,
};
use serenity::async_trait;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

use super::tls::NAME;

/// A token of the right shape.
pub(super) const TOKEN: &str = "a.bench.token";
/// Longest time for a request, as in the real bot.
const TIME_TO_REPLY: Duration = Duration::from_secs(10);

/// Runs a bot until the process that measures it is gone.
pub(crate) fn run(kind: &str, way: &[&str]) {
    std::thread::spawn(|| {
        // Whatever ends this, nobody is there any more.
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        process::exit(0);
    });
    let (url, client) = match way {
        ["plain", url] => (Some(*url), None),
        ["tls", address, authority] => (None, Some(client(address, authority))),
        _ => panic!("no way to Discord: {way:?}"),
    };
    match kind {
        "echo" => echo(url, client),
        "frontrow" => frontrow(url, client),
        _ => panic!("no such bot: {kind}"),
    }
}

/// Returns a client that finds discord.com at `address`.
fn client(address: &str, authority: &str) -> reqwest::Client {
    let authority = reqwest::Certificate::from_pem(authority.as_bytes());
    reqwest::Client::builder()
        .use_rustls_tls()
        .tls_built_in_root_certs(false)
        .add_root_certificate(authority.expect("a certificate"))
        .resolve(NAME, address.parse().expect("an address"))
        .timeout(TIME_TO_REPLY)
        .build()
        .expect("a client")
}

fn frontrow(url: Option<&str>, client: Option<reqwest::Client>) {
    // The log is that of the real bot, but for where it goes.
    let filter = EnvFilter::new("info,serenity=warn");
    let log = tracing_subscriber::fmt().with_env_filter(filter);
    log.with_writer(std::io::stderr).init();
    let config = Config::from_variables(|name| match name {
        "DISCORD_TOKEN" => Some(TOKEN.into()),
        "DISCORD_API_URL" => url.map(OsString::from),
        _ => None,
    });
    let config = config.expect("settings that make sense");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("faq");
    let loaded = load(&folder, &LoadOptions::default());
    let sound = loaded.lenient().expect("the guide is sound");
    let live = Reloader::new(&folder, sound, Arc::default());
    let ended = discord::run(discord::Setup {
        app: Arc::new(App::new(&config, Arc::new(live), Health::with_gateway())),
        token: config.discord.token.clone().expect("a token"),
        discord: config.discord,
        rest: client,
        stop: CancellationToken::new(),
        leave,
    });
    panic!("it ended: {ended:?}");
}

fn leave(ended: &ExitReason) -> ! {
    panic!("it ended: {}", ended.message());
}

/// The least that a bot can do: it sends back the id of every message.
struct Echo;

#[async_trait]
impl EventHandler for Echo {
    async fn message(&self, ctx: Context, message: Message) {
        let reply = CreateMessage::new().content(message.id.to_string());
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
