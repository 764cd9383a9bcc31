//! The policy on what stays hidden until somebody asks to see it.

use crate::guide::Spoiler;
use crate::markup::RichText;

/// The levels of what may be given away unasked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpoilerPolicy {
    /// Nothing: mild spoilers are folded, the ending is withheld.
    #[default]
    Hide,
    /// The film's first part: only the ending is withheld.
    Mild,
    /// Everything.
    All,
}

/// An entry's text as a place may show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// The text, open.
    Open(RichText),
    /// The text, to be hidden behind bars or a summary until it is pressed.
    Folded(RichText),
    /// Not sent at all: it gives the ending away.
    Withheld,
}

impl SpoilerPolicy {
    /// Returns `text` as this policy shows it.
    pub fn body(self, spoiler: Spoiler, text: RichText) -> Body {
        match (self, spoiler) {
            (_, Spoiler::None) | (Self::All, _) | (Self::Mild, Spoiler::Mild) => Body::Open(text),
            (Self::Hide, Spoiler::Mild) => Body::Folded(text),
            (Self::Hide | Self::Mild, Spoiler::Ending) => Body::Withheld,
        }
    }
}

impl Body {
    /// Returns the text where nothing hides it.
    pub fn open(&self) -> Option<&RichText> {
        match self {
            Self::Open(text) => Some(text),
            Self::Folded(_) | Self::Withheld => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, SpoilerPolicy};
    use crate::guide::Spoiler;
    use crate::markup::RichText;

    #[test]
    fn each_policy_hides_each_level_as_it_promises() {
        let rows = [
            (SpoilerPolicy::Hide, ["open", "folded", "withheld"]),
            (SpoilerPolicy::Mild, ["open", "open", "withheld"]),
            (SpoilerPolicy::All, ["open", "open", "open"]),
        ];
        for (policy, expected) in rows {
            let shown = Spoiler::ALL.map(|level| match policy.body(level, RichText::default()) {
                Body::Open(_) => "open",
                Body::Folded(_) => "folded",
                Body::Withheld => "withheld",
            });
            assert_eq!(shown, expected, "{policy:?}");
        }
    }
}
