//! Apps › "Answer from the guide" on a message answers what the message asks; Discord shows who wanted it.

use std::time::Instant;

use serenity::all::Message;

use super::{Command, Error, asker, show};

/// Answers a message.
#[poise::command(
    context_menu_command = "Answer from the guide",
    name_localized("en-US", "Answer from the guide"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn answer_from_the_guide(
    command: Command<'_>,
    message: Message,
) -> Result<(), Error> {
    let doors = command.framework.user_data;
    let spot = doors.spot(command.interaction);
    let asker = asker(command, &spot, None);
    let opened = doors.app.ask_of(&asker, &message.content, Instant::now());
    show(command, &opened, false).await;
    Ok(())
}
