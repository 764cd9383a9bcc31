//! Answering questions in channels within limits: nobody is answered twice, too fast, or with the same entry again.

use std::time::Instant;

use super::bot::{Bot, locked};
use super::detect_question::DetectedQuestion;
use super::incoming::IncomingMessage;
use super::limits::RateDecision;
use super::replies::GivenReply;
use super::trigger::Trigger;
use crate::answer::Decision;
use crate::app::{Question, Refusal};
use crate::chat::{ChannelInfo, Message};
use crate::metrics::Surface;
use crate::reply::{Reply, ReplyContent, texts};

/// The steps for a message that is a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Post this reply.
    Post(Message),
    /// Put this in the place of the reply that was posted.
    Change(u64, Message),
    /// Take the reply away that was posted.
    Remove,
    /// Leave all as it is.
    Nothing,
}

/// Returns what to do about a message that is a question: an edited one changes the answer that it got.
pub(super) fn answer(
    bot: &Bot,
    message: &IncomingMessage<'_>,
    question: &DetectedQuestion,
    channel: &ChannelInfo,
    now: Instant,
) -> Step {
    let earlier = locked(&bot.replies).of(message.id);
    if earlier.is_some_and(|earlier| !may_follow(message, earlier)) {
        return Step::Nothing;
    }
    let posted = earlier.and_then(|earlier| earlier.posted);
    let asked = ask(bot, question, channel);
    let decision = asked.as_ref().map_or(Decision::Unknown, Reply::decision);
    let confidence = asked.as_ref().map_or(0.0, |reply| reply.confidence);
    if !question.trigger.speaks(decision, confidence) {
        return posted.map_or(Step::Nothing, |_| Step::Remove);
    }
    if let Ok(reply) = &asked
        && !question.trigger.is_prompted()
        && channel.trial.is_some()
    {
        if within_limits(bot, message, question.trigger, &asked, now).is_ok() {
            bot.app.note_trial(&question.text, reply, channel);
        }
        return posted.map_or(Step::Nothing, |_| Step::Remove);
    }
    let reply = match &asked {
        Ok(reply) => bot.app.lay_out(reply, channel, message.author),
        Err(_) if message.is_withheld() => Message::line(texts::MENTION_ME),
        Err(why) => Message::line(why.line()),
    };
    let mut given = GivenReply::new(decision, &reply);
    // The same is not said twice, such as that there is no answer.
    if earlier.is_some_and(|earlier| earlier.content == given.content) {
        return Step::Nothing;
    }
    if let Err(refusal) = within_limits(bot, message, question.trigger, &asked, now) {
        return match refusal {
            RateDecision::FirstRefusal if earlier.is_none() => {
                Step::Post(Message::line(texts::TOO_FAST))
            }
            _ => Step::Nothing,
        };
    }
    given.posted = posted;
    locked(&bot.replies).note(message.id, given);
    match posted {
        Some(posted) => Step::Change(posted, reply),
        None => Step::Post(reply),
    }
}

/// Returns whether a message that got a reply may get another one: it was edited, and the reply is not under way.
fn may_follow(message: &IncomingMessage<'_>, earlier: GivenReply) -> bool {
    let is_known = earlier.posted.is_some() || earlier.decision == Decision::Unknown;
    let is_settled = is_known && !earlier.is_under_way;
    message.edited_after.is_some() && is_settled && !earlier.is_orphan
}

/// Notes a question.
///
/// # Errors
/// Returns that it was one too many, or that its answer was given here lately without being asked for.
fn within_limits(
    bot: &Bot,
    message: &IncomingMessage<'_>,
    trigger: Trigger,
    asked: &Result<Reply, Refusal>,
    now: Instant,
) -> Result<(), RateDecision> {
    if trigger.is_prompted() {
        return match locked(&bot.limits).note_question(message.author, now) {
            RateDecision::Allowed => Ok(()),
            refusal => Err(refusal),
        };
    }
    let Ok(Reply {
        content: ReplyContent::Entry { entry, .. },
        ..
    }) = asked
    else {
        return Ok(());
    };
    let (film, id) = (&entry.film, &entry.entry);
    match locked(&bot.limits).allow_entry(message.channel, film, id, now) {
        true => Ok(()),
        false => Err(RateDecision::Refused),
    }
}

fn ask(bot: &Bot, question: &DetectedQuestion, channel: &ChannelInfo) -> Result<Reply, Refusal> {
    bot.app.ask(&Question {
        text: &question.text,
        surface: Surface::Discord,
        film: None,
        channel,
        is_addressed: question.trigger.is_prompted(),
        settings: bot.app.settings_in(channel),
    })
}
