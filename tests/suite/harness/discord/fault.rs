//! Answers that go wrong.

use std::time::Duration;

use serde_json::{Value, json};

use super::answer::Answer;

/// The way in which one request goes wrong.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// The time that it takes until there is an answer.
    pub(crate) delay: Duration,
    /// The answer instead of the right one.
    pub(crate) answer: Option<Answer>,
}

impl Fault {
    /// A status with a page that no program reads, as from a server in front of Discord's.
    pub(crate) fn status(status: u16) -> Self {
        Self::answered(Answer {
            status,
            headers: Vec::new(),
            body: Value::String("<html>upstream error</html>".to_owned()),
        })
    }

    /// An error of Discord itself, such as 403 with 50013.
    pub(crate) fn error(status: u16, code: u64, message: &str) -> Self {
        Self::answered(Answer::error(status, code, message))
    }

    /// The right answer, but late.
    pub(crate) fn slow(delay: Duration) -> Self {
        Self {
            delay,
            answer: None,
        }
    }

    /// Too many requests.
    pub(crate) fn rate_limited(seconds: f64) -> Self {
        let wait = seconds.to_string();
        Self::answered(Answer {
            status: 429,
            headers: vec![
                ("retry-after", wait.clone()),
                ("x-ratelimit-limit", "5".to_owned()),
                ("x-ratelimit-remaining", "0".to_owned()),
                ("x-ratelimit-reset-after", wait),
                ("x-ratelimit-bucket", "abcd1234".to_owned()),
                ("x-ratelimit-scope", "user".to_owned()),
            ],
            body: json!({ "message": "You are being rate limited.", "retry_after": seconds, "global": false }),
        })
    }

    /// Another answer than the right one.
    pub(crate) fn answered(answer: Answer) -> Self {
        Self {
            delay: Duration::ZERO,
            answer: Some(answer),
        }
    }
}
