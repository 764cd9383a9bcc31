//! The fields of a form with what the guide says so far, for somebody to change.

use crate::guide::{Entry, EntryKind, FactKind, FactValue, Guide, Section};

/// The fields of an entry that is there, to be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledForm {
    /// The section's title; of a question, the id of the section to read on in.
    pub section: String,
    /// The title, or the question.
    pub title: String,
    /// The phrasings, one a line.
    pub phrasings: String,
    /// The text, or the answer.
    pub text: String,
    /// The spoiler level.
    pub spoiler: &'static str,
    /// The topics, with commas between.
    pub topics: String,
}

/// Returns the fields of an entry as a form shows them: its section's title, phrasings, text, level and topics.
pub fn filled_in(section: &Section, entry: &Entry) -> FilledForm {
    FilledForm {
        section: match &entry.kind {
            EntryKind::Faq { section, .. } => section.clone().unwrap_or_default(),
            EntryKind::Text | EntryKind::Fact(_) => section.title.clone(),
        },
        title: entry.title.clone(),
        phrasings: entry.ask.join("\n"),
        text: entry.text.source().to_owned(),
        spoiler: entry.spoiler.as_str(),
        topics: entry.topics.join(", "),
    }
}

/// Returns the value of a fact as a form shows it; empty where it is not known.
pub fn filled_in_fact(guide: &Guide, fact: FactKind) -> String {
    let Some(value) = guide.film.facts.get(fact) else {
        return String::new();
    };
    match value {
        FactValue::Cast(members) => {
            let members = members.iter().map(|member| match &member.role {
                Some(role) => format!("{} as {role}", member.actor),
                None => member.actor.clone(),
            });
            members.collect::<Vec<_>>().join("\n")
        }
        // The year stands in a field of its own.
        FactValue::Year(_) => String::new(),
        FactValue::List(_) | FactValue::Minutes(_) | FactValue::Text(_) => value.parts().join("\n"),
    }
}
