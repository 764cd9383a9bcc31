//! Hands each event to its handler: messages and buttons to `handlers`, commands to poise.

use std::sync::{Arc, OnceLock};

use serenity::all::{Context, Event, FullEvent, Interaction, ShardManager, Timestamp};

use super::commands::context::Error;
use super::commands::definitions;
use super::handlers::bot::{Bot, locked};
use super::handlers::{components, incoming, messages, respond};
use crate::app::App;
use crate::config;
use crate::guide::{ChannelId, RoleId, ServerId};

/// Holds the bot, and what poise wants to know besides.
pub(super) struct Dispatcher {
    bot: Bot,
    commands: poise::FrameworkOptions<Bot, Error>,
    /// The connection; known once it is made.
    shards: OnceLock<Arc<ShardManager>>,
}

impl Dispatcher {
    /// Returns what dispatches to the handlers of a new bot.
    pub(super) fn new(app: Arc<App>, config: &config::Discord) -> Self {
        Self {
            bot: Bot::new(app, config),
            commands: definitions::options(),
            shards: OnceLock::new(),
        }
    }

    /// Takes note of the connection.
    pub(super) fn connect(&self, shards: &Arc<ShardManager>) {
        // The connection is made once.
        let _ = self.shards.set(Arc::clone(shards));
    }

    /// Handles an event to its end.
    pub(super) async fn dispatch(&self, ctx: &Context, event: Event) {
        let bot = &self.bot;
        if !bot.concurrency.is_open() {
            return;
        }
        match event {
            Event::Ready(event) => bot.set_me(event.ready.user.id),
            Event::MessageCreate(event) => {
                messages::on_message(bot, ctx, incoming::new_message(&event.message)).await;
            }
            Event::MessageUpdate(event) => {
                if let Some(message) = incoming::edited_message(&event, Timestamp::now()) {
                    messages::on_message(bot, ctx, message).await;
                }
            }
            Event::MessageDelete(event) => {
                let (channel, message) = (event.channel_id, event.message_id);
                messages::on_deleted(bot, ctx, channel, message, Timestamp::now()).await;
            }
            Event::MessageDeleteBulk(event) => {
                for message in event.ids {
                    messages::on_deleted(bot, ctx, event.channel_id, message, Timestamp::now())
                        .await;
                }
            }
            Event::InteractionCreate(event) => self.interaction(ctx, event.interaction).await,
            other => {
                // Apart: it is larger than what follows every message.
                Box::pin(forget(&bot.app, &other)).await;
                locked(&bot.channels).note(&other);
                locked(&bot.bot_roles).note(&other);
                if let Event::GuildCreate(event) = &other {
                    bot.note_server(event.guild.id.get());
                }
            }
        }
    }

    /// Takes no new events from now on, and waits until all that was begun has ended.
    pub(super) async fn close(&self) {
        self.bot.concurrency.close();
        self.bot.concurrency.drained().await;
    }

    async fn interaction(&self, ctx: &Context, interaction: Interaction) {
        let concurrency = &self.bot.concurrency;
        match interaction {
            Interaction::Component(component) => match concurrency.try_enter() {
                Some(_running) => components::on_component(&self.bot, ctx, &component).await,
                None => respond::busy(ctx, &component).await,
            },
            Interaction::Command(command) => match concurrency.try_enter() {
                Some(_running) => self.command(ctx, Interaction::Command(command)).await,
                None => respond::busy(ctx, &command).await,
            },
            // What is offered while somebody types comes from memory and waits for nothing.
            typed @ Interaction::Autocomplete(_) => self.command(ctx, typed).await,
            _ => {}
        }
    }

    /// Hands a command, or what is typed of one, to poise.
    async fn command(&self, ctx: &Context, interaction: Interaction) {
        let Some(shard_manager) = self.shards.get() else {
            return;
        };
        let framework = poise::FrameworkContext {
            serenity_context: ctx,
            bot_id: self.bot.me().await,
            options: &self.commands,
            user_data: &self.bot,
            shard_manager,
        };
        let interaction = FullEvent::InteractionCreate { interaction };
        // Apart: it takes 24 kilobytes, and room for them would be made for every message too.
        Box::pin(poise::dispatch_event(framework, interaction)).await;
    }
}

/// Forgets what was kept about a server that the bot has left, or about a channel or a role that is gone.
async fn forget(app: &App, event: &Event) {
    match event {
        // One that is unavailable is only out of reach, and comes back.
        Event::GuildDelete(event) if !event.guild.unavailable => {
            app.forget_server(ServerId(event.guild.id.get()));
        }
        Event::ChannelDelete(event) => {
            let (server, channel) = (event.channel.guild_id, event.channel.id);
            app.forget_channel(ServerId(server.get()), ChannelId(channel.get()))
                .await;
        }
        Event::ThreadDelete(event) => {
            let (server, thread) = (event.thread.guild_id, event.thread.id);
            app.forget_channel(ServerId(server.get()), ChannelId(thread.get()))
                .await;
        }
        Event::GuildRoleDelete(event) => {
            let (server, role) = (event.guild_id, event.role_id);
            app.forget_role(ServerId(server.get()), RoleId(role.get()))
                .await;
        }
        _ => {}
    }
}
