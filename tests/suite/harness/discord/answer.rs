//! Discord's answers to each request.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::Body;
use axum::http::Response;
use serde_json::{Value, json};

use super::places::{APPLICATION, BOT, GUILD};
use super::world::{Call, World};
use super::{commands, messages, payload, responses, routes};

/// The time that a rate limit holds.
const LIMITED: Duration = Duration::from_secs(1);

/// A status, headers and a body.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    /// JSON, except that a text is sent as it is.
    pub(crate) body: Value,
}

impl Answer {
    /// Returns what was asked for.
    pub(crate) fn ok(body: Value) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            body,
        }
    }

    /// It is done, and there is nothing to say.
    pub(crate) fn done() -> Self {
        Self {
            status: 204,
            ..Self::ok(Value::Null)
        }
    }

    /// An error as Discord words it.
    pub(crate) fn error(status: u16, code: u64, message: &str) -> Self {
        Self {
            status,
            ..Self::ok(json!({ "code": code, "message": message }))
        }
    }

    /// Adds how many requests the route allows, which no bot comes near to.
    pub(crate) fn with_rate_limit(mut self) -> Self {
        let reset = SystemTime::now() + LIMITED;
        let reset = reset.duration_since(UNIX_EPOCH).unwrap_or_default();
        self.headers.extend([
            (
                "x-ratelimit-bucket",
                "80c17d2f203122d936070c88c8d10f33".to_owned(),
            ),
            ("x-ratelimit-limit", "1000".to_owned()),
            ("x-ratelimit-remaining", "999".to_owned()),
            ("x-ratelimit-reset", format!("{:.3}", reset.as_secs_f64())),
            ("x-ratelimit-reset-after", LIMITED.as_secs_f64().to_string()),
        ]);
        self
    }

    /// Returns what the client gets.
    pub(crate) fn into_response(self) -> Response<Body> {
        let body = match self.body {
            Value::Null => String::new(),
            Value::String(text) => text,
            json => json.to_string(),
        };
        let mut response = Response::builder()
            .status(self.status)
            .header("content-type", "application/json");
        for (name, value) in self.headers {
            response = response.header(name, value);
        }
        response.body(Body::from(body)).expect("sound headers")
    }
}

/// Does what a request asks for.
pub(crate) fn answer(world: &mut World, call: &Call) -> Answer {
    match call.route {
        routes::GATEWAY => Answer::ok(json!({ "url": world.gateway.url })),
        routes::GATEWAY_BOT => Answer::ok(json!({
            "url": world.gateway.url,
            "shards": 1,
            "session_start_limit": {
                "total": 1000,
                "remaining": world.gateway.remaining,
                "reset_after": 3_600_000,
                "max_concurrency": 1,
            },
        })),
        routes::ME => Answer::ok(payload::user(BOT)),
        routes::APPLICATION | routes::OAUTH_APPLICATION => Answer::ok(application(world)),
        routes::COMMANDS => commands::list(world, None, call),
        routes::SET_COMMANDS => commands::set(world, None, &call.body),
        routes::GUILD_COMMANDS => commands::list(world, Some(GUILD), call),
        routes::SET_GUILD_COMMANDS => commands::set(world, Some(GUILD), &call.body),
        routes::CHANNEL => channel(world, call),
        routes::RESPOND => responses::respond(world, call),
        routes::FOLLOW_UP => responses::follow_up(world, call),
        routes::ORIGINAL | routes::EDIT_ORIGINAL | routes::DELETE_ORIGINAL => {
            responses::original(world, call)
        }
        _ => messages::answer(world, call),
    }
}

fn application(world: &World) -> Value {
    // The flag for less than 10,000 users, where anybody may turn the intent on.
    let content = if world.gateway.may_read { 1 << 19 } else { 0 };
    json!({
        "id": APPLICATION.to_string(),
        "name": BOT.name,
        "description": "",
        "bot_public": true,
        "bot_require_code_grant": false,
        "verify_key": "00",
        "flags": content,
        "bot": payload::user(BOT),
    })
}

fn channel(world: &World, call: &Call) -> Answer {
    let found = call.parts[0].parse().ok().and_then(|id| world.channel(id));
    match found {
        Some(channel) => Answer::ok(payload::channel(channel)),
        None => Answer::error(404, 10003, "Unknown Channel"),
    }
}
