//! Facts in words: the sentence that answers with one, and the short lines of a list of credits.

use crate::guide::{CastMember, FactKind, FactValue, ValueKind};

/// First words of an amount that say how sure it is.
const QUALIFIERS: [&str; 25] = [
    "about",
    "around",
    "approximately",
    "approx",
    "roughly",
    "nearly",
    "almost",
    "over",
    "under",
    "exactly",
    "some",
    "more",
    "less",
    "up",
    "at",
    "an",
    "a",
    "between",
    "circa",
    "ca",
    "estimated",
    "reportedly",
    "just",
    "close",
    "c",
];

/// A fact in words: plain text, no markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactText {
    /// The sentence.
    pub sentence: String,
    /// The lines of the list below it; none where the sentence says it all.
    pub list: Vec<String>,
}

/// Puts a fact of the film with this title into words.
pub fn fact(title: &str, kind: FactKind, value: &FactValue) -> FactText {
    let parts = parts(value);
    let all = enumeration(&parts);
    let sentence = match kind {
        FactKind::Director => format!("{title} was directed by {all}."),
        FactKind::Writers => format!("{title} was written by {all}."),
        FactKind::Cast => format!("Who plays whom in {title}:"),
        FactKind::ReleaseDate if matches!(value, FactValue::Year(_)) => {
            format!("{title} came out in {all}.")
        }
        FactKind::ReleaseDate => format!("{title}: {}.", parts.join("; ")),
        FactKind::Runtime => format!("{title} runs for {all}{}.", in_hours(value)),
        FactKind::Rating => format!("{title} is rated {all}."),
        FactKind::Cinematographer => format!("{title} was shot by {all}."),
        FactKind::Distributor => format!("{title} was released by {all}."),
        FactKind::Budget => format!("{title} was made for {}.", roughly(&all)),
        FactKind::Gross => format!("{title} earned {} in cinemas.", roughly(&all)),
        FactKind::Awards => format!("Awards and honours of {title}:"),
        FactKind::Composer => format!("The music of {title} is by {all}."),
        FactKind::Editor => format!("{title} was edited by {all}."),
        FactKind::Producers => format!("{title} was produced by {all}."),
        FactKind::Country => format!("Country of origin of {title}: {all}."),
        FactKind::Language => format!("Language of {title}: {all}."),
        FactKind::BasedOn => format!("{title} is based on {all}."),
        FactKind::FilmingLocations => format!("Where {title} was filmed:"),
        FactKind::Genre => format!("Genre of {title}: {all}."),
    };
    let list = if sentence.ends_with(':') {
        parts
    } else {
        Vec::new()
    };
    FactText { sentence, list }
}

/// Returns the lines that stand beside a fact's title in a list of credits.
pub fn credits(kind: FactKind, value: &FactValue) -> Vec<String> {
    let parts = parts(value);
    match kind.row().value {
        ValueKind::Parts => parts.iter().map(|part| capitalized(part)).collect(),
        _ => parts,
    }
}

/// Answers who plays whom.
pub fn plays(member: &CastMember) -> String {
    let actor = &member.actor;
    match &member.role {
        Some(role) => format!("{actor} plays {role}."),
        None => format!("{actor} is in the cast. The guide does not name the role."),
    }
}

/// Returns an amount as one that nobody knows to the last coin, unless the guide itself says how sure it is.
fn roughly(amount: &str) -> String {
    let first = amount.split_whitespace().next().unwrap_or_default();
    let first = first.trim_end_matches('.').to_lowercase();
    match QUALIFIERS.contains(&first.as_str()) || amount.starts_with(['~', '<', '>', '≈']) {
        true => amount.to_owned(),
        false => format!("about {amount}"),
    }
}

fn parts(value: &FactValue) -> Vec<String> {
    match value {
        FactValue::List(parts) => parts.clone(),
        FactValue::Cast(members) => members.iter().map(credit).collect(),
        FactValue::Minutes(minutes) => vec![counted(*minutes, "minute")],
        FactValue::Year(year) => vec![year.to_string()],
        FactValue::Text(text) => vec![text.clone()],
    }
}

fn credit(member: &CastMember) -> String {
    match &member.role {
        Some(role) => format!("{} as {role}", member.actor),
        None => member.actor.clone(),
    }
}

/// Returns "A, B and C".
fn enumeration(parts: &[String]) -> String {
    match parts {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => parts.concat(),
    }
}

/// Returns ", 2 hours and 10 minutes" for films of an hour or more.
fn in_hours(value: &FactValue) -> String {
    let FactValue::Minutes(minutes) = value else {
        return String::new();
    };
    match (minutes / 60, minutes % 60) {
        (0, _) => String::new(),
        (hours, 0) => format!(", {}", counted(hours, "hour")),
        (hours, rest) => format!(
            ", {} and {}",
            counted(hours, "hour"),
            counted(rest, "minute")
        ),
    }
}

fn counted(n: u32, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}

fn capitalized(part: &str) -> String {
    let mut letters = part.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::{credits, fact, plays};
    use crate::guide::{CastMember, FactKind, FactValue};

    fn names(names: &[&str]) -> FactValue {
        FactValue::List(names.iter().map(|&name| name.to_owned()).collect())
    }

    fn member(actor: &str, role: Option<&str>) -> CastMember {
        CastMember {
            actor: actor.to_owned(),
            role: role.map(str::to_owned),
        }
    }

    #[test]
    fn facts_are_told_in_sentences() {
        for (kind, value, expected) in [
            (
                FactKind::Director,
                names(&["Ada Voss"]),
                "Fog was directed by Ada Voss.",
            ),
            (
                FactKind::Writers,
                names(&["A", "B", "C"]),
                "Fog was written by A, B and C.",
            ),
            (
                FactKind::ReleaseDate,
                names(&["here", "there"]),
                "Fog: here; there.",
            ),
            (
                FactKind::Runtime,
                FactValue::Minutes(59),
                "Fog runs for 59 minutes.",
            ),
            (
                FactKind::Runtime,
                FactValue::Minutes(60),
                "Fog runs for 60 minutes, 1 hour.",
            ),
            (
                FactKind::Runtime,
                FactValue::Minutes(121),
                "Fog runs for 121 minutes, 2 hours and 1 minute.",
            ),
        ] {
            let told = fact("Fog", kind, &value);
            assert_eq!((told.sentence.as_str(), told.list.len()), (expected, 0));
        }
    }

    #[test]
    fn a_cast_is_told_in_a_list_with_the_roles_that_are_known() {
        let cast = vec![member("Mia Roth", Some("Jun")), member("Lou Park", None)];
        let answers: Vec<String> = cast.iter().map(plays).collect();
        assert_eq!(answers[0], "Mia Roth plays Jun.");
        assert!(answers[1].starts_with("Lou Park is in the cast."));
        let told = fact("Fog", FactKind::Cast, &FactValue::Cast(cast));
        assert_eq!(told.sentence, "Who plays whom in Fog:");
        assert_eq!(told.list, ["Mia Roth as Jun", "Lou Park"]);
    }

    #[test]
    fn parts_of_sentences_begin_with_a_capital_among_the_credits() {
        let lines = credits(FactKind::Awards, &names(&["best actor", ""]));
        assert_eq!(lines, ["Best actor", ""]);
        let lines = credits(FactKind::Director, &names(&["bell hooks"]));
        assert_eq!(lines, ["bell hooks"]);
    }
}
