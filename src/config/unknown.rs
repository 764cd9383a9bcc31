//! Variables that look like ours and are none: a misspelt setting would do nothing, and nobody would know.

use super::VARIABLES;

/// Every variable that begins so is meant for this program.
const OURS: [&str; 2] = ["FRONTROW_", "DISCORD_"];
/// The number of wrong letters up to which a name is taken for a misspelt one of ours.
const MAX_EDITS: usize = 2;

/// Returns a line on each variable that is none of the settings, but meant as one.
pub(super) fn warnings(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let names = names.into_iter();
    let mut unknown: Vec<String> = names.filter(|name| is_unknown(name)).collect();
    unknown.sort();
    let line = |name: &String| match nearest(name) {
        Some(known) => format!("{name} is no setting; did you mean {known}?"),
        None => format!("{name} is no setting; .env.example lists them all"),
    };
    unknown.iter().map(line).collect()
}

fn is_unknown(name: &str) -> bool {
    let is_ours = OURS.iter().any(|prefix| name.starts_with(prefix));
    is_ours && VARIABLES.iter().all(|known| known.name != name)
}

/// Returns the setting that was probably meant: one spelt nearly so, one with a word less, or one that ends the same.
fn nearest(name: &str) -> Option<&'static str> {
    let known = || VARIABLES.iter().map(|variable| variable.name);
    let edits = |known: &str| strsim::osa_distance(name, known);
    let misspelt = known().min_by_key(|known| edits(known));
    let misspelt = misspelt.filter(|known| edits(known) <= MAX_EDITS);
    let words: Vec<&str> = name.split('_').collect();
    let has_all_words = |known: &&str| known.split('_').all(|word| words.contains(&word));
    let has_same_end = |known: &&str| rest(known) == rest(name);
    misspelt
        .or_else(|| known().find(has_all_words))
        .or_else(|| known().find(has_same_end))
}

/// Returns a name without its first word.
fn rest(name: &str) -> Option<&str> {
    Some(name.split_once('_')?.1)
}

#[cfg(test)]
mod tests {
    use super::{nearest, warnings};

    #[test]
    fn a_misspelt_name_is_told_the_right_one() {
        for (name, meant) in [
            ("FRONTROW_GUIDE", Some("FRONTROW_GUIDES")),
            ("FRONTROW_SPOILER", Some("FRONTROW_SPOILERS")),
            ("DISCORD_BOT_TOKEN", Some("DISCORD_TOKEN")),
            ("DISCORD_TOKEN_PATH", Some("DISCORD_TOKEN")),
            ("DISCORD_GUILD_ID", Some("DISCORD_GUILD")),
            ("FRONTROW_TOKEN", Some("DISCORD_TOKEN")),
            ("FRONTROW_PUBLIC_URL", Some("PUBLIC_URL")),
            ("FRONTROW_COLOUR", None),
        ] {
            assert_eq!(nearest(name), meant, "{name}");
        }
    }

    #[test]
    fn what_others_set_is_no_matter() {
        let names = [
            "PATH",
            "HTTP_PROXY",
            "RUST_BACKTRACE",
            "DISCORD_TOKEN",
            "FRONTROW_FILM",
        ];
        assert!(warnings(names.map(str::to_owned)).is_empty());
    }
}
