//! The websocket that a bot is connected to.

use std::sync::Arc;

use axum::extract::ws::{Message, WebSocket};
use serde_json::{Value, json};

use super::events;
use super::fake::{Sent, Shared, locked};

/// How often a bot shows that it lives, in milliseconds, as at Discord.
const HEARTBEAT: u64 = 41_250;

/// Serves the one connection that a bot makes, until it ends.
pub(super) async fn serve(mut socket: WebSocket, shared: Arc<Shared>) {
    let hello = json!({ "op": 10, "d": { "heartbeat_interval": HEARTBEAT }, "s": null, "t": null });
    tell(&mut socket, hello.to_string()).await;
    // The look around of a bot connects too, and says nothing.
    let Some(mut sent) = identified(&mut socket, &shared).await else {
        return;
    };
    let mut n = 0;
    for (kind, data) in events::greetings(&shared.gateway) {
        n += 1;
        tell(&mut socket, dispatch(kind, n, &data.to_string())).await;
    }
    shared.is_connected.notify_one();
    loop {
        tokio::select! {
            sent = sent.recv() => {
                let Some(Sent { event, asker }) = sent else { return };
                n += 1;
                let payload = dispatch(event.kind, n, &event.data);
                shared.goes_out(event.key, asker);
                tell(&mut socket, payload).await;
            }
            payload = hear(&mut socket) => {
                let Some(payload) = payload else { return };
                if payload["op"] == 1 {
                    tell(&mut socket, r#"{"op":11,"d":null,"s":null,"t":null}"#.to_owned()).await;
                }
            }
        }
    }
}

type Events = tokio::sync::mpsc::UnboundedReceiver<Sent>;

async fn identified(socket: &mut WebSocket, shared: &Shared) -> Option<Events> {
    while let Some(payload) = hear(socket).await {
        if payload["op"] == 2 {
            return locked(&shared.events).take();
        }
    }
    None
}

fn dispatch(kind: &str, n: u64, data: &str) -> String {
    format!(r#"{{"op":0,"t":"{kind}","s":{n},"d":{data}}}"#)
}

async fn tell(socket: &mut WebSocket, payload: String) {
    // Whether it arrives is seen by reading on.
    let _ = socket.send(Message::text(payload)).await;
}

/// Returns what the bot says next; `None` once it is gone.
async fn hear(socket: &mut WebSocket) -> Option<Value> {
    match socket.recv().await {
        Some(Ok(Message::Text(text))) => Some(serde_json::from_str(&text).unwrap_or_default()),
        Some(Ok(Message::Close(_)) | Err(_)) | None => None,
        Some(Ok(_)) => Some(Value::Null),
    }
}
