//! The figures, as pure functions of what was ranked and decided. A figure without questions behind it is `None`.

/// Returns the share of `ranks` that are at most `k`.
///
/// A rank is the place of the first right entry, from 1; `None` where no right entry was ranked.
pub(super) fn precision_at(k: usize, ranks: &[Option<usize>]) -> Option<f64> {
    share(ranks, |rank| rank.is_some_and(|rank| rank <= k))
}

/// Returns the mean of one through rank, counting a missing entry as zero.
pub(super) fn mean_reciprocal_rank(ranks: &[Option<usize>]) -> Option<f64> {
    let reciprocals = ranks.iter().flatten().map(|&rank| 1.0 / rank as f64);
    // Not `sum`: the sum of nothing is -0.0, which prints as such.
    let sum = reciprocals.fold(0.0, |sum, one| sum + one);
    (!ranks.is_empty()).then(|| sum / ranks.len() as f64)
}

/// Returns the chance that a question of the guide is surer than one from outside, ties counted half.
pub(super) fn auroc(inside: &[f32], outside: &[f32]) -> Option<f64> {
    if inside.is_empty() || outside.is_empty() {
        return None;
    }
    let mut sorted = outside.to_vec();
    sorted.sort_by(f32::total_cmp);
    let wins: f64 = inside
        .iter()
        .map(|&value| {
            let below = sorted.partition_point(|&other| other < value);
            let up_to = sorted.partition_point(|&other| other <= value);
            (below + up_to) as f64 / 2.0
        })
        .sum();
    Some(wins / (inside.len() as f64 * outside.len() as f64))
}

/// Returns the share of the guide's questions that are right and sure enough, where "sure enough"
/// is the lowest threshold that at most `rate` of the questions from outside reach.
///
/// `inside` holds whether the first place is right, and its confidence.
pub(super) fn right_at_false_rate(
    rate: f64,
    inside: &[(bool, f32)],
    outside: &[f32],
) -> Option<f64> {
    if outside.is_empty() {
        return None;
    }
    let mut falling = outside.to_vec();
    falling.sort_by(|a, b| b.total_cmp(a));
    // A hair is added because 0.29 * 100 is a little less than 29 in binary.
    let allowed = (rate * outside.len() as f64 + 1e-9).floor() as usize;
    // The threshold lies just above the first confidence that would be one too many.
    let beyond = falling.get(allowed).copied().unwrap_or(f32::NEG_INFINITY);
    share(inside, |&(right, confidence)| right && confidence > beyond)
}

/// Returns the value below or at which `percent` of the sorted values lie (nearest rank).
pub(super) fn percentile(percent: f64, sorted: &[f64]) -> Option<f64> {
    let rank = (percent / 100.0 * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied()
}

fn share<T>(all: &[T], counts: impl Fn(&T) -> bool) -> Option<f64> {
    let n_counted = all.iter().filter(|one| counts(one)).count();
    (!all.is_empty()).then(|| n_counted as f64 / all.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::{auroc, mean_reciprocal_rank, percentile, precision_at, right_at_false_rate};

    const RANKS: [Option<usize>; 4] = [Some(1), Some(2), Some(4), None];

    #[test]
    fn ranks_give_precision_and_reciprocal_rank() {
        assert_eq!(precision_at(1, &RANKS), Some(0.25));
        assert_eq!(precision_at(3, &RANKS), Some(0.5));
        assert_eq!(mean_reciprocal_rank(&RANKS), Some((1.0 + 0.5 + 0.25) / 4.0));
        let nothing_right = mean_reciprocal_rank(&[None]).map(|value| value.to_string());
        assert_eq!(nothing_right.as_deref(), Some("0"), "not -0");
    }

    #[test]
    fn auroc_counts_ties_half() {
        let rows: [(&[f32], &[f32], Option<f64>); 5] = [
            (&[0.9, 0.8], &[0.1, 0.2], Some(1.0)),
            (&[0.1], &[0.9], Some(0.0)),
            (&[0.5], &[0.5], Some(0.5)),
            (&[0.9, 0.3], &[0.5, 0.3], Some((2.0 + 0.5) / 4.0)),
            (&[], &[0.5], None),
        ];
        for (inside, outside, expected) in rows {
            assert_eq!(auroc(inside, outside), expected, "{inside:?} {outside:?}");
        }
    }

    #[test]
    fn right_at_false_rate_lets_the_allowed_share_of_outside_questions_through() {
        let outside: Vec<f32> = (1..=10).map(|tenth| tenth as f32 / 10.0).collect();
        let inside = [(true, 0.95), (true, 0.9), (false, 1.0), (true, 0.2)];
        let rows = [
            // None may pass: nothing inside is surer than 1.0.
            (0.05, Some(0.0)),
            // One may pass, so the threshold lies just above 0.9: only 0.95 reaches it.
            (0.10, Some(0.25)),
            (0.20, Some(0.5)),
            // All may pass: every right one counts.
            (1.0, Some(0.75)),
        ];
        for (rate, expected) in rows {
            assert_eq!(
                right_at_false_rate(rate, &inside, &outside),
                expected,
                "{rate}"
            );
        }
    }

    #[test]
    fn outside_questions_with_one_confidence_pass_or_fail_together() {
        let inside = [(true, 0.5), (true, 0.6)];
        assert_eq!(
            right_at_false_rate(0.34, &inside, &[0.5, 0.5, 0.1]),
            Some(0.5)
        );
    }

    #[test]
    fn percentiles_take_the_nearest_rank() {
        let sorted = [1.0, 2.0, 3.0, 4.0];
        for (percent, expected) in [
            (50.0, 2.0),
            (90.0, 4.0),
            (25.0, 1.0),
            (0.0, 1.0),
            (100.0, 4.0),
        ] {
            assert_eq!(percentile(percent, &sorted), Some(expected), "{percent}");
        }
    }

    #[test]
    fn nothing_behind_a_figure_is_none() {
        assert_eq!(precision_at(1, &[]), None);
        assert_eq!(mean_reciprocal_rank(&[]), None);
        assert_eq!(auroc(&[0.5], &[]), None);
        assert_eq!(right_at_false_rate(0.1, &[(true, 0.5)], &[]), None);
        assert_eq!(right_at_false_rate(0.1, &[], &[0.5]), None);
        assert_eq!(percentile(50.0, &[]), None);
    }
}
