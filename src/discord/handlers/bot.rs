//! The state that the handlers of one bot share.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serenity::all::UserId;
use tokio::sync::{Notify, SetOnce, watch};
use tokio::time::timeout;

use super::channel_directory::ChannelDirectory;
use super::concurrency_limit::ConcurrencyLimit;
use super::limits::Limits;
use super::listen_config::ListenConfig;
use super::own_roles::BotRoles;
use super::replies::Replies;
use super::send_failures::SendFailures;
use crate::app::App;
use crate::chat::ChannelId;
use crate::config;

/// The time that a message waits for what Discord says about its server: that is under way, and takes some milliseconds.
const TIME_TO_INTRODUCE: Duration = Duration::from_millis(250);

/// The time that an edit waits for the reply to the earlier text: longer than a reply that Discord puts off is tried.
const TIME_TO_REPLY: Duration = Duration::from_secs(15);

/// Holds what the handlers of one bot share.
pub(crate) struct Bot {
    /// The front desk, which answers.
    pub(crate) app: Arc<App>,
    /// Servers whose moderators may reload the guides; empty for all.
    pub(crate) reload_guilds: Vec<u64>,
    /// The channels where the bot answers without being called.
    pub(super) listen: ListenConfig,
    /// True if Discord lets the bot read messages that do not mention it.
    pub(super) reads_messages: bool,
    /// The bound on running handlers.
    pub(crate) concurrency: ConcurrencyLimit,
    /// The channels that Discord told of.
    pub(crate) channels: Mutex<ChannelDirectory>,
    /// The roles that Discord made for bots.
    pub(crate) bot_roles: Mutex<BotRoles>,
    /// The replies to the latest messages.
    pub(super) replies: Mutex<Replies>,
    /// Tells that a reply is no more under way.
    settled: Notify,
    /// The channels where the bot was refused lately.
    pub(super) send_failures: Mutex<SendFailures>,
    /// The questions and answers of late, which bound how often the bot speaks.
    pub(crate) limits: Mutex<Limits>,
    /// The bot itself, known from the first READY on.
    me: SetOnce<UserId>,
    /// The servers that Discord has told of, or was waited for in vain.
    servers: watch::Sender<HashSet<u64>>,
}

impl Bot {
    /// Returns a bot to which nothing has happened yet.
    pub(crate) fn new(app: Arc<App>, config: &config::Discord) -> Self {
        let channels = |ids: &[u64]| ids.iter().copied().map(ChannelId).collect();
        Self {
            app,
            reload_guilds: config.reload_guilds.clone(),
            listen: ListenConfig {
                ask_channels: channels(&config.ask_channels),
                forums: channels(&config.forums),
            },
            reads_messages: config.message_content,
            concurrency: ConcurrencyLimit::new(),
            channels: Mutex::default(),
            bot_roles: Mutex::default(),
            replies: Mutex::default(),
            settled: Notify::new(),
            send_failures: Mutex::default(),
            limits: Mutex::default(),
            me: SetOnce::new(),
            servers: watch::Sender::default(),
        }
    }

    /// Takes note of who the bot is.
    pub(crate) fn set_me(&self, me: UserId) {
        // It stays the same whenever the bot connects anew.
        let _ = self.me.set(me);
    }

    /// Returns the bot itself. serenity hands over events in any order, so that a READY may come after what followed it.
    pub(crate) async fn me(&self) -> UserId {
        *self.me.wait().await
    }

    /// Takes note that Discord has told of a server.
    pub(crate) fn note_server(&self, server: u64) {
        self.servers.send_modify(|all| _ = all.insert(server));
    }

    /// Waits while the reply to a message is under way, so that an edit changes it and is not lost.
    pub(super) async fn reply_settled(&self, message: u64) {
        let is_under_way = || {
            let given = locked(&self.replies).of(message);
            given.is_some_and(|given| given.is_under_way)
        };
        let settled = async {
            loop {
                // Asked for before the look, so that nothing between the two is missed.
                let settled = self.settled.notified();
                if !is_under_way() {
                    break;
                }
                settled.await;
            }
        };
        // After that long the reply is lost, and stays unchanged.
        let _ = timeout(TIME_TO_REPLY, settled).await;
    }

    /// Notes what the reply to a message was posted as, if it was; returns whether the message was deleted meanwhile.
    pub(super) fn settle_reply(&self, message: u64, posted: Option<u64>) -> bool {
        let is_orphan = locked(&self.replies).settle(message, posted);
        self.settled.notify_waiters();
        is_orphan
    }

    /// Waits until Discord has told of a server, which it does before anybody writes there; once, if it never does.
    pub(super) async fn server_known(&self, server: u64) {
        if self.servers.borrow().contains(&server) {
            return;
        }
        let mut servers = self.servers.subscribe();
        let told = servers.wait_for(|all| all.contains(&server));
        let is_late = timeout(TIME_TO_INTRODUCE, told).await.is_err();
        if is_late {
            self.note_server(server);
        }
    }
}

/// Locks what is whole after every step, so that a panic elsewhere is no reason to stop.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
