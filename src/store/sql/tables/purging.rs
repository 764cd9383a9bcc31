//! Removing old and unwanted rows, a bounded number at a time.

use crate::store::error::StoreError;
use crate::store::sql::session::Session;
use crate::store::sql::value::{SqlValue, sql};
use crate::store::write::Purge;

/// Rows to remove: a table, the columns that name a row of it, and the condition, with `$` for the value.
type UnwantedRows = (&'static str, &'static str, &'static str, SqlValue);

/// Removes at most `limit` rows and returns how many it were.
pub(in crate::store::sql) async fn purge(
    session: &mut Session,
    purge: Purge,
    limit: u32,
) -> Result<u64, StoreError> {
    let mut left = u64::from(limit);
    for rows in rows(purge) {
        if left > 0 {
            left -= remove(session, rows, left).await?;
        }
    }
    Ok(u64::from(limit) - left)
}

fn rows(purge: Purge) -> Vec<UnwantedRows> {
    let by_id = |table, condition, value| (table, "id", condition, value);
    match purge {
        Purge::QuestionsBefore(day) => vec![by_id("open_questions", "last_day < $", day.into())],
        Purge::QuestionsOf(server) => vec![by_id("open_questions", "server = $", server.into())],
        Purge::TrialsBefore(day) => vec![by_id("trial_answers", "day < $", day.into())],
        Purge::CountsBefore(day) => vec![
            (
                "question_counts",
                "server, day, film",
                "day < $",
                day.into(),
            ),
            (
                "entry_counts",
                "server, day, film, entry",
                "day < $",
                day.into(),
            ),
        ],
        Purge::Server(server) => {
            let of = |table, columns| (table, columns, "server = $", SqlValue::from(server));
            vec![
                of("open_questions", "id"),
                of("server_settings", "server"),
                of("channel_settings", "server, channel"),
                of("taught_phrasings", "id"),
                of("edits", "id"),
                of("edit_revisions", "server, film, part"),
                of("trial_answers", "id"),
                of("question_counts", "server, day, film"),
                of("entry_counts", "server, day, film, entry"),
            ]
        }
        Purge::ProcessesBefore(moment) => vec![
            by_id("processes", "seen_at < $", moment.into()),
            by_id("reload_requests", "asked_at < $", moment.into()),
            (
                "reload_answers",
                "reload, process",
                "reload NOT IN (SELECT id FROM reload_requests WHERE asked_at >= $)",
                moment.into(),
            ),
        ],
    }
}

async fn remove(session: &mut Session, rows: UnwantedRows, limit: u64) -> Result<u64, StoreError> {
    let (table, columns, condition, value) = rows;
    let delete = format!("DELETE FROM {table} WHERE ({columns}) IN (SELECT {columns} FROM {table}");
    let delete = sql(&delete)
        .and("WHERE")
        .and_with(condition, value)
        .and_with("LIMIT $)", limit);
    session.execute(delete).await
}
