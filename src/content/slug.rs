//! Names for files and ids, made from titles: lower-case words of a-z and 0-9 with hyphens between.

use crate::text::fold::fold;

/// Returns the title as lower-case words with hyphens, letters without their accents.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::new();
    // A fraction is taken apart into its numbers, which must not run into the number before it.
    for sign in title.chars() {
        let folded = fold(&sign.to_string());
        if folded.chars().count() > 1 && folded.contains('\u{2044}') {
            push(&mut slug, '-');
        }
        folded.chars().for_each(|letter| push(&mut slug, letter));
    }
    slug.trim_end_matches('-').to_owned()
}

fn push(slug: &mut String, letter: char) {
    if letter.is_ascii_alphanumeric() {
        slug.push(letter);
    } else if letter != '\'' && !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_are_made_from_titles() {
        for (title, name) in [
            ("Red Rocket", "red-rocket"),
            ("Amélie", "amelie"),
            ("Schindler’s List", "schindlers-list"),
            ("  Ok — 8½!  ", "ok-8-1-2"),
            ("½ Moon", "1-2-moon"),
            ("Straße & Øl", "strasse-ol"),
            ("千と千尋", ""),
        ] {
            assert_eq!(slug(title), name, "{title}");
        }
    }
}
