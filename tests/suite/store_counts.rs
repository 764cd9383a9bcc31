//! Counts, on every backend.

use frontrow::guide::ServerId;
use frontrow::store::records::{
    Day, EntryCountKey, EntryCounts, FilmCounts, QuestionCountKey, QuestionCounts, Scope, TopBy,
    TopQuery,
};
use frontrow::store::{Purge, Write};

use crate::harness::records::{OTHER, SERVER, entry, film};
use crate::harness::stores::on_every_backend;

fn asked(day: i32, server: Option<ServerId>, of: Option<&str>, n: [u64; 3]) -> Write {
    let key = QuestionCountKey {
        day: Day(day),
        server,
        film: of.map(film),
    };
    let [answered, offered, unknown] = n;
    Write::CountQuestions(
        key,
        QuestionCounts {
            answered,
            offered,
            unknown,
        },
    )
}

fn used(day: i32, server: ServerId, id: &str, n: [u64; 3]) -> Write {
    let key = EntryCountKey {
        day: Day(day),
        server: Some(server),
        entry: entry(id),
    };
    let [shown, pressed, disliked] = n;
    Write::CountEntry(
        key,
        EntryCounts {
            shown,
            pressed,
            disliked,
        },
    )
}

fn sums(counts: &[FilmCounts]) -> Vec<(Option<&str>, [u64; 3])> {
    let sums = counts.iter().map(|one| {
        let QuestionCounts {
            answered,
            offered,
            unknown,
        } = one.counts;
        let film = one.film.as_ref().map(|film| film.as_str());
        (film, [answered, offered, unknown])
    });
    sums.collect()
}

#[test]
fn questions_are_summed_by_film_since_a_day() {
    on_every_backend(async |store| {
        let here = Some(SERVER);
        store
            .apply(&[
                asked(10, here, Some("a"), [1, 2, 3]),
                asked(10, here, Some("a"), [1, 0, 0]),
                asked(11, here, Some("a"), [10, 0, 0]),
                asked(11, here, Some("b"), [0, 0, 7]),
                asked(11, here, None, [0, 1, 0]),
                asked(11, Some(OTHER), Some("a"), [100, 0, 0]),
                asked(11, None, Some("a"), [1_000, 0, 0]),
            ])
            .await
            .expect("they are counted");
        let since = async |scope, day| store.question_counts(scope, Day(day)).await.expect("sums");
        let counts = since(Scope::Of(here), 10).await;
        let all = [
            (None, [0, 1, 0]),
            (Some("a"), [12, 2, 3]),
            (Some("b"), [0, 0, 7]),
        ];
        assert_eq!(sums(&counts), all);
        let counts = since(Scope::Of(here), 11).await;
        assert_eq!(sums(&counts)[1], (Some("a"), [10, 0, 0]));
        assert_eq!(
            sums(&since(Scope::Of(None), 0).await),
            [(Some("a"), [1_000, 0, 0])]
        );
        assert_eq!(
            sums(&since(Scope::All, 0).await)[1],
            (Some("a"), [1_112, 2, 3])
        );
        assert!(since(Scope::All, 12).await.is_empty());
    });
}

#[test]
fn entries_are_ranked_by_their_use() {
    on_every_backend(async |store| {
        store
            .apply(&[
                used(10, SERVER, "a:plot/ending", [5, 1, 0]),
                used(11, SERVER, "a:plot/ending", [1, 0, 4]),
                used(11, SERVER, "a:cast", [7, 0, 0]),
                used(11, SERVER, "b:cast", [0, 7, 9]),
                used(11, OTHER, "b:cast", [50, 0, 0]),
            ])
            .await
            .expect("they are counted");
        let top = async |scope, of: Option<&str>, since, by, limit| {
            let query = TopQuery {
                scope,
                film: of.map(film),
                since: Day(since),
                by,
                limit,
            };
            let found = store
                .top_entries(&query)
                .await
                .expect("entries")
                .into_iter();
            let found = found.map(|one| {
                let sum = one.counts.shown + one.counts.pressed;
                (
                    format!("{}:{}", one.entry.film, one.entry.entry),
                    sum,
                    one.counts.disliked,
                )
            });
            found.collect::<Vec<_>>()
        };
        let here = Scope::Of(Some(SERVER));
        let row = |id: &str, sum, disliked| (id.to_owned(), sum, disliked);
        let best = top(here, None, 10, TopBy::Used, 2).await;
        assert_eq!(best, [row("a:cast", 7, 0), row("a:plot/ending", 7, 4)]);
        let late = top(here, None, 11, TopBy::Used, 9).await;
        let expected = [
            row("a:cast", 7, 0),
            row("b:cast", 7, 9),
            row("a:plot/ending", 1, 4),
        ];
        assert_eq!(late, expected);
        let disliked = top(here, None, 10, TopBy::Disliked, 9).await;
        assert_eq!(disliked, [row("b:cast", 7, 9), row("a:plot/ending", 7, 4)]);
        let of_b = top(Scope::All, Some("b"), 0, TopBy::Used, 9).await;
        assert_eq!(of_b, [row("b:cast", 57, 9)]);
    });
}

#[test]
fn old_counts_go() {
    on_every_backend(async |store| {
        store
            .apply(&[
                asked(10, None, None, [1, 0, 0]),
                used(10, SERVER, "a:cast", [1, 0, 0]),
                asked(20, None, None, [2, 0, 0]),
            ])
            .await
            .expect("they are counted");
        assert_eq!(store.purge(Purge::CountsBefore(Day(20)), 100).await, Ok(2));
        let left = store.question_counts(Scope::All, Day(0)).await;
        assert_eq!(sums(&left.expect("sums")), [(None, [2, 0, 0])]);
    });
}
