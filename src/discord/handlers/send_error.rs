//! The meaning of Discord's refusals: which are worth another try, and what to do differently then.

use serenity::Error;
use serenity::http::HttpError;

/// The reason why a message could not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SendError {
    /// The bot may not do this here: perhaps only not with an embed.
    Forbidden,
    /// The bot may not read what was written before, so it cannot reply to it.
    NoHistory,
    /// Discord is overloaded, down or slow: another try may do.
    Passing,
    /// Too many requests: another try may do after a while.
    TooMany,
    /// Another try would fail as well.
    Final {
        /// The HTTP status, 0 where there was none.
        status: u16,
        /// Discord's own code, 0 where there was none.
        code: isize,
    },
}

/// Discord's codes for what the bot may not do: no access, no permission.
const FORBIDDEN: [isize; 2] = [50_001, 50_013];
/// Discord's code for a reply where the history may not be read.
const NO_HISTORY: isize = 160_002;

/// Returns what an error means. Its own text may hold an interaction's token, so it is never shown.
pub(crate) fn classify(error: &Error) -> SendError {
    let Error::Http(error) = error else {
        return SendError::Final { status: 0, code: 0 };
    };
    let response = match error {
        HttpError::UnsuccessfulRequest(response) => response,
        HttpError::Request(_) => return SendError::Passing,
        _ => return SendError::Final { status: 0, code: 0 },
    };
    let (status, code) = (response.status_code.as_u16(), response.error.code);
    match (status, code) {
        (_, NO_HISTORY) => SendError::NoHistory,
        (403, code) if FORBIDDEN.contains(&code) => SendError::Forbidden,
        (429, _) => SendError::TooMany,
        (500..=599, _) => SendError::Passing,
        _ => SendError::Final { status, code },
    }
}
