//! Tells moderators from others: they can manage the server, or have the role that it set for that.
//!
//! It is asked at every command, button and choice anew: a command can be given to anybody in a server's own settings,
//! and a panel stays on the screen of somebody who is no moderator any more.

use serenity::all::{GuildId, Member, Permissions};

use crate::guide::{RoleId, ServerId};
use crate::reply::texts::settings as texts;
use crate::store::{StoreHandle, records::ServerSettings};

/// The reason why somebody may not do what moderators do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotModerator {
    /// It was asked for outside of servers.
    NoServer,
    /// They are no moderator.
    NotAllowed,
    /// The panel belongs to another server.
    OtherServer,
}

impl NotModerator {
    /// Returns what they are told.
    pub(crate) fn line(self) -> &'static str {
        match self {
            Self::NoServer => texts::ONLY_IN_SERVERS,
            Self::NotAllowed => texts::NOT_A_MODERATOR,
            Self::OtherServer => texts::NOT_FROM_HERE,
        }
    }
}

/// Returns the server whose moderator somebody is, right now.
///
/// # Errors
/// Returns why they are not.
pub(crate) fn moderated_server(
    store: &StoreHandle,
    guild: Option<GuildId>,
    member: Option<&Member>,
) -> Result<ServerId, NotModerator> {
    let (Some(guild), Some(member)) = (guild, member) else {
        return Err(NotModerator::NoServer);
    };
    let server = ServerId(guild.get());
    let roles = member.roles.iter().map(|role| RoleId(role.get()));
    match moderates(&store.settings(server), member.permissions, roles) {
        true => Ok(server),
        false => Err(NotModerator::NotAllowed),
    }
}

/// The same for a press on a panel, which must be of the server that it is pressed in.
///
/// # Errors
/// Returns why they may not.
pub(crate) fn moderated_panel(
    store: &StoreHandle,
    guild: Option<GuildId>,
    member: Option<&Member>,
    of_panel: ServerId,
) -> Result<ServerId, NotModerator> {
    let server = moderated_server(store, guild, member)?;
    match server == of_panel {
        true => Ok(server),
        false => Err(NotModerator::OtherServer),
    }
}

/// Returns whether a member with these permissions and roles is a moderator.
fn moderates(
    settings: &ServerSettings,
    permissions: Option<Permissions>,
    mut roles: impl Iterator<Item = RoleId>,
) -> bool {
    let manages = permissions.is_some_and(|all| all.manage_guild() || all.administrator());
    manages || roles.any(|role| Some(role) == settings.moderator_role)
}

#[cfg(test)]
mod tests {
    use serenity::all::Permissions;

    use super::moderates;
    use crate::guide::RoleId;
    use crate::store::records::ServerSettings;

    #[test]
    fn moderators_manage_the_server_or_have_its_role() {
        let without_role = ServerSettings::default();
        let with_role = ServerSettings {
            moderator_role: Some(RoleId(7)),
            ..ServerSettings::default()
        };
        let nobody = Some(Permissions::SEND_MESSAGES | Permissions::MANAGE_MESSAGES);
        for (settings, permissions, roles, expected) in [
            (&without_role, nobody, [7, 8], false),
            (&without_role, None, [7, 8], false),
            (&without_role, Some(Permissions::MANAGE_GUILD), [1, 2], true),
            (
                &without_role,
                Some(Permissions::ADMINISTRATOR),
                [1, 2],
                true,
            ),
            (&with_role, nobody, [1, 2], false),
            (&with_role, nobody, [1, 7], true),
            (&with_role, None, [1, 7], true),
            (&with_role, Some(Permissions::MANAGE_GUILD), [1, 2], true),
        ] {
            let is_one = moderates(settings, permissions, roles.into_iter().map(RoleId));
            assert_eq!(is_one, expected, "{permissions:?} {roles:?}");
        }
    }
}
