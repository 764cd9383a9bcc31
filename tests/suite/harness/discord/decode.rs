//! Makes sure that serenity understands an event before it is sent: what it cannot decode it drops without a word.

use serde_json::Value;
use serenity::model::application::Interaction;
use serenity::model::channel::Message;
use serenity::model::event::{Event, GatewayEvent};
use serenity::model::gateway::Ready;
use serenity::model::guild::Guild;

/// Says why serenity would drop the event, if it would.
pub(crate) fn why_dropped(payload: &Value) -> Option<String> {
    let why = match serde_json::from_value::<GatewayEvent>(payload.clone()) {
        Ok(GatewayEvent::Dispatch(_, Event::Unknown(_))) => reason(payload),
        Ok(_) => return None,
        Err(error) => error.to_string(),
    };
    Some(format!("serenity would drop this event: {why}\n{payload}"))
}

/// Decodes what is in it once more, as the kind it claims to be, for the sake of the error.
fn reason(payload: &Value) -> String {
    let data = payload["d"].clone();
    let error = match payload["t"].as_str().unwrap_or_default() {
        "READY" => serde_json::from_value::<Ready>(data).err(),
        "GUILD_CREATE" => serde_json::from_value::<Guild>(data).err(),
        "MESSAGE_CREATE" => serde_json::from_value::<Message>(data).err(),
        "INTERACTION_CREATE" => serde_json::from_value::<Interaction>(data).err(),
        _ => None,
    };
    error.map_or_else(|| "it is unknown".to_owned(), |error| error.to_string())
}
