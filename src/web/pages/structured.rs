//! Questions and answers in the form that search engines read (schema.org's FAQPage), without any spoiler.

use serde_json::json;

use crate::guide::{Section, Spoiler};
use crate::markup::escape::json_for_script;
use crate::markup::one_line;

/// Returns the questions of a section that give nothing away, fit to stand in a `script` element; `None` for none.
pub(crate) fn questions(section: &Section) -> Option<String> {
    let harmless = section
        .entries
        .iter()
        .filter(|entry| entry.spoiler == Spoiler::None);
    let questions: Vec<_> = harmless
        .map(|entry| {
            json!({
                "@type": "Question",
                "name": entry.title,
                "acceptedAnswer": { "@type": "Answer", "text": one_line(&entry.text) },
            })
        })
        .collect();
    if questions.is_empty() {
        return None;
    }
    let page =
        json!({ "@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions });
    Some(json_for_script(&page.to_string()))
}
