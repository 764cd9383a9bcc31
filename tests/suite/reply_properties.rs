//! What holds for replies whatever the text: no panic, no length over its limit, no spoiler outside its bars.

use frontrow::reply::bars::behind_bars;
use frontrow::reply::limits::{cut, cut_text};
use frontrow::reply::markup::plain;
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
        let hidden = behind_bars(&text, max);
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
        let shown = plain(&text, width);
        prop_assert!(shown.lines().all(|line| line.trim_end() == line));
    }
}
