//! The lengths that things may have in Discord, in Unicode code points, as Discord counts.

/// A message's content.
pub const CONTENT: usize = 2_000;
/// All embeds of a message together.
pub const ALL_EMBEDS: usize = 6_000;
/// An embed's description.
pub const DESCRIPTION: usize = 4_096;
/// An embed's title.
pub const TITLE: usize = 256;
/// An embed's footer.
pub const FOOTER: usize = 2_048;
/// The label of a button.
pub const BUTTON: usize = 80;
/// Buttons in a row.
pub const BUTTONS: usize = 5;
/// The address that a button opens.
pub const LINK: usize = 512;
/// The address that an embed's title leads to.
pub const TITLE_LINK: usize = 2_048;
/// The words on a select while nothing is chosen.
pub const PLACEHOLDER: usize = 150;
/// A button's `custom_id`.
pub const CUSTOM_ID: usize = 100;
/// The name or value of a choice, the label of an option.
pub const CHOICE: usize = 100;
/// Choices of an autocomplete, options of a select menu.
pub const CHOICES: usize = 25;
