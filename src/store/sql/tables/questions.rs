//! The table of open questions: `open_questions`.

use crate::guide::ServerId;
use crate::store::error::StoreError;
use crate::store::records::{
    Ending, FilmEntry, MAX_LISTED, NewQuestion, OpenQuestion, QuestionId, QuestionPage,
    QuestionQuery, kept_text,
};
use crate::store::sql::session::{Pool, Session};
use crate::store::sql::value::{SqlRow, SqlValue, Statement, sql};
use crate::store::write::Written;

/// Reads all columns.
pub(in crate::store::sql) const SELECT: &str = "SELECT id, server, film, question, question_key, first_day, last_day, n, nearest_film, nearest_entry, ending, is_ignored FROM open_questions";
/// Adds rows of all columns.
pub(in crate::store::sql) const ADD: &str = "INSERT INTO open_questions (id, server, film, question, question_key, first_day, last_day, n, nearest_film, nearest_entry, ending, is_ignored) VALUES";
/// Puts those that were asked most first, then those that were asked last.
const BY_COUNT: &str = "ORDER BY n DESC, last_day DESC, id DESC";
/// Adds a row without its number.
const ADD_NEW: &str = "INSERT INTO open_questions (server, film, question, question_key, first_day, last_day, n, nearest_film, nearest_entry, ending, is_ignored) VALUES";

/// Records a question.
pub(in crate::store::sql) async fn record(
    session: &mut Session,
    new: &NewQuestion,
    into: Option<QuestionId>,
) -> Result<Written, StoreError> {
    if let Some(id) = into
        && session.execute(count_again(new, id)).await? > 0
    {
        return Ok(Written::Question(id));
    }
    // The question that is there counts once more.
    let row = session
        .row(
            sql(ADD_NEW)
                .rows(vec![new_row(new)])
                .and(
                    "ON CONFLICT (question_key, server, film) DO UPDATE SET n = open_questions.n + 1, \
                     first_day = CASE WHEN excluded.first_day < open_questions.first_day THEN excluded.first_day \
                     ELSE open_questions.first_day END, \
                     last_day = CASE WHEN excluded.last_day > open_questions.last_day THEN excluded.last_day \
                     ELSE open_questions.last_day END, \
                     nearest_film = CASE WHEN excluded.nearest_film = '' THEN open_questions.nearest_film \
                     ELSE excluded.nearest_film END, \
                     nearest_entry = CASE WHEN excluded.nearest_film = '' THEN open_questions.nearest_entry \
                     ELSE excluded.nearest_entry END, \
                     ending = excluded.ending",
                )
                .and("RETURNING id"),
        )
        .await?;
    let row = row.ok_or_else(|| StoreError::Broken("a question got no number".to_owned()))?;
    Ok(Written::Question(QuestionId(row.integer(0)?)))
}

/// Counts a question once more for another one of its server.
fn count_again(new: &NewQuestion, id: QuestionId) -> Statement {
    let nearest = new.nearest.as_ref();
    sql("UPDATE open_questions SET n = n + 1, \
         first_day = CASE WHEN $1 < first_day THEN $1 ELSE first_day END, \
         last_day = CASE WHEN $1 > last_day THEN $1 ELSE last_day END, \
         nearest_film = CASE WHEN $2 = '' THEN nearest_film ELSE $2 END, \
         nearest_entry = CASE WHEN $2 = '' THEN nearest_entry ELSE $3 END, \
         ending = $4 WHERE id = $5 AND server = $6")
    .with(new.day)
    .with(nearest.map(|entry| &entry.film))
    .with(nearest.map_or("", |entry| entry.entry.as_str()))
    .with(new.ending.as_str())
    .with(id.0)
    .with(new.server)
}

/// Adds the count of one question to another and deletes the first.
pub(in crate::store::sql) async fn merge(
    session: &mut Session,
    server: ServerId,
    from: QuestionId,
    into: QuestionId,
) -> Result<Written, StoreError> {
    // A change of nothing keeps others from counting it until it is gone.
    let hold = sql("UPDATE open_questions SET n = n WHERE id = $1 AND server = $2")
        .with(from.0)
        .with(server);
    if from == into || session.execute(hold).await? == 0 {
        return Ok(Written::Missing);
    }
    let add = sql("UPDATE open_questions SET n = open_questions.n + gone.n, \
         first_day = CASE WHEN gone.first_day < open_questions.first_day THEN gone.first_day \
         ELSE open_questions.first_day END, \
         last_day = CASE WHEN gone.last_day > open_questions.last_day THEN gone.last_day \
         ELSE open_questions.last_day END \
         FROM (SELECT n, first_day, last_day FROM open_questions WHERE id = $1) AS gone \
         WHERE open_questions.id = $2 AND open_questions.server = $3");
    let add = add.with(from.0).with(into.0).with(server);
    if session.execute(add).await? == 0 {
        return Ok(Written::Missing);
    }
    delete(session, server, from).await?;
    Ok(Written::Question(into))
}

/// Hides a question, or shows it again.
pub(in crate::store::sql) async fn ignore(
    session: &mut Session,
    server: ServerId,
    id: QuestionId,
    is_ignored: bool,
) -> Result<Written, StoreError> {
    let update = sql("UPDATE open_questions SET is_ignored = $1 WHERE id = $2 AND server = $3");
    let update = update.with(is_ignored).with(id.0).with(server);
    Ok(Written::of_rows(session.execute(update).await?))
}

/// Deletes a question.
pub(in crate::store::sql) async fn delete(
    session: &mut Session,
    server: ServerId,
    id: QuestionId,
) -> Result<Written, StoreError> {
    let delete = sql("DELETE FROM open_questions WHERE id = $1 AND server = $2");
    let deleted = session.execute(delete.with(id.0).with(server)).await?;
    Ok(Written::of_rows(deleted))
}

/// Deletes what somebody asked, here and among the trial answers.
pub(in crate::store::sql) async fn forget(
    session: &mut Session,
    server: Option<ServerId>,
    key: &str,
    text: &str,
) -> Result<Written, StoreError> {
    let here = |statement: Statement| match server {
        Some(server) => statement.and_with("AND server = $", server),
        None => statement,
    };
    let delete = sql("DELETE FROM open_questions WHERE question_key = $1").with(kept_text(key));
    let n_questions = session.execute(here(delete)).await?;
    let delete = sql("DELETE FROM trial_answers WHERE question = $1").with(kept_text(text));
    let n_trials = session.execute(here(delete)).await?;
    Ok(Written::Removed(n_questions + n_trials))
}

/// Returns a page of questions.
pub(in crate::store::sql) async fn read(
    pool: &Pool,
    query: &QuestionQuery,
) -> Result<QuestionPage, StoreError> {
    // No more rows are looked at than are listed at most.
    let count = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM open_questions";
    let count = wanted(count, query, "last_day").and_with("LIMIT $) AS wanted", MAX_LISTED);
    let total = pool.row(count).await?;
    let total = total.map_or(Ok(0), |row| row.count(0))?;
    let first = u64::from(query.page) * u64::from(query.per_page);
    if first >= total {
        let questions = Vec::new();
        return Ok(QuestionPage { questions, total });
    }
    // With the plus SQLite goes through the questions in their order, where it would sort all those of the days.
    let last_day = match pool {
        Pool::Sqlite(_) => "+last_day",
        Pool::Postgres(_) => "last_day",
    };
    // The page is found in an index alone, and only its rows are read.
    let page = format!("{SELECT} WHERE id IN (SELECT id FROM open_questions");
    let page = wanted(&page, query, last_day)
        .and(BY_COUNT)
        .and_with("LIMIT $", u64::from(query.per_page).min(total - first))
        .and_with("OFFSET $)", first)
        .and(BY_COUNT);
    let rows = pool.rows(page).await?;
    let questions = rows.iter().map(taken).collect::<Result<_, _>>()?;
    Ok(QuestionPage { questions, total })
}

/// Returns a statement with the condition that the questions of a list meet; `last_day` names the column.
fn wanted(select: &str, query: &QuestionQuery, last_day: &str) -> Statement {
    let mut statement = sql(select)
        .and_with("WHERE server = $", query.server)
        .and_with("AND is_ignored = $", query.is_ignored);
    if let Some(film) = &query.film {
        statement = statement.and_with("AND film = $", film);
    }
    if let Some(since) = query.since {
        statement = statement.and("AND").and(last_day).and_with(">= $", since);
    }
    statement
}

/// Returns a question of a server.
pub(in crate::store::sql) async fn read_one(
    pool: &Pool,
    server: ServerId,
    id: QuestionId,
) -> Result<Option<OpenQuestion>, StoreError> {
    let select = sql(SELECT).and_with("WHERE id = $", id.0);
    let row = pool.row(select.and_with("AND server = $", server)).await?;
    row.as_ref().map(taken).transpose()
}

/// Takes a question from its row.
pub(in crate::store::sql) fn taken(row: &SqlRow) -> Result<OpenQuestion, StoreError> {
    let nearest = match row.optional_film(8)? {
        Some(film) => Some(FilmEntry {
            film,
            entry: row.entry(9)?,
        }),
        None => None,
    };
    Ok(OpenQuestion {
        id: QuestionId(row.integer(0)?),
        server: ServerId(row.id(1)?),
        film: row.optional_film(2)?,
        text: row.text(3)?.to_owned(),
        key: row.text(4)?.to_owned(),
        first: row.day(5)?,
        last: row.day(6)?,
        count: row.count(7)?,
        nearest,
        ending: row.word(10, Ending::parse)?,
        is_ignored: row.flag(11)?,
    })
}

fn new_row(new: &NewQuestion) -> Vec<SqlValue> {
    let nearest = new.nearest.as_ref();
    vec![
        new.server.into(),
        new.film.as_ref().into(),
        kept_text(&new.text).into(),
        kept_text(&new.key).into(),
        new.day.into(),
        new.day.into(),
        1_i64.into(),
        nearest.map(|entry| &entry.film).into(),
        nearest.map_or("", |entry| entry.entry.as_str()).into(),
        new.ending.as_str().into(),
        false.into(),
    ]
}

/// Returns the row of a question.
pub(in crate::store::sql) fn row(question: &OpenQuestion) -> Vec<SqlValue> {
    let nearest = question.nearest.as_ref();
    vec![
        question.id.0.into(),
        question.server.into(),
        question.film.as_ref().into(),
        question.text.as_str().into(),
        question.key.as_str().into(),
        question.first.into(),
        question.last.into(),
        question.count.into(),
        nearest.map(|entry| &entry.film).into(),
        nearest.map_or("", |entry| entry.entry.as_str()).into(),
        question.ending.as_str().into(),
        question.is_ignored.into(),
    ]
}
