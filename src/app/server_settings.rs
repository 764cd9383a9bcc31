//! The settings of a server: shown as a panel, and saved choice by choice.
//!
//! A choice is confirmed once the store has it. Where the store is away, what was known last holds, and whoever made the
//! choice is told that it may be lost.

use std::time::Duration;

use tokio::time::timeout;
use tracing::warn;

use super::App;
use crate::chat::settings::{
    self, SettingsAction, SettingsChange, SettingsChoice, SettingsOutcome, SettingsView,
    TRIALS_PER_PAGE, settings_page, unfit_channel,
};
use crate::chat::{ChannelId, Panel};
use crate::guide::{RoleId, ServerId};
use crate::reply::texts::settings as texts;
use crate::store::records::{Scope, ServerSettings, SettingsRecord, TrialPage, TrialQuery};
use crate::store::{Purge, StoreError, Write, Written};

/// The time that saving may take, others who save at the same time included: Discord gives a press three seconds in all.
const TIME_TO_SAVE: Duration = Duration::from_millis(1_600);
/// The time that looking up what a trial has come to may take.
const TIME_TO_LOOK: Duration = Duration::from_millis(400);

impl App {
    /// Carries out what somebody chose in the settings of a server whose moderator they are, and returns what they see
    /// next.
    pub async fn choose_settings(&self, server: ServerId, choice: &SettingsChoice<'_>) -> Panel {
        let outcome = match (choice.action.saves(), unfit_channel(choice)) {
            (true, _) => self.save_choice(server, choice).await,
            (false, Some(why)) => SettingsOutcome::Refused(why),
            (false, None) => SettingsOutcome::Shown,
        };
        let trials = match outcome {
            // The store does not answer, and there is no time to ask it again.
            SettingsOutcome::Unconfirmed => None,
            _ => self.trials(server, choice).await,
        };
        let (library, settings) = (self.library(), self.store.settings(server));
        let view = SettingsView {
            library: &library,
            server,
            settings: &settings,
            spoilers: self.spoilers,
            film: self.film.as_deref(),
            retention_days: self.retention_days,
        };
        settings_page(&view, choice, outcome, trials.as_ref())
    }

    /// Forgets everything about a server that the bot has left.
    pub fn forget_server(&self, server: ServerId) {
        self.store.purge(Purge::Server(server));
    }

    /// Forgets what was set for a channel that is gone.
    pub async fn forget_channel(&self, server: ServerId, channel: ChannelId) {
        let settings = self.store.settings(server);
        let is_digest = settings.digest_channel == Some(channel);
        if !is_digest && !settings.channels.contains_key(&channel) {
            return;
        }
        self.store.record(Write::DeleteTrials { server, channel });
        let change = |settings: &mut ServerSettings| {
            settings.channels.remove(&channel);
            settings.digest_channel = settings.digest_channel.filter(|digest| *digest != channel);
        };
        self.change_settings(server, change).await;
    }

    /// Forgets a role that is gone.
    pub async fn forget_role(&self, server: ServerId, role: RoleId) {
        if self.store.settings(server).moderator_role == Some(role) {
            let change = |settings: &mut ServerSettings| settings.moderator_role = None;
            self.change_settings(server, change).await;
        }
    }

    /// Changes the settings of a server because of something that is gone. Nobody waits for it: where it cannot be saved,
    /// what is gone is of no effect all the same.
    async fn change_settings(&self, server: ServerId, change: impl FnOnce(&mut ServerSettings)) {
        let changing = async {
            let _turn = self.saving.lock().await;
            let mut settings = self.fresh_settings(server).await?;
            change(&mut settings);
            let record = SettingsRecord { server, settings };
            self.store.write(Write::SaveSettings(record)).await
        };
        if let Err(error) = changing.await {
            warn!("the settings of something that is gone were not removed: {error}");
        }
    }

    async fn save_choice(&self, server: ServerId, choice: &SettingsChoice<'_>) -> SettingsOutcome {
        // What is refused anyway is refused without the store.
        if let Err(why) = self.changed(server, &self.store.settings(server), choice) {
            return SettingsOutcome::Refused(why);
        }
        let saving = async {
            // One after the other: each choice begins with what the one before it saved.
            let _turn = self.saving.lock().await;
            let settings = self.fresh_settings(server).await?;
            match self.changed(server, &settings, choice) {
                Ok(change) => self.save(server, change).await,
                Err(why) => Ok(SettingsOutcome::Refused(why)),
            }
        };
        let outcome = match timeout(TIME_TO_SAVE, saving).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) | Err(_) => SettingsOutcome::Unconfirmed,
        };
        let stops_keeping = choice.action == SettingsAction::SetKeeping(false);
        if stops_keeping && outcome == SettingsOutcome::Saved {
            self.store.purge(Purge::QuestionsOf(server));
        }
        outcome
    }

    fn changed(
        &self,
        server: ServerId,
        settings: &ServerSettings,
        choice: &SettingsChoice<'_>,
    ) -> Result<SettingsChange, &'static str> {
        let library = self.library();
        let view = SettingsView {
            library: &library,
            server,
            settings,
            spoilers: self.spoilers,
            film: self.film.as_deref(),
            retention_days: self.retention_days,
        };
        settings::change(&view, choice)
    }

    /// Returns the settings as the store has them: another process may have changed them a moment ago.
    async fn fresh_settings(&self, server: ServerId) -> Result<ServerSettings, StoreError> {
        let scope = Scope::Of(Some(server));
        let found = self
            .store
            .ask(move |store| async move { store.settings(scope).await });
        let record = found.await?.into_iter().find(|one| one.server == server);
        Ok(record.map(|record| record.settings).unwrap_or_default())
    }

    async fn save(
        &self,
        server: ServerId,
        change: SettingsChange,
    ) -> Result<SettingsOutcome, StoreError> {
        let write = match change {
            SettingsChange::Server(settings) => Write::SaveSettings(SettingsRecord {
                server,
                settings: *settings,
            }),
            SettingsChange::Channel(channel, settings) => Write::SaveChannel {
                server,
                channel,
                settings,
            },
            SettingsChange::Judgement(id, verdict) => Write::JudgeTrial {
                server,
                id,
                verdict,
            },
        };
        Ok(match self.store.write(write).await? {
            Written::Missing => SettingsOutcome::Refused(texts::NO_SUCH_CHOICE),
            _ => SettingsOutcome::Saved,
        })
    }

    /// Returns what a trial has come to, where the page that follows shows it; `None` where the store does not say.
    async fn trials(&self, server: ServerId, choice: &SettingsChoice<'_>) -> Option<TrialPage> {
        let channel = choice.channel?.id;
        let (page, per_page) = match choice.action {
            SettingsAction::Trials { page, .. } | SettingsAction::Judge { page, .. } => {
                (page, TRIALS_PER_PAGE)
            }
            _ => (0, 1),
        };
        let query = TrialQuery {
            server,
            channel: Some(channel),
            unjudged_only: false,
            page,
            per_page,
        };
        let looked = timeout(TIME_TO_LOOK, self.store.trial_answers(query)).await;
        looked.ok()?.ok()
    }
}
