//! Apps › "Answer from the guide" on a message answers what the message asks; Discord shows who wanted it.

use serenity::all::Message;

use super::context::{CommandContext, Error, ask, show};
use crate::chat::{CommandReply, Message as Reply};
use crate::discord::handlers::incoming;
use crate::reply::texts;
use crate::text::has_words;

/// Answers a message.
#[poise::command(
    context_menu_command = "Answer from the guide",
    name_localized("en-US", "Answer from the guide"),
    install_context = "Guild",
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn answer_from_the_guide(
    command: CommandContext<'_>,
    message: Message,
) -> Result<(), Error> {
    let words = incoming::words(&message);
    if !has_words(&words) {
        let nothing = Reply::line(texts::NOTHING_TO_ANSWER);
        show(command, &CommandReply::private(nothing), false).await;
        return Ok(());
    }
    ask(command, &words, None, false).await;
    Ok(())
}
