//! The websocket that the bot is connected to.

use std::sync::Arc;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::payload;
use super::places::{APPLICATION, BOT, GUILD};
use super::session::{Frame, GUILDS, MESSAGE_CONTENT, Session};
use super::shared::Shared;
use super::world::{TOKEN, World};

/// Serves one connection until it ends.
pub(crate) async fn serve(mut socket: WebSocket, shared: Arc<Shared>) {
    let (sender, mut frames) = unbounded_channel();
    let interval = shared.lock().gateway.heartbeat_interval;
    let hello = json!({ "op": 10, "d": { "heartbeat_interval": interval }, "s": null, "t": null });
    // Whether it arrives is seen by reading on.
    let _ = socket.send(Message::text(hello.to_string())).await;
    loop {
        tokio::select! {
            frame = frames.recv() => match frame {
                Some(Frame::Send(payload)) => {
                    let text = payload.to_string();
                    shared.lock().gateway.note_sent(&payload);
                    let _ = socket.send(Message::text(text)).await;
                }
                // Reading goes on until the bot has closed its side as well.
                Some(Frame::Close(code)) => {
                    let _ = socket.send(close(code)).await;
                }
                Some(Frame::Nothing) => {}
                Some(Frame::Drop) | None => break,
            },
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => {
                    let payload = serde_json::from_str(&text).unwrap_or_default();
                    shared.change(|world| hear(world, &payload, &sender));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            },
        }
    }
    shared.change(|world| forget(world, &sender));
}

fn close(code: Option<u16>) -> Message {
    Message::Close(code.map(|code| CloseFrame {
        code,
        reason: Utf8Bytes::from_static("as the test wants it"),
    }))
}

/// From now on events wait until the bot comes back.
fn forget(world: &mut World, sender: &UnboundedSender<Frame>) {
    if let Some(session) = &mut world.gateway.session {
        let is_this = |connection: &UnboundedSender<Frame>| connection.same_channel(sender);
        session.connection.take_if(|connection| is_this(connection));
    }
}

fn hear(world: &mut World, payload: &Value, sender: &UnboundedSender<Frame>) {
    match payload["op"].as_u64() {
        Some(1) => {
            world.gateway.n_heartbeats += 1;
            if world.gateway.acknowledges {
                let _ = sender.send(Frame::Send(
                    json!({ "op": 11, "d": null, "s": null, "t": null }),
                ));
            }
        }
        Some(2) => identify(world, &payload["d"], sender),
        // A change of presence has no answer.
        Some(3) => {}
        Some(6) => resume(world, &payload["d"], sender),
        _ => world
            .problems
            .push(format!("the bot sent to the gateway {payload}")),
    }
}

fn identify(world: &mut World, data: &Value, sender: &UnboundedSender<Frame>) {
    world.gateway.n_identified += 1;
    world.gateway.introduction = data.clone();
    let intents = data["intents"].as_u64().unwrap_or_default();
    let refused = if data["token"] != format!("Bot {TOKEN}") && data["token"] != TOKEN {
        Some(4004)
    } else if intents & MESSAGE_CONTENT != 0 && !world.gateway.may_read {
        Some(4014)
    } else {
        None
    };
    if let Some(code) = refused {
        let _ = sender.send(Frame::Close(Some(code)));
        return;
    }
    if let Some(frame) = world.gateway.on_identify.pop_front() {
        let _ = sender.send(frame);
        return;
    }
    let id = world.new_id().to_string();
    world.gateway.session = Some(Session::new(id.clone(), intents, sender.clone()));
    let ready = json!({
        "v": 10,
        "user": payload::user(BOT),
        "guilds": [{ "id": GUILD.to_string(), "unavailable": true }],
        "session_id": id,
        "resume_gateway_url": world.gateway.url,
        "application": { "id": APPLICATION.to_string(), "flags": 0 },
        "shard": [0, 1],
    });
    world.gateway.tell("READY", ready, &mut world.problems);
    if intents & GUILDS != 0 && world.gateway.introduces {
        let guild = payload::guild(world);
        world
            .gateway
            .tell("GUILD_CREATE", guild, &mut world.problems);
    }
}

fn resume(world: &mut World, data: &Value, sender: &UnboundedSender<Frame>) {
    world.gateway.n_resumed += 1;
    if let Some(frame) = world.gateway.on_resume.pop_front() {
        let _ = sender.send(frame);
        return;
    }
    let known = world.gateway.session.as_mut();
    let Some(session) = known.filter(|session| data["session_id"] == session.id) else {
        let _ = sender.send(Frame::invalid_session(false));
        return;
    };
    session.connection = Some(sender.clone());
    let seen = data["seq"].as_u64().unwrap_or_default();
    session.replay(usize::try_from(seen).unwrap_or_default());
    world
        .gateway
        .tell("RESUMED", json!({}), &mut world.problems);
}
