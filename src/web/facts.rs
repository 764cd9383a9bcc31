//! The facts of a film as short values for a list of credits.

use crate::guide::{FactKind, Film};

/// Returns what stands beside a fact's title: one line for each part.
pub(super) fn values(kind: FactKind, film: &Film) -> Vec<String> {
    let facts = &film.facts;
    let one = |value: &Option<String>| value.iter().cloned().collect();
    match kind {
        FactKind::Director => facts.director.clone(),
        FactKind::Writers => facts.writers.clone(),
        FactKind::Cinematographer => facts.cinematographer.clone(),
        FactKind::Distributor => facts.distributor.clone(),
        FactKind::Cast => {
            let cast = facts.cast.iter();
            cast.map(|member| format!("{} as {}", member.actor, member.role))
                .collect()
        }
        FactKind::ReleaseDate => facts
            .released
            .iter()
            .map(|part| capitalized(part))
            .collect(),
        FactKind::Runtime => facts
            .runtime_minutes
            .iter()
            .map(|n| format!("{n} minutes"))
            .collect(),
        FactKind::Rating => one(&facts.rating),
        FactKind::Budget => one(&facts.budget),
        FactKind::Gross => one(&facts.gross),
        FactKind::Awards => facts
            .awards
            .iter()
            .map(|award| capitalized(award))
            .collect(),
    }
}

fn capitalized(part: &str) -> String {
    let mut signs = part.chars();
    signs.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(signs).collect()
    })
}
