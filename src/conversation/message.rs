//! A message as chat rooms show it, within Discord's limits.

/// What is sent. The text and the card may each be missing, not both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The lines outside the card; empty for none.
    pub text: String,
    /// The framed part.
    pub card: Option<Card>,
    /// What can be pressed, at most five rows.
    pub rows: Vec<Row>,
}

/// The framed part of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The heading.
    pub title: String,
    /// Where the heading leads.
    pub url: Option<String>,
    /// The text, in Discord's markup.
    pub text: String,
    /// The small line below; empty for none.
    pub footer: String,
}

/// A row of things to press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// One to five buttons.
    Buttons(Vec<Button>),
    /// A menu to choose one thing from.
    Menu(Menu),
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// How it looks.
    pub style: Style,
    /// What it does.
    pub action: Action,
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The one thing that most people want; at most one in a message.
    Primary,
    /// All others.
    Secondary,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It opens an address.
    Open(String),
    /// It comes back as this state, at most 100 characters.
    Press(String),
}

/// A menu to choose one thing from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// The state it comes back as, at most 100 characters.
    pub state: String,
    /// What it says while nothing is chosen.
    pub placeholder: String,
    /// One to 25 choices.
    pub choices: Vec<Choice>,
}

/// One thing of a menu or of what is offered while somebody types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What people read, at most 100 characters.
    pub label: String,
    /// What comes back, at most 100 characters.
    pub value: String,
}
