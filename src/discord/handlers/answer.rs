//! Answering questions in channels within limits: nobody is answered twice, too fast, or with the same entry again.

use std::time::Instant;

use super::bot::{Bot, locked};
use super::detect_question::DetectedQuestion;
use super::incoming::IncomingMessage;
use super::limits::RateDecision;
use crate::answer::Decision;
use crate::app::{Question, Refusal};
use crate::chat::{self, ChannelInfo, Message};
use crate::metrics::Surface;
use crate::reply::{Reply, ReplyContent, texts};

/// Returns what to send to a message that is a question; `None` for silence.
pub(super) fn answer(
    bot: &Bot,
    message: &IncomingMessage<'_>,
    question: &DetectedQuestion,
    channel: &ChannelInfo,
    now: Instant,
) -> Option<Message> {
    let earlier = locked(&bot.limits).earlier_reply(message.id);
    let has_answer = earlier.is_some_and(|decision| decision != Decision::Unknown);
    if has_answer || (earlier.is_some() && message.edited_after.is_none()) {
        return None;
    }
    let asked = ask(bot, question, channel);
    let decision = asked.as_ref().map_or(Decision::Unknown, Reply::decision);
    // The line that there is no answer is said once to a message, however often it is edited.
    let is_said = earlier.is_some() && decision == Decision::Unknown;
    if !question.trigger.speaks(decision) || is_said {
        return None;
    }
    if question.trigger.is_prompted() {
        let rate = locked(&bot.limits).note_question(message.author, now);
        match rate {
            RateDecision::Allowed => {}
            RateDecision::FirstRefusal => return Some(Message::line(texts::TOO_FAST)),
            RateDecision::Refused => return None,
        }
    } else if let Ok(reply) = &asked
        && let ReplyContent::Entry { entry, .. } = &reply.content
        && !locked(&bot.limits).allow_entry(message.channel, &entry.film, &entry.entry, now)
    {
        return None;
    }
    locked(&bot.limits).note_reply(message.id, decision);
    Some(match asked {
        Ok(reply) => chat::answer(&reply, &bot.app.settings(), message.author),
        Err(why) => Message::line(why.line()),
    })
}

fn ask(bot: &Bot, question: &DetectedQuestion, channel: &ChannelInfo) -> Result<Reply, Refusal> {
    bot.app.ask(&Question {
        text: &question.text,
        surface: Surface::Discord,
        film: None,
        channel,
        is_addressed: question.trigger.is_addressed(),
        settings: bot.app.settings(),
    })
}
