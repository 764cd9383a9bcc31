//! The facts of one film: a value for each fact that is known.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::FactKind;

/// The facts of a film that are known, in the order in which facts are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(BTreeMap<FactKind, FactValue>);

/// The value of a fact that is known: never an empty list or text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// Names, or parts of a sentence.
    List(Vec<String>),
    /// Actors with their roles.
    Cast(Vec<CastMember>),
    /// A number of minutes.
    Minutes(u32),
    /// A year, where that is all that is known of a date.
    Year(u16),
    /// One text.
    Text(String),
}

/// An actor and the role they play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastMember {
    /// The actor's name.
    pub actor: String,
    /// The role's name, where it is known.
    pub role: Option<String>,
}

impl Facts {
    /// Returns the value of a fact, if it is known.
    pub fn get(&self, kind: FactKind) -> Option<&FactValue> {
        self.0.get(&kind)
    }

    /// Returns the facts that are known.
    pub fn iter(&self) -> impl Iterator<Item = (FactKind, &FactValue)> {
        self.0.iter().map(|(&kind, value)| (kind, value))
    }

    /// Returns the names of a fact that has a list of them; none where it is not known.
    pub fn names(&self, kind: FactKind) -> &[String] {
        match self.get(kind) {
            Some(FactValue::List(names)) => names,
            _ => &[],
        }
    }

    /// Returns the cast; nobody where it is not known.
    pub fn cast(&self) -> &[CastMember] {
        match self.get(FactKind::Cast) {
            Some(FactValue::Cast(members)) => members,
            _ => &[],
        }
    }

    /// Returns the names of the people who made the film, of those in it and of their roles.
    pub fn people(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let of_people = self.iter().filter(|(kind, _)| kind.row().names_people);
        of_people.flat_map(|(_, value)| value.parts())
    }
}

impl FromIterator<(FactKind, FactValue)> for Facts {
    fn from_iter<T: IntoIterator<Item = (FactKind, FactValue)>>(facts: T) -> Self {
        Self(facts.into_iter().collect())
    }
}

impl FactValue {
    /// Returns the single names, parts and numbers that the value is made of.
    pub fn parts(&self) -> Vec<Cow<'_, str>> {
        match self {
            Self::List(parts) => parts.iter().map(Cow::from).collect(),
            Self::Cast(members) => {
                let names = members.iter();
                let names = names.flat_map(|member| [Some(&member.actor), member.role.as_ref()]);
                names.flatten().map(Cow::from).collect()
            }
            Self::Minutes(minutes) => vec![Cow::from(minutes.to_string())],
            Self::Year(year) => vec![Cow::from(year.to_string())],
            Self::Text(text) => vec![Cow::from(text)],
        }
    }
}
