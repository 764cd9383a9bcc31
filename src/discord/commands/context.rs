//! The common part of the commands: the user, the channel, and the front desk's reply as it is shown.

use std::time::Instant;

use serenity::all::{AutocompleteChoice, Context, CreateAutocompleteResponse, ResolvedValue};

use crate::app::{Completion, OpenTarget};
use crate::chat::{self, ChannelInfo, CommandReply, MenuChoice, Message, UserId};
use crate::discord::handlers::bot::{Bot, locked};
use crate::discord::handlers::limits::RateDecision;
use crate::discord::handlers::respond;
use crate::guide::ServerId;
use crate::reply::texts;

/// The error of a command; none, as its own code settles what goes wrong.
pub(crate) type Error = serenity::Error;
/// A command in progress.
pub(super) type CommandContext<'a> = poise::ApplicationContext<'a, Bot, Error>;

/// Opens something and shows it.
pub(super) async fn open(command: CommandContext<'_>, target: OpenTarget<'_>, film: Option<&str>) {
    let app = &command.framework.user_data.app;
    let opened = app.open(target, film, &channel(command), user(command));
    show(command, &opened, false).await;
}

/// Answers a question for everybody to see where there is an answer, unless the one who asks wants it alone.
pub(super) async fn ask(
    command: CommandContext<'_>,
    question: &str,
    film: Option<&str>,
    is_private: bool,
) {
    let bot = command.framework.user_data;
    let (asker, channel) = (user(command), channel(command));
    let decision = locked(&bot.limits).note_question(asker, Instant::now());
    let reply = match decision {
        RateDecision::Allowed => bot.app.ask_by_command(question, film, &channel, asker),
        RateDecision::FirstRefusal | RateDecision::Refused => {
            CommandReply::private(Message::line(texts::TOO_FAST))
        }
    };
    show(command, &reply, is_private).await;
}

/// Shows a reply: to everybody where it is for everybody, and privacy was not asked for.
pub(super) async fn show(command: CommandContext<'_>, reply: &CommandReply, is_private: bool) {
    let ctx: &Context = command.framework.serenity_context;
    match reply.is_public && !is_private {
        true => respond::publicly(ctx, command.interaction, &reply.message).await,
        false => respond::privately(ctx, command.interaction, &reply.message).await,
    }
}

/// Offers names while one is being typed, of the film that was chosen before.
pub(super) async fn complete(
    command: CommandContext<'_>,
    completion: Completion,
    typed: &str,
) -> CreateAutocompleteResponse {
    let app = &command.framework.user_data.app;
    let film = option(command, "film");
    choices(app.complete(completion, typed, film, &channel(command)))
}

/// Offers films while one is being typed.
pub(super) async fn complete_film(
    command: CommandContext<'_>,
    typed: &str,
) -> CreateAutocompleteResponse {
    let app = &command.framework.user_data.app;
    choices(app.complete_film(typed, &channel(command)))
}

fn user(command: CommandContext<'_>) -> UserId {
    UserId(command.interaction.user.id.get())
}

fn channel(command: CommandContext<'_>) -> ChannelInfo {
    let (bot, interaction) = (command.framework.user_data, command.interaction);
    let known =
        locked(&bot.channels).of_interaction(interaction.channel.as_ref(), interaction.channel_id);
    let (server, id) = (
        interaction.guild_id,
        chat::ChannelId(interaction.channel_id.get()),
    );
    let server = server.map(|server| ServerId(server.get()));
    bot.app.channel_in(server, id, known)
}

/// Returns the text of another option while one is being typed.
fn option<'a>(command: CommandContext<'a>, name: &str) -> Option<&'a str> {
    let option = command.args.iter().find(|option| option.name == name)?;
    match option.value {
        ResolvedValue::String(text) => Some(text),
        _ => None,
    }
}

fn choices(choices: Vec<MenuChoice>) -> CreateAutocompleteResponse {
    let choices = choices
        .into_iter()
        .map(|choice| AutocompleteChoice::new(choice.label, choice.value));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}
