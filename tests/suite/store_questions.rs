//! Open questions, on every backend: alike ones are one, lists are short, and what shall be forgotten is.

use frontrow::store::records::{
    Day, Ending, MAX_LISTED, MAX_QUESTION_TEXT, NewQuestion, OpenQuestion, QuestionId,
    QuestionPage, QuestionQuery, TrialQuery,
};
use frontrow::store::{Purge, Store, Write, Written};

use crate::harness::records::{DAY, OTHER, SERVER, done, entry, film, question, record, trial};
use crate::harness::stores::on_every_backend;

async fn list(store: &dyn Store, query: &QuestionQuery) -> QuestionPage {
    store.open_questions(query).await.expect("a page")
}

async fn all(store: &dyn Store) -> Vec<OpenQuestion> {
    list(store, &QuestionQuery::new(SERVER, 0)).await.questions
}

fn texts(page: &QuestionPage) -> Vec<&str> {
    page.questions.iter().map(|one| one.text.as_str()).collect()
}

#[test]
fn alike_questions_are_one() {
    on_every_backend(async |store| {
        let first = record(store, question("Who sings?")).await;
        let again = record(
            store,
            NewQuestion {
                text: "who SINGS?".to_owned(),
                day: Day(DAY.0 + 3),
                nearest: Some(entry("glass-harbor:music/songs")),
                ending: Ending::NotPressed,
                ..question("who sings?")
            },
        )
        .await;
        assert_eq!(first, again);
        let earlier = NewQuestion {
            day: Day(DAY.0 - 2),
            ending: Ending::NotAsked,
            ..question("who sings?")
        };
        record(store, earlier).await;
        let expected = OpenQuestion {
            id: first,
            server: SERVER,
            film: None,
            text: "Who sings?".to_owned(),
            key: "who sings?".to_owned(),
            first: Day(DAY.0 - 2),
            last: Day(DAY.0 + 3),
            count: 3,
            nearest: Some(entry("glass-harbor:music/songs")),
            ending: Ending::NotAsked,
            is_ignored: false,
        };
        assert_eq!(all(store).await, [expected]);
    });
}

#[test]
fn servers_and_films_are_kept_apart() {
    on_every_backend(async |store| {
        let of_film = |id: &str| NewQuestion {
            film: Some(film(id)),
            ..question("who sings?")
        };
        let in_other = NewQuestion {
            server: OTHER,
            ..question("who sings?")
        };
        let mut ids = Vec::new();
        for one in [question("who sings?"), of_film("a"), of_film("b"), in_other] {
            ids.push(record(store, one).await);
        }
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 4);
        let page = list(store, &QuestionQuery::new(SERVER, 0)).await;
        assert_eq!(page.total, 3);
        let about_a = QuestionQuery {
            film: Some(film("a")),
            ..QuestionQuery::new(SERVER, 0)
        };
        let page = list(store, &about_a).await;
        assert_eq!((page.total, &page.questions[0].film), (1, &Some(film("a"))));
        let strange = store.open_question(OTHER, page.questions[0].id).await;
        assert_eq!(
            strange,
            Ok(None),
            "buttons of one server open none of another"
        );
    });
}

#[test]
fn the_longest_text_is_cut_between_characters() {
    on_every_backend(async |store| {
        let long = "é".repeat(MAX_QUESTION_TEXT + 50);
        let id = record(store, question(&long)).await;
        assert_eq!(record(store, question(&long)).await, id);
        let kept = store.open_question(SERVER, id).await.expect("an answer");
        let kept = kept.expect("the question");
        assert_eq!(kept.text, "é".repeat(MAX_QUESTION_TEXT));
        assert_eq!(kept.count, 2);
    });
}

#[test]
fn strange_characters_are_kept() {
    on_every_backend(async |store| {
        for text in [
            "'; DROP TABLE open_questions; --",
            "%_\\ $1 ?",
            "🎬 שלום\n\t",
        ] {
            let id = record(store, question(text)).await;
            let kept = store.open_question(SERVER, id).await.expect("an answer");
            assert_eq!(kept.expect("the question").text, text);
        }
    });
}

#[test]
fn lists_show_the_most_asked_first_page_by_page() {
    on_every_backend(async |store| {
        for n in 0..12 {
            for _ in 0..=n % 4 {
                record(store, question(&format!("question {n:02}"))).await;
            }
        }
        let first = list(store, &QuestionQuery::new(SERVER, 0)).await;
        assert_eq!(first.total, 12);
        let top = [
            "question 11",
            "question 07",
            "question 03",
            "question 10",
            "question 06",
        ];
        assert_eq!(texts(&first), top);
        let last = list(store, &QuestionQuery::new(SERVER, 2)).await;
        assert_eq!(texts(&last), ["question 04", "question 00"]);
        let none = list(store, &QuestionQuery::new(SERVER, 3)).await;
        assert_eq!((none.questions.len(), none.total), (0, 12));
    });
}

#[test]
fn those_asked_lately_can_be_listed_alone() {
    on_every_backend(async |store| {
        for n in 0..4 {
            let day = Day(DAY.0 + n);
            record(
                store,
                NewQuestion {
                    day,
                    ..question(&format!("question {n}"))
                },
            )
            .await;
        }
        let late = QuestionQuery {
            since: Some(Day(DAY.0 + 2)),
            ..QuestionQuery::new(SERVER, 0)
        };
        let page = list(store, &late).await;
        assert_eq!(texts(&page), ["question 3", "question 2"]);
        assert_eq!(page.total, 2);
    });
}

#[test]
fn a_question_can_count_for_another() {
    on_every_backend(async |store| {
        let id = record(store, question("who sings the song")).await;
        let count_for = async |into: QuestionId, server| {
            let question = NewQuestion {
                server,
                ..question("the singer?")
            };
            let into = Some(into);
            done(
                store
                    .apply(&[Write::RecordQuestion { question, into }])
                    .await,
            )
        };
        assert_eq!(count_for(id, SERVER).await, Written::Question(id));
        assert_eq!(all(store).await[0].count, 2);
        // One of another server, and one that is gone, count by themselves.
        let elsewhere = count_for(id, OTHER).await;
        let gone = count_for(QuestionId(id.0 + 1_000), SERVER).await;
        assert!(elsewhere != gone && gone != Written::Question(id));
        assert_eq!(all(store).await.len(), 2);
    });
}

#[test]
fn questions_are_merged() {
    on_every_backend(async |store| {
        let from = record(
            store,
            NewQuestion {
                day: Day(DAY.0 - 5),
                ..question("a")
            },
        )
        .await;
        record(store, question("a")).await;
        let into = record(store, question("b")).await;
        let merge = async |server, from, into| {
            done(
                store
                    .apply(&[Write::MergeQuestions { server, from, into }])
                    .await,
            )
        };
        assert_eq!(merge(OTHER, from, into).await, Written::Missing);
        assert_eq!(merge(SERVER, into, into).await, Written::Missing);
        assert_eq!(
            merge(SERVER, from, QuestionId(into.0 + 9)).await,
            Written::Missing
        );
        assert_eq!(all(store).await.len(), 2, "nothing is lost");
        assert_eq!(merge(SERVER, from, into).await, Written::Question(into));
        let left = all(store).await;
        assert_eq!((left.len(), left[0].text.as_str()), (1, "b"));
        assert_eq!((left[0].count, left[0].first), (3, Day(DAY.0 - 5)));
    });
}

#[test]
fn ignored_questions_stay_out_of_sight() {
    on_every_backend(async |store| {
        let id = record(store, question("a")).await;
        record(store, question("b")).await;
        let ignore = async |server, is_ignored| {
            let write = Write::IgnoreQuestion {
                server,
                id,
                is_ignored,
            };
            done(store.apply(&[write]).await)
        };
        assert_eq!(ignore(OTHER, true).await, Written::Missing);
        assert_eq!(ignore(SERVER, true).await, Written::Done);
        record(store, question("a")).await;
        assert_eq!(
            texts(&list(store, &QuestionQuery::new(SERVER, 0)).await),
            ["b"]
        );
        let ignored = QuestionQuery {
            is_ignored: true,
            ..QuestionQuery::new(SERVER, 0)
        };
        let page = list(store, &ignored).await;
        assert_eq!((texts(&page), page.questions[0].count), (vec!["a"], 2));
        assert_eq!(ignore(SERVER, false).await, Written::Done);
        assert_eq!(all(store).await.len(), 2);
    });
}

#[test]
fn a_question_is_deleted() {
    on_every_backend(async |store| {
        let id = record(store, question("a")).await;
        let delete =
            async |server| done(store.apply(&[Write::DeleteQuestion { server, id }]).await);
        assert_eq!(delete(OTHER).await, Written::Missing);
        assert_eq!(delete(SERVER).await, Written::Done);
        assert_eq!(delete(SERVER).await, Written::Missing);
        assert!(all(store).await.is_empty());
        assert_ne!(
            record(store, question("a")).await,
            id,
            "an old button opens nothing new"
        );
    });
}

#[test]
fn what_somebody_asked_is_forgotten_everywhere() {
    on_every_backend(async |store| {
        let asked = |server, film| NewQuestion {
            server,
            film,
            ..question("am I in it")
        };
        for server in [SERVER, OTHER] {
            record(store, asked(server, None)).await;
            record(store, asked(server, Some(film("a")))).await;
        }
        record(store, question("something else")).await;
        done(
            store
                .apply(&[Write::RecordTrial(trial("am I in it"))])
                .await,
        );
        let forget = async |server| {
            let (key, text) = ("am i in it".to_owned(), "am I in it".to_owned());
            done(
                store
                    .apply(&[Write::ForgetQuestion { server, key, text }])
                    .await,
            )
        };
        assert_eq!(forget(Some(OTHER)).await, Written::Removed(2));
        assert_eq!(forget(None).await, Written::Removed(3));
        assert_eq!(forget(None).await, Written::Removed(0));
        assert_eq!(
            texts(&list(store, &QuestionQuery::new(SERVER, 0)).await),
            ["something else"]
        );
        let query = TrialQuery {
            server: SERVER,
            channel: None,
            unjudged_only: false,
            page: 0,
            per_page: 5,
        };
        assert_eq!(store.trial_answers(&query).await.expect("a page").total, 0);
    });
}

#[test]
fn old_questions_go_a_few_at_a_time() {
    on_every_backend(async |store| {
        for n in 0..10 {
            record(
                store,
                NewQuestion {
                    day: Day(DAY.0 + n),
                    ..question(&format!("question {n}"))
                },
            )
            .await;
        }
        let purge = Purge::QuestionsBefore(Day(DAY.0 + 7));
        let mut removed = Vec::new();
        for _ in 0..4 {
            removed.push(store.purge(purge, 3).await.expect("a number"));
        }
        assert_eq!(removed, [3, 3, 1, 0]);
        let page = list(store, &QuestionQuery::new(SERVER, 0)).await;
        assert_eq!(texts(&page), ["question 9", "question 8", "question 7"]);
    });
}

#[test]
fn all_questions_of_a_server_go_and_no_others() {
    on_every_backend(async |store| {
        for n in 0..5 {
            record(store, question(&format!("question {n}"))).await;
        }
        let elsewhere = NewQuestion {
            server: OTHER,
            ..question("mine")
        };
        record(store, elsewhere).await;
        assert_eq!(store.purge(Purge::QuestionsOf(SERVER), 4).await, Ok(4));
        assert_eq!(store.purge(Purge::QuestionsOf(SERVER), 4).await, Ok(1));
        assert_eq!(list(store, &QuestionQuery::new(OTHER, 0)).await.total, 1);
    });
}

#[test]
fn a_list_ends_where_nobody_reads_on() {
    on_every_backend(async |store| {
        let n = MAX_LISTED + 7;
        for first in (0..n).step_by(1_000) {
            let writes = (first..n.min(first + 1_000)).map(|n| Write::RecordQuestion {
                question: question(&format!("question {n}")),
                into: None,
            });
            store
                .apply(&writes.collect::<Vec<_>>())
                .await
                .expect("recorded");
        }
        let last = QuestionQuery {
            page: 1_666,
            per_page: 6,
            ..QuestionQuery::new(SERVER, 0)
        };
        let page = list(store, &last).await;
        assert_eq!((page.questions.len(), page.total), (4, MAX_LISTED));
        let beyond = QuestionQuery {
            page: 1_667,
            ..last
        };
        assert!(list(store, &beyond).await.questions.is_empty());
    });
}
