//! A small bot inside the test, with which the fake Discord is tried out.

use std::io::{Write, stderr};

use serenity::all::{
    ActionRowComponent, AutocompleteChoice, ButtonStyle, Client, ClientBuilder, Command,
    CommandInteraction, CommandOptionType, CommandType, ComponentInteraction, Context,
    CreateActionRow, CreateAllowedMentions, CreateAttachment, CreateAutocompleteResponse,
    CreateButton, CreateCommand, CreateCommandOption, CreateEmbed, CreateEmbedFooter,
    CreateInteractionResponse, CreateInteractionResponseFollowup, CreateInteractionResponseMessage,
    CreateMessage, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
    EditInteractionResponse, EventHandler, GatewayIntents, HttpBuilder, Interaction, Message,
    MessageReference, MessageUpdateEvent, Ready, async_trait,
};
use serenity::http::Http;
use tokio::signal::unix::{SignalKind, signal};

use super::discord::Discord;
use super::discord::places::{APPLICATION, BOT};
use super::discord::world::TOKEN;

struct Echo {
    /// True if it is a program of its own, with a log.
    has_log: bool,
}

#[async_trait]
impl EventHandler for Echo {
    async fn ready(&self, ctx: Context, _: Ready) {
        if self.has_log {
            // Nobody may be listening.
            let _ = writeln!(stderr(), "the small bot is ready");
        }
        let text = CommandOptionType::String;
        let say = CreateCommandOption::new(text, "text", "What to say.").required(true);
        let find = CreateCommandOption::new(text, "text", "What to find.").set_autocomplete(true);
        let commands = vec![
            CreateCommand::new("about").description("What this is."),
            CreateCommand::new("say")
                .description("Says it.")
                .add_option(say),
            CreateCommand::new("find")
                .description("Finds it.")
                .add_option(find),
            CreateCommand::new("Repeat").kind(CommandType::Message),
        ];
        // A test may want this to fail.
        let _ = Command::set_global_commands(&ctx.http, commands).await;
    }

    async fn message(&self, ctx: Context, message: Message) {
        let is_to_bot = message.mentions.iter().any(|user| user.id == BOT.id);
        let is_reply = message.referenced_message.is_some();
        let is_heard =
            is_to_bot || message.guild_id.is_none() || message.id.get() == message.channel_id.get();
        if message.author.bot || message.webhook_id.is_some() || !(is_heard || is_reply) {
            return;
        }
        echo(&ctx.http, &message, &message.content).await;
    }

    async fn message_update(
        &self,
        ctx: Context,
        _: Option<Message>,
        _: Option<Message>,
        event: MessageUpdateEvent,
    ) {
        if event.edited_timestamp.is_none() {
            return;
        }
        let asked = event.channel_id.message(&ctx.http, event.id).await;
        if let Some(message) = asked.ok().filter(|message| !message.author.bot) {
            echo(&ctx.http, &message, "edited").await;
        }
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        // What goes wrong is seen by the test, which waits in vain.
        let _ = match interaction {
            Interaction::Command(command) => obey(&ctx, &command).await,
            Interaction::Autocomplete(typed) => {
                let option = typed.data.autocomplete();
                let found = option.map(|option| format!("{}…", option.value));
                let choices = found.map(|found| AutocompleteChoice::new(found.clone(), found));
                let choices =
                    CreateAutocompleteResponse::new().set_choices(choices.into_iter().collect());
                let response = CreateInteractionResponse::Autocomplete(choices);
                typed.create_response(&ctx.http, response).await
            }
            Interaction::Component(pressed) => press(&ctx, &pressed).await,
            _ => Ok(()),
        };
    }
}

/// Replies with an embed that says it, or in plain words where embeds may not be sent.
async fn echo(http: &Http, message: &Message, text: &str) {
    let reference = MessageReference::from(message).fail_if_not_exists(false);
    let base = CreateMessage::new()
        .reference_message(reference)
        .allowed_mentions(CreateAllowedMentions::new());
    let rich = base.clone().embed(embed(text)).components(rows());
    if message.channel_id.send_message(http, rich).await.is_err() {
        // Nor is there a third way.
        let _ = message
            .channel_id
            .send_message(http, base.content(text))
            .await;
    }
}

fn embed(text: &str) -> CreateEmbed {
    CreateEmbed::new()
        .title("Echo")
        .url("https://example.org/echo")
        .description(text)
        .field("From", "the fake", true)
        .footer(CreateEmbedFooter::new("end of echo"))
}

fn rows() -> Vec<CreateActionRow> {
    let button = |id: &str| {
        CreateButton::new(id)
            .label(id)
            .style(ButtonStyle::Secondary)
    };
    let options = vec![
        CreateSelectMenuOption::new("Left", "left"),
        CreateSelectMenuOption::new("Right", "right"),
    ];
    let menu = CreateSelectMenuKind::String { options };
    vec![
        CreateActionRow::Buttons(vec![
            button("Update"),
            button("Private"),
            button("Later"),
            button("Remove"),
            CreateButton::new_link("https://example.org").label("Read"),
        ]),
        CreateActionRow::SelectMenu(CreateSelectMenu::new("menu", menu)),
    ]
}

fn says(text: &str) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .content(text)
        .allowed_mentions(CreateAllowedMentions::new())
}

async fn obey(ctx: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    let given = command.data.options.first();
    let given = given.and_then(|option| option.value.as_str());
    let target = command.data.resolved.messages.values().next();
    let text = given.or(target.map(|message| message.content.as_str()));
    let message = match text {
        Some("a file") => says("here").add_file(CreateAttachment::bytes("rows of it", "log.txt")),
        Some(text) => says(text),
        None => says("An echo.").ephemeral(true),
    };
    let response = CreateInteractionResponse::Message(message);
    command.create_response(&ctx.http, response).await
}

async fn press(ctx: &Context, pressed: &ComponentInteraction) -> serenity::Result<()> {
    let http = &ctx.http;
    match pressed.data.custom_id.as_str() {
        "Update" => {
            let update = says("updated").components(Vec::new());
            let response = CreateInteractionResponse::UpdateMessage(update);
            pressed.create_response(http, response).await
        }
        "Private" => {
            let n_rows = pressed.message.components.len();
            let has_button =
                pressed.message.components.iter().any(|row| {
                    matches!(row.components.first(), Some(ActionRowComponent::Button(_)))
                });
            let private = says(&format!("{n_rows} rows, {has_button}")).ephemeral(true);
            let response = CreateInteractionResponse::Message(private.components(rows()));
            pressed.create_response(http, response).await
        }
        "Later" => {
            pressed.defer_ephemeral(http).await?;
            let edit = EditInteractionResponse::new()
                .content("later")
                .allowed_mentions(CreateAllowedMentions::new());
            pressed.edit_response(http, edit).await?;
            let more = CreateInteractionResponseFollowup::new()
                .content("more")
                .allowed_mentions(CreateAllowedMentions::new());
            pressed.create_followup(http, more).await.map(drop)
        }
        "Remove" => {
            let response = CreateInteractionResponse::Acknowledge;
            pressed.create_response(http, response).await?;
            pressed.delete_response(http).await
        }
        _ => {
            let update = says("chosen");
            let response = CreateInteractionResponse::UpdateMessage(update);
            pressed.create_response(http, response).await
        }
    }
}

/// Returns the bot, not yet started.
pub(crate) async fn client(url: &str, intents: GatewayIntents) -> Client {
    make(url, intents, Echo { has_log: false }).await
}

async fn make(url: &str, intents: GatewayIntents, echo: Echo) -> Client {
    let client = ClientBuilder::new_with_http(http(url), intents);
    client.event_handler(echo).await.expect("a client")
}

/// Returns what speaks to the REST side of the fake alone.
pub(crate) fn http(url: &str) -> Http {
    HttpBuilder::new(TOKEN)
        .proxy(url)
        .ratelimiter_disabled(true)
        .application_id(APPLICATION.into())
        .build()
}

/// Starts the bot in a world.
pub(crate) fn begin(discord: &Discord, intents: GatewayIntents) {
    let url = discord.url();
    discord.runs(async move {
        // The end of the test ends it.
        let _ = client(&url, intents).await.start().await;
    });
}

/// Intents without the one to read all messages.
pub(crate) fn intents() -> GatewayIntents {
    GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES
}

/// A world in which the bot is connected.
#[track_caller]
pub(crate) fn started() -> Discord {
    let discord = Discord::without_bot();
    begin(&discord, intents());
    discord.is_ready(1);
    discord
}

/// The bot as a program of its own, which ends when it is asked to.
pub(crate) async fn run(url: &str) {
    let mut client = make(url, intents(), Echo { has_log: true }).await;
    let mut asked = signal(SignalKind::terminate()).expect("a signal");
    tokio::select! {
        ended = client.start() => panic!("it ended: {ended:?}"),
        _ = asked.recv() => {}
    }
}
