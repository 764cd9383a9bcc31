//! The commands, one file each, and what becomes of their errors.

mod about;
mod answer_menu;
mod ask;
mod faq;
mod films;
mod reload;
mod section;

use std::time::Instant;

use poise::{BoxFuture, FrameworkError, FrameworkOptions};
use serenity::all::{
    AutocompleteChoice, CommandInteraction, Context, CreateAutocompleteResponse, ResolvedValue,
};
use tracing::{error, warn};

use super::limits::Pace;
use super::{Doors, locked, render, respond};
use crate::app::{Completion, OpenTarget};
use crate::chat::{ChannelInfo, CommandReply, MenuChoice, Message, UserId};
use crate::reply::texts;

/// What goes wrong with a command: nothing that its own code does not settle.
pub(super) type Error = serenity::Error;
/// A command in progress.
type Command<'a> = poise::ApplicationContext<'a, Doors, Error>;

/// Returns the commands and how they behave.
pub(super) fn options() -> FrameworkOptions<Doors, Error> {
    FrameworkOptions {
        commands: vec![
            ask::ask(),
            section::section(),
            faq::faq(),
            films::films(),
            about::about(),
            reload::reload(),
            answer_menu::answer_from_the_guide(),
        ],
        on_error: |error| on_error(error),
        allowed_mentions: Some(render::nobody()),
        // poise would log the messages that mention the bot.
        prefix_options: poise::PrefixFrameworkOptions {
            mention_as_prefix: false,
            ..Default::default()
        },
        initialize_owners: false,
        // Poise's own would remember everybody who ever used a command, for ever.
        manual_cooldowns: true,
        ..Default::default()
    }
}

/// Logs what went wrong, never what was typed, and says that something did.
fn on_error(error: FrameworkError<'_, Doors, Error>) -> BoxFuture<'_, ()> {
    Box::pin(async move {
        let (interaction, ctx) = match &error {
            FrameworkError::UnknownInteraction {
                framework,
                interaction,
                ..
            } => {
                warn!("a command that this version does not have");
                (*interaction, framework.serenity_context)
            }
            FrameworkError::CommandStructureMismatch { ctx, .. } => {
                warn!("a command that was registered otherwise");
                (ctx.interaction, ctx.framework.serenity_context)
            }
            _ => {
                let Some(poise::Context::Application(ctx)) = error.ctx() else {
                    return;
                };
                error!("the command {} failed", ctx.command().name);
                (ctx.interaction, ctx.framework.serenity_context)
            }
        };
        respond::whisper(ctx, interaction, &Message::line(texts::WENT_WRONG)).await;
    })
}

impl Doors {
    fn channel(&self, interaction: &CommandInteraction) -> ChannelInfo {
        let places = locked(&self.places);
        let (channel, id) = (interaction.channel.as_ref(), interaction.channel_id);
        self.app.with_film(places.spot_of(channel, id))
    }
}

/// Returns who uses a command.
fn user(command: Command<'_>) -> UserId {
    UserId(command.interaction.user.id.get())
}

/// Opens something and shows it.
async fn open(command: Command<'_>, target: OpenTarget<'_>, film: Option<&str>) {
    let bot = command.framework.user_data;
    let channel = bot.channel(command.interaction);
    let opened = bot.app.open(target, film, &channel, user(command));
    show(command, &opened, false).await;
}

/// Answers a question for everybody to see where there is an answer, unless the one who asks wants it alone.
async fn ask(command: Command<'_>, question: &str, film: Option<&str>, is_private: bool) {
    let bot = command.framework.user_data;
    let (asker, channel) = (user(command), bot.channel(command.interaction));
    let reply = match locked(&bot.paces).pace(asker, Instant::now()) {
        Pace::Go => bot.app.ask_by_command(question, film, &channel, asker),
        Pace::SlowDown | Pace::Silence => CommandReply::private(Message::line(texts::TOO_FAST)),
    };
    show(command, &reply, is_private).await;
}

/// Offers names while one is being typed, of the film that was chosen before.
async fn complete(
    command: Command<'_>,
    what: Completion,
    typed: &str,
) -> CreateAutocompleteResponse {
    let bot = command.framework.user_data;
    let channel = bot.channel(command.interaction);
    offered(
        bot.app
            .complete(what, typed, option(command, "film"), &channel),
    )
}

/// Shows what was opened: to everybody where it is for everybody, and privacy was not asked for.
async fn show(command: Command<'_>, opened: &CommandReply, is_private: bool) {
    let ctx: &Context = command.framework.serenity_context;
    match opened.is_public && !is_private {
        true => respond::publicly(ctx, command.interaction, &opened.message).await,
        false => respond::whisper(ctx, command.interaction, &opened.message).await,
    }
}

/// Returns the text of another option while one is being typed.
fn option<'a>(command: Command<'a>, name: &str) -> Option<&'a str> {
    let option = command.args.iter().find(|option| option.name == name)?;
    match option.value {
        ResolvedValue::String(text) => Some(text),
        _ => None,
    }
}

fn offered(choices: Vec<MenuChoice>) -> CreateAutocompleteResponse {
    let choices = choices
        .into_iter()
        .map(|choice| AutocompleteChoice::new(choice.label, choice.value));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

/// Offers films while one is being typed.
async fn offer_films(command: Command<'_>, typed: &str) -> CreateAutocompleteResponse {
    offered(command.framework.user_data.app.complete_film(typed))
}
