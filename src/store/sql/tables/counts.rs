//! The tables of counts: `question_counts` and `entry_counts`.

use crate::store::error::StoreError;
use crate::store::records::{
    Day, EntryCountKey, EntryCounts, FilmCounts, FilmEntry, QuestionCountKey, QuestionCounts,
    Scope, TopBy, TopEntry, TopQuery,
};
use crate::store::sql::session::{Pool, Session};
use crate::store::sql::value::{SqlRow, SqlValue, sql};
use crate::store::write::Written;

/// Reads all columns of the counts of questions.
pub(in crate::store::sql) const SELECT_QUESTIONS: &str =
    "SELECT server, day, film, answered, offered, unknown FROM question_counts";
/// Adds rows of all columns of the counts of questions.
pub(in crate::store::sql) const ADD_QUESTIONS: &str =
    "INSERT INTO question_counts (server, day, film, answered, offered, unknown) VALUES";
/// Reads all columns of the counts of entries' uses.
pub(in crate::store::sql) const SELECT_ENTRIES: &str =
    "SELECT server, day, film, entry, shown, pressed, disliked FROM entry_counts";
/// Adds rows of all columns of the counts of entries' uses.
pub(in crate::store::sql) const ADD_ENTRIES: &str =
    "INSERT INTO entry_counts (server, day, film, entry, shown, pressed, disliked) VALUES";

/// Adds to the count of questions.
pub(in crate::store::sql) async fn add_questions(
    session: &mut Session,
    key: &QuestionCountKey,
    counts: QuestionCounts,
) -> Result<Written, StoreError> {
    let add = sql(ADD_QUESTIONS)
        .rows(vec![question_row(key, counts)])
        .and(
            "ON CONFLICT (server, day, film) DO UPDATE SET \
         answered = question_counts.answered + excluded.answered, \
         offered = question_counts.offered + excluded.offered, \
         unknown = question_counts.unknown + excluded.unknown",
        );
    session.execute(add).await?;
    Ok(Written::Done)
}

/// Adds to the count of an entry's uses.
pub(in crate::store::sql) async fn add_entry(
    session: &mut Session,
    key: &EntryCountKey,
    counts: EntryCounts,
) -> Result<Written, StoreError> {
    let add = sql(ADD_ENTRIES).rows(vec![entry_row(key, counts)]).and(
        "ON CONFLICT (server, day, film, entry) DO UPDATE SET \
         shown = entry_counts.shown + excluded.shown, \
         pressed = entry_counts.pressed + excluded.pressed, \
         disliked = entry_counts.disliked + excluded.disliked",
    );
    session.execute(add).await?;
    Ok(Written::Done)
}

/// Returns the questions since a day, by film.
pub(in crate::store::sql) async fn by_film(
    pool: &Pool,
    scope: Scope,
    since: Day,
) -> Result<Vec<FilmCounts>, StoreError> {
    let select = sql(
        "SELECT film, CAST(SUM(answered) AS BIGINT), CAST(SUM(offered) AS BIGINT), CAST(SUM(unknown) AS BIGINT) \
         FROM question_counts",
    )
    .and_with("WHERE day >= $", since);
    let select = match scope {
        Scope::All => select,
        Scope::Of(server) => select.and_with("AND server = $", server),
    };
    let rows = pool.rows(select.and("GROUP BY film ORDER BY film")).await?;
    let rows = rows.iter();
    rows.map(|row| {
        Ok(FilmCounts {
            film: row.optional_film(0)?,
            counts: QuestionCounts {
                answered: row.count(1)?,
                offered: row.count(2)?,
                unknown: row.count(3)?,
            },
        })
    })
    .collect()
}

/// Returns the entries that were of most use.
pub(in crate::store::sql) async fn top_entries(
    pool: &Pool,
    query: &TopQuery,
) -> Result<Vec<TopEntry>, StoreError> {
    let by = match query.by {
        TopBy::Used => "SUM(shown + pressed)",
        TopBy::Disliked => "SUM(disliked)",
    };
    let mut select = sql(
        "SELECT film, entry, CAST(SUM(shown) AS BIGINT), CAST(SUM(pressed) AS BIGINT), CAST(SUM(disliked) AS BIGINT) \
         FROM entry_counts",
    )
    .and_with("WHERE day >= $", query.since);
    if let Scope::Of(server) = query.scope {
        select = select.and_with("AND server = $", server);
    }
    if let Some(film) = &query.film {
        select = select.and_with("AND film = $", film);
    }
    let select = select
        .and("GROUP BY film, entry HAVING")
        .and(by)
        .and("> 0 ORDER BY")
        .and(by)
        .and_with("DESC, film, entry LIMIT $", query.limit);
    let rows = pool.rows(select).await?;
    let rows = rows.iter();
    rows.map(|row| {
        Ok(TopEntry {
            entry: FilmEntry {
                film: row.film(0)?,
                entry: row.entry(1)?,
            },
            counts: entry_counts(row, 2)?,
        })
    })
    .collect()
}

fn entry_counts(row: &SqlRow, first: usize) -> Result<EntryCounts, StoreError> {
    Ok(EntryCounts {
        shown: row.count(first)?,
        pressed: row.count(first + 1)?,
        disliked: row.count(first + 2)?,
    })
}

/// Takes a count of questions from its row.
pub(in crate::store::sql) fn taken_questions(
    row: &SqlRow,
) -> Result<(QuestionCountKey, QuestionCounts), StoreError> {
    let key = QuestionCountKey {
        server: row.server(0)?,
        day: row.day(1)?,
        film: row.optional_film(2)?,
    };
    let counts = QuestionCounts {
        answered: row.count(3)?,
        offered: row.count(4)?,
        unknown: row.count(5)?,
    };
    Ok((key, counts))
}

/// Takes a count of an entry's uses from its row.
pub(in crate::store::sql) fn taken_entry(
    row: &SqlRow,
) -> Result<(EntryCountKey, EntryCounts), StoreError> {
    let key = EntryCountKey {
        server: row.server(0)?,
        day: row.day(1)?,
        entry: FilmEntry {
            film: row.film(2)?,
            entry: row.entry(3)?,
        },
    };
    Ok((key, entry_counts(row, 4)?))
}

/// Returns the row of a count of questions.
pub(in crate::store::sql) fn question_row(
    key: &QuestionCountKey,
    counts: QuestionCounts,
) -> Vec<SqlValue> {
    vec![
        key.server.into(),
        key.day.into(),
        key.film.as_ref().into(),
        counts.answered.into(),
        counts.offered.into(),
        counts.unknown.into(),
    ]
}

/// Returns the row of a count of an entry's uses.
pub(in crate::store::sql) fn entry_row(key: &EntryCountKey, counts: EntryCounts) -> Vec<SqlValue> {
    vec![
        key.server.into(),
        key.day.into(),
        (&key.entry.film).into(),
        (&key.entry.entry).into(),
        counts.shown.into(),
        counts.pressed.into(),
        counts.disliked.into(),
    ]
}
