//! The doors: messages, commands and buttons. They parse, call [`App`], send what it returns, and decide nothing.

mod answer;
mod channels;
mod commands;
mod detect_question;
mod failure;
mod gate;
mod limits;
mod messages;
mod parse;
mod places;
mod press;
mod render;
mod respond;
mod trigger;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use serenity::all::{Context, CreateCommand, Event, FullEvent, Interaction, ShardManager, UserId};
use tokio::sync::{SetOnce, watch};
use tokio::time::timeout;

use super::routes;
use crate::app::App;
use crate::{chat, config};
use channels::Refusals;
use commands::Error;
use detect_question::ListenConfig;
use gate::Gate;
use limits::{Cooldowns, Paces, Replied};
use places::Places;

/// How long a message waits for what Discord says about its server: that is under way, and takes some milliseconds.
const TIME_TO_INTRODUCE: Duration = Duration::from_millis(250);

/// The doors of one bot.
pub(super) struct Doors {
    app: Arc<App>,
    /// Servers whose moderators may reload the guides; empty for all.
    reload_guilds: Vec<u64>,
    /// The bot itself, known from the first READY on.
    me: SetOnce<UserId>,
    /// The servers that Discord has told of, or was waited for in vain.
    servers: watch::Sender<HashSet<u64>>,
    /// What poise wants to know of the connection; known once it is made.
    shards: OnceLock<Arc<ShardManager>>,
    commands: poise::FrameworkOptions<Self, Error>,
    gate: Gate,
    places: Mutex<Places>,
    refusals: Mutex<Refusals>,
    /// The channels where the bot answers without being called.
    listen: ListenConfig,
    /// The entries that were given unasked lately.
    cooldowns: Mutex<Cooldowns>,
    /// The recent questions of each person.
    paces: Mutex<Paces>,
    /// The decisions that the latest messages were answered with.
    replied: Mutex<Replied>,
}

impl Doors {
    /// Opens the doors.
    pub(super) fn new(app: Arc<App>, config: &config::Discord) -> Self {
        Self {
            app,
            reload_guilds: config.reload_guilds.clone(),
            me: SetOnce::new(),
            servers: watch::Sender::default(),
            shards: OnceLock::new(),
            commands: commands::options(),
            gate: Gate::open(),
            places: Mutex::default(),
            refusals: Mutex::default(),
            listen: ListenConfig {
                ask_channels: config
                    .ask_channels
                    .iter()
                    .copied()
                    .map(chat::ChannelId)
                    .collect(),
                forums: config.forums.iter().copied().map(chat::ChannelId).collect(),
            },
            cooldowns: Mutex::default(),
            paces: Mutex::default(),
            replied: Mutex::default(),
        }
    }

    /// Returns the commands to register.
    pub(super) fn commands() -> Vec<CreateCommand> {
        poise::builtins::create_application_commands(&commands::options().commands)
    }

    /// Takes note of the connection.
    pub(super) fn connect(&self, shards: &Arc<ShardManager>) {
        // The connection is made once.
        let _ = self.shards.set(Arc::clone(shards));
    }

    /// Handles an event to its end.
    pub(super) async fn handle(&self, ctx: Context, event: Event) {
        if !self.gate.is_open() {
            return;
        }
        match event {
            Event::Ready(event) => {
                // It stays the same whenever the bot connects anew.
                let _ = self.me.set(event.ready.user.id);
            }
            Event::MessageCreate(event) => {
                messages::on_message(self, &ctx, parse::message(&event.message)).await;
            }
            Event::MessageUpdate(event) => {
                if let Some(heard) = parse::update(&event) {
                    messages::on_message(self, &ctx, heard).await;
                }
            }
            Event::InteractionCreate(event) => self.interaction(&ctx, event.interaction).await,
            other => {
                locked(&self.places).note(&other);
                if let Event::GuildCreate(event) = &other {
                    self.knows(event.guild.id.get());
                }
            }
        }
    }

    /// Takes no new events from now on.
    pub(super) fn close(&self) {
        self.gate.close();
    }

    /// Waits until all that was begun has ended.
    pub(super) async fn drained(&self) {
        self.gate.drained().await;
    }

    async fn interaction(&self, ctx: &Context, interaction: Interaction) {
        let id = interaction.id();
        match interaction {
            Interaction::Component(pressed) => match self.gate.try_enter() {
                Some(_running) => press::press(self, ctx, &pressed).await,
                None => respond::busy(ctx, &pressed).await,
            },
            Interaction::Command(command) => match self.gate.try_enter() {
                Some(_running) => self.dispatch(ctx, Interaction::Command(command)).await,
                None => respond::busy(ctx, &command).await,
            },
            // What is offered while somebody types comes from memory and waits for nothing.
            typed @ Interaction::Autocomplete(_) => self.dispatch(ctx, typed).await,
            _ => {}
        }
        routes::forget(&ctx.http, id).await;
    }

    /// Hands a command, or what is typed of one, to poise.
    async fn dispatch(&self, ctx: &Context, interaction: Interaction) {
        let Some(shard_manager) = self.shards.get() else {
            return;
        };
        let framework = poise::FrameworkContext {
            serenity_context: ctx,
            bot_id: self.me().await,
            options: &self.commands,
            user_data: self,
            shard_manager,
        };
        let interaction = FullEvent::InteractionCreate { interaction };
        // Apart: it takes 24 kilobytes, and room for them would be made for every message too.
        Box::pin(poise::dispatch_event(framework, interaction)).await;
    }

    /// Returns the bot itself. serenity hands over events in any order, so that a READY may come after what followed it.
    async fn me(&self) -> UserId {
        *self.me.wait().await
    }

    /// Waits until Discord has told of a server, which it does before anybody writes there; once, if it never does.
    async fn introduced(&self, server: u64) {
        if self.servers.borrow().contains(&server) {
            return;
        }
        let mut servers = self.servers.subscribe();
        let told = servers.wait_for(|all| all.contains(&server));
        let is_late = timeout(TIME_TO_INTRODUCE, told).await.is_err();
        if is_late {
            self.knows(server);
        }
    }

    fn knows(&self, server: u64) {
        self.servers.send_modify(|all| _ = all.insert(server));
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What is behind it is whole after every step, so a panic elsewhere is no reason to stop.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
