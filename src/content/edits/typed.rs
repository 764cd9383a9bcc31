//! Single fields of a form, read as people type them.

use super::edit::NewCastMember;
use super::field::{EditField, FieldProblem};
use crate::content::diagnostic::{nearest, quoted};
use crate::content::validate::fold_phrasing;
use crate::guide::Spoiler;

/// The marks that people put before the lines of a list.
const BULLETS: [&str; 4] = ["- ", "* ", "• ", "– "];
/// The words and signs between an actor and a role.
const BETWEEN_ACTOR_AND_ROLE: [&str; 5] = [" as ", " – ", " — ", " - ", ": "];
/// Minutes in an hour.
const MINUTES: u32 = 60;

/// Returns a text of one line: all white space is one space.
pub(super) fn line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a text of several lines, without white space around it.
pub(super) fn text(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = lines.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Returns the lines of a list, each once, without bullets.
pub(super) fn lines(typed: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for typed in text(typed).lines().map(line) {
        let bullet = BULLETS.iter().find_map(|bullet| typed.strip_prefix(bullet));
        let own = bullet.unwrap_or(&typed);
        let folded = fold_phrasing(own);
        // What has no word in it stays, for the rules to say so.
        let is_new = folded.is_empty() || !seen.contains(&folded);
        if !own.is_empty() && is_new {
            seen.push(folded);
            lines.push(own.to_owned());
        }
    }
    lines
}

/// Returns topics, with commas between or one a line.
pub(super) fn topics(typed: &str) -> Vec<String> {
    let topics = lines(&typed.replace(',', "\n")).into_iter();
    let topics = topics.map(|topic| topic.to_lowercase().replace(' ', "-"));
    topics.collect()
}

/// Returns a spoiler level; an empty one is none.
pub(super) fn spoiler(typed: &str) -> Result<Spoiler, FieldProblem> {
    let word = typed.trim().to_lowercase();
    if word.is_empty() {
        return Ok(Spoiler::None);
    }
    Spoiler::parse(&word).ok_or_else(|| {
        let message = format!("{} is no spoiler level", quoted(typed.trim()));
        let known = Spoiler::ALL.map(Spoiler::as_str);
        FieldProblem {
            other: nearest(&word, known).map(str::to_owned),
            ..FieldProblem::error(EditField::Spoiler, "unknown-spoiler-level", message)
        }
    })
}

/// Returns an actor and the role behind "as" or a dash.
pub(super) fn cast_member(line: &str) -> NewCastMember {
    let parts = BETWEEN_ACTOR_AND_ROLE.iter();
    let (actor, role) = parts
        .filter_map(|between| line.split_once(between))
        .next()
        .map_or((line, None), |(actor, role)| (actor, Some(role)));
    let role = role.map(str::trim).filter(|role| !role.is_empty());
    NewCastMember {
        actor: actor.trim().to_owned(),
        role: role.map(str::to_owned),
    }
}

/// Returns a running time: `130`, `130 min`, `2h 10m`, `2:10`.
pub(super) fn minutes(typed: &str) -> Result<u32, FieldProblem> {
    let numbers: Vec<u32> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let has_hours = typed.contains(['h', 'H', ':']);
    match (numbers.as_slice(), has_hours) {
        ([minutes], false) => Some(*minutes),
        ([hours], true) => hours.checked_mul(MINUTES),
        ([hours, minutes], true) => hours
            .checked_mul(MINUTES)
            .and_then(|of_hours| of_hours.checked_add(*minutes)),
        _ => None,
    }
    .ok_or_else(|| {
        let message = format!("{} is no running time", quoted(typed.trim()));
        FieldProblem::error(EditField::Fact, "bad-number", message)
    })
}

#[cfg(test)]
mod tests {
    use super::{cast_member, lines, minutes, spoiler, text, topics};
    use crate::guide::Spoiler;

    #[test]
    fn lists_are_read_line_by_line() {
        for (typed, read) in [
            (
                "who is it\r\n- What is it?\n\n  what   is IT ",
                "who is it|What is it?",
            ),
            ("• one\n* two", "one|two"),
            ("?", "?"),
            (" \n", ""),
        ] {
            assert_eq!(lines(typed).join("|"), read, "{typed:?}");
        }
        assert_eq!(
            topics("Setting, true story").join("|"),
            "setting|true-story"
        );
    }

    #[test]
    fn texts_lose_white_space_around_them_only() {
        assert_eq!(text("\n One.  \r\n\r\n- two\n"), " One.\n\n- two");
    }

    #[test]
    fn levels_and_times_are_read_as_people_write_them() {
        assert_eq!(spoiler(" Ending").ok(), Some(Spoiler::Ending));
        assert_eq!(spoiler("").ok(), Some(Spoiler::None));
        let unknown = spoiler("endng").expect_err("unknown");
        assert_eq!(unknown.other.as_deref(), Some("ending"));
        for (typed, read) in [
            ("130", Some(130)),
            ("130 minutes", Some(130)),
            ("2h 10m", Some(130)),
            ("2:10", Some(130)),
            ("2 h", Some(120)),
            ("long", None),
            ("99999999999", None),
            ("4294967295h", None),
        ] {
            assert_eq!(minutes(typed).ok(), read, "{typed}");
        }
    }

    #[test]
    fn actors_are_told_from_roles() {
        for (line, actor, role) in [
            ("Simon Rex as Mikey Saber", "Simon Rex", Some("Mikey Saber")),
            ("Ada Bell – Mina", "Ada Bell", Some("Mina")),
            ("Mary-Kate Bell", "Mary-Kate Bell", None),
            ("Ada Bell: ", "Ada Bell", None),
        ] {
            let member = cast_member(line);
            assert_eq!(
                (member.actor.as_str(), member.role.as_deref()),
                (actor, role)
            );
        }
    }
}
