//! The properties of every rendered text: no panic, no length over its limit, no spoiler outside its bars.

use frontrow::markup::{cut, cut_text, discord, html, parse, plain, spoiler};
use proptest::prelude::{any, proptest};
use proptest::prop_assert;

/// Letters that mean something in markup, beside words and graphemes of several code points.
const MARKUP: &str = r"[a-c |\\*_\[\]()<>\n\-1.é👩‍👧e\u{301}]{0,120}";

proptest! {
    #[test]
    fn cutting_stays_within_its_limit_and_keeps_the_beginning(text in any::<String>(), max in 0_usize..200) {
        for short in [cut(&text, max), cut_text(&text, max)] {
            prop_assert!(short.chars().count() <= max);
            prop_assert!(text.trim().starts_with(short.trim_end_matches('…')));
        }
    }

    #[test]
    fn hidden_text_is_hidden_whole(text in MARKUP, max in 0_usize..200) {
        let hidden = spoiler::wrap(&text, max);
        prop_assert!(hidden.chars().count() <= max);
        let inner = hidden.strip_prefix("||").and_then(|rest| rest.strip_suffix("||"));
        let Some(inner) = inner else {
            prop_assert!(hidden.is_empty());
            return Ok(());
        };
        // Whatever is left once escaped signs are taken out can neither open nor close bars.
        let mut signs = inner.chars();
        while let Some(sign) = signs.next() {
            prop_assert!(sign != '|', "{hidden}");
            if sign == '\\' {
                prop_assert!(signs.next().is_some(), "{hidden}");
            }
        }
    }

    #[test]
    fn any_markup_can_be_shown_in_any_width(text in MARKUP, width in 0_usize..100) {
        let shown = plain(&parse(&text), width);
        prop_assert!(shown.lines().all(|line| line.trim_end() == line));
    }

    #[test]
    fn any_text_becomes_a_tree_that_adds_no_words(text in MARKUP) {
        let tree = parse(&text);
        prop_assert!(tree.source() == text);
        let n_letters = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).count();
        prop_assert!(n_letters(&tree.words()) <= n_letters(&text));
    }

    #[test]
    fn nothing_that_is_written_becomes_an_element_of_a_script(text in MARKUP) {
        let shown = html(&parse(&text), |address| format!("./{address}"));
        let tags = shown.split('<').skip(1).filter_map(|tag| tag.split([' ', '>']).next());
        for tag in tags {
            let name = tag.trim_start_matches('/');
            prop_assert!(["p", "strong", "em", "ul", "ol", "li", "br", "a"].contains(&name), "{}", shown);
        }
        // The bars of a text are no bars of Discord's.
        let for_discord = discord(&parse(&text)).replace(r"\\", "").replace(r"\|", "");
        prop_assert!(!for_discord.contains("||"), "{}", for_discord);
    }
}
