//! Trials: what the bot would have answered in a channel that tries it out, noted instead of posted.

use super::App;
use crate::chat::ChannelInfo;
use crate::reply::{Reply, ReplyContent};
use crate::store::Write;
use crate::store::records::{Day, FilmEntry, MAX_QUESTION_TEXT, NewTrialAnswer};
use crate::text::redact::redact;

impl App {
    /// Notes an answer that would have been given unasked, where the channel tries the bot out.
    pub fn note_trial(&self, question: &str, reply: &Reply, channel: &ChannelInfo) {
        let (Some(server), Some(of_trial)) = (channel.server, channel.trial) else {
            return;
        };
        if let ReplyContent::Entry { entry, .. } = &reply.content {
            self.store.record(Write::RecordTrial(NewTrialAnswer {
                server,
                channel: of_trial,
                text: redact(question, MAX_QUESTION_TEXT),
                entry: FilmEntry {
                    film: entry.film.clone(),
                    entry: entry.entry.clone(),
                },
                confidence: reply.confidence,
                day: Day::today(),
            }));
        }
    }
}
