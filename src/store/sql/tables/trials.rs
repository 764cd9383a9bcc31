//! The table of trial answers: `trial_answers`.

use crate::guide::{ChannelId, ServerId};
use crate::store::error::StoreError;
use crate::store::records::{
    FilmEntry, NewTrialAnswer, TrialAnswer, TrialId, TrialPage, TrialQuery, Verdict, kept_text,
};
use crate::store::sql::session::{Pool, Session};
use crate::store::sql::value::{SqlRow, SqlValue, Statement, sql};
use crate::store::write::Written;

/// Reads all columns.
pub(in crate::store::sql) const SELECT: &str = "SELECT id, server, channel, question, film, entry, confidence, verdict, day FROM trial_answers";
/// Adds rows of all columns.
pub(in crate::store::sql) const ADD: &str = "INSERT INTO trial_answers (id, server, channel, question, film, entry, confidence, verdict, day) VALUES";

/// Notes an answer.
pub(in crate::store::sql) async fn record(
    session: &mut Session,
    new: &NewTrialAnswer,
) -> Result<Written, StoreError> {
    let add = sql(
        "INSERT INTO trial_answers (server, channel, question, film, entry, confidence, verdict, day) VALUES",
    );
    let add = add.rows(vec![new_row(new, None)]).and("RETURNING id");
    let row = session.row(add).await?;
    let row = row.ok_or_else(|| StoreError::Broken("an answer got no number".to_owned()))?;
    Ok(Written::Trial(TrialId(row.integer(0)?)))
}

/// Judges an answer.
pub(in crate::store::sql) async fn judge(
    session: &mut Session,
    server: ServerId,
    id: TrialId,
    verdict: Option<Verdict>,
) -> Result<Written, StoreError> {
    let update = sql("UPDATE trial_answers SET verdict = $1 WHERE id = $2 AND server = $3")
        .with(word(verdict))
        .with(id.0)
        .with(server);
    Ok(Written::of_rows(session.execute(update).await?))
}

/// Deletes the answers of a channel.
pub(in crate::store::sql) async fn delete(
    session: &mut Session,
    server: ServerId,
    channel: ChannelId,
) -> Result<Written, StoreError> {
    let delete = sql("DELETE FROM trial_answers WHERE server = $1 AND channel = $2");
    let deleted = session.execute(delete.with(server).with(channel)).await?;
    Ok(Written::Removed(deleted))
}

/// Returns a page of answers and the sums of all.
pub(in crate::store::sql) async fn read(
    pool: &Pool,
    query: &TrialQuery,
) -> Result<TrialPage, StoreError> {
    let here = |select: &str| -> Statement {
        let statement = sql(select).and_with("WHERE server = $", query.server);
        match query.channel {
            Some(channel) => statement.and_with("AND channel = $", channel),
            None => statement,
        }
    };
    let sums = here("SELECT verdict, COUNT(*) FROM trial_answers").and("GROUP BY verdict");
    let mut page = TrialPage::default();
    for row in pool.rows(sums).await? {
        let n = row.count(1)?;
        page.total += n;
        match row.optional_word(0, Verdict::parse)? {
            Some(Verdict::Right) => page.right = n,
            Some(Verdict::Wrong) => page.wrong = n,
            None => {}
        }
    }
    let mut list = here(SELECT);
    if query.unjudged_only {
        list = list.and("AND verdict = ''");
    }
    let first = i64::from(query.page) * i64::from(query.per_page);
    let list = list
        .and_with("ORDER BY id DESC LIMIT $", query.per_page)
        .and_with("OFFSET $", first);
    let rows = pool.rows(list).await?;
    page.answers = rows.iter().map(taken).collect::<Result<_, _>>()?;
    Ok(page)
}

/// Takes an answer from its row.
pub(in crate::store::sql) fn taken(row: &SqlRow) -> Result<TrialAnswer, StoreError> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the column holds what was an f32 before"
    )]
    let confidence = row.real(6)? as f32;
    Ok(TrialAnswer {
        id: TrialId(row.integer(0)?),
        answer: NewTrialAnswer {
            server: ServerId(row.id(1)?),
            channel: ChannelId(row.id(2)?),
            text: row.text(3)?.to_owned(),
            entry: FilmEntry {
                film: row.film(4)?,
                entry: row.entry(5)?,
            },
            confidence,
            day: row.day(8)?,
        },
        verdict: row.optional_word(7, Verdict::parse)?,
    })
}

fn word(verdict: Option<Verdict>) -> &'static str {
    verdict.map_or("", Verdict::as_str)
}

fn new_row(new: &NewTrialAnswer, verdict: Option<Verdict>) -> Vec<SqlValue> {
    vec![
        new.server.into(),
        new.channel.into(),
        kept_text(&new.text).into(),
        (&new.entry.film).into(),
        (&new.entry.entry).into(),
        SqlValue::Real(new.confidence.into()),
        word(verdict).into(),
        new.day.into(),
    ]
}

/// Returns the row of an answer.
pub(in crate::store::sql) fn row(trial: &TrialAnswer) -> Vec<SqlValue> {
    let mut row = vec![trial.id.0.into()];
    row.extend(new_row(&trial.answer, trial.verdict));
    row
}
