//! Registers the commands, where Discord does not have them as they are already.
//!
//! Discord takes 200 new commands a day, and people see them flicker when they are replaced for nothing.

use serde_json::{Map, Value};
use serenity::Result;
use serenity::all::{ApplicationId, GuildId, Http, LightMethod, Request, Route};
use tokio::sync::Mutex;
use tracing::{info, warn};

use super::command_diff::{as_described, differ, for_one_server};
use super::definitions;

/// Registers the commands, once.
#[derive(Debug)]
pub(crate) struct CommandRegistration {
    /// The one server that gets the commands; `None` for all.
    guild: Option<GuildId>,
    /// True once it has been done. Held while it is tried, so that two READYs do not try at once.
    is_done: Mutex<bool>,
}

impl CommandRegistration {
    /// Returns what registers to one server, or to all.
    pub(crate) fn new(guild: Option<u64>) -> Self {
        Self {
            guild: guild.map(GuildId::new),
            is_done: Mutex::new(false),
        }
    }

    /// Registers the commands, unless that has been done; what fails is tried again after the next READY.
    pub(crate) async fn register(&self, http: &Http, application: u64) {
        let mut is_done = self.is_done.lock().await;
        if *is_done {
            return;
        }
        match self
            .try_register(http, ApplicationId::new(application))
            .await
        {
            Ok(0) => info!("the commands are registered already"),
            Ok(n_commands) => info!(n_commands, "commands registered"),
            Err(error) => {
                warn!("commands not registered: {error}");
                return;
            }
        }
        *is_done = true;
    }

    /// Returns how many commands were sent, which is all of them or none.
    async fn try_register(&self, http: &Http, application_id: ApplicationId) -> Result<usize> {
        let wanted = serde_json::to_value(definitions::create_commands())?;
        let Value::Array(mut wanted) = wanted else {
            return Ok(0);
        };
        wanted.iter_mut().for_each(as_described);
        if self.guild.is_some() {
            wanted.iter_mut().for_each(for_one_server);
        }
        let get = Request::new(self.route(application_id), LightMethod::Get)
            .params(Some(vec![("with_localizations", "true".to_owned())]));
        let present: Vec<Value> = http.fire(get).await?;
        if !differ(&wanted, &present) {
            return Ok(0);
        }
        let body = serde_json::to_vec(&wanted)?;
        let put = Request::new(self.route(application_id), LightMethod::Put).body(Some(body));
        http.fire::<Vec<Map<String, Value>>>(put).await?;
        Ok(wanted.len())
    }

    fn route(&self, application_id: ApplicationId) -> Route<'static> {
        match self.guild {
            None => Route::Commands { application_id },
            Some(guild_id) => Route::GuildCommands {
                application_id,
                guild_id,
            },
        }
    }
}
