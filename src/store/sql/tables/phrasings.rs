//! The table of taught phrasings: `taught_phrasings`.

use crate::guide::ServerId;
use crate::store::error::StoreError;
use crate::store::records::{NewPhrasing, PhrasingId, Scope, TaughtPhrasing, kept_text};
use crate::store::sql::session::{Pool, Session};
use crate::store::sql::value::{SqlRow, SqlValue, sql};
use crate::store::write::Written;

/// Reads all columns.
pub(in crate::store::sql) const SELECT: &str =
    "SELECT id, server, film, entry, phrasing, day FROM taught_phrasings";
/// Adds rows of all columns.
pub(in crate::store::sql) const ADD: &str =
    "INSERT INTO taught_phrasings (id, server, film, entry, phrasing, day) VALUES";

/// Teaches a phrasing; one that is there already stays as it is.
pub(in crate::store::sql) async fn teach(
    session: &mut Session,
    new: &NewPhrasing,
) -> Result<Written, StoreError> {
    let teach = sql("INSERT INTO taught_phrasings (server, film, entry, phrasing, day) VALUES")
        .rows(vec![new_row(new)])
        // A change of nothing makes it return the number.
        .and("ON CONFLICT (server, film, entry, phrasing) DO UPDATE SET day = taught_phrasings.day")
        .and("RETURNING id");
    let row = session.row(teach).await?;
    let row = row.ok_or_else(|| StoreError::Broken("a phrasing got no number".to_owned()))?;
    Ok(Written::Phrasing(PhrasingId(row.integer(0)?)))
}

/// Removes a phrasing.
pub(in crate::store::sql) async fn unteach(
    session: &mut Session,
    server: Option<ServerId>,
    id: PhrasingId,
) -> Result<Written, StoreError> {
    let delete = sql("DELETE FROM taught_phrasings WHERE id = $1 AND server = $2");
    let deleted = session.execute(delete.with(id.0).with(server)).await?;
    Ok(Written::of_rows(deleted))
}

/// Returns phrasings.
pub(in crate::store::sql) async fn read(
    pool: &Pool,
    scope: Scope,
) -> Result<Vec<TaughtPhrasing>, StoreError> {
    let select = match scope {
        Scope::All => sql(SELECT),
        Scope::Of(server) => sql(SELECT).and_with("WHERE server = $", server),
    };
    let rows = pool.rows(select.and("ORDER BY id")).await?;
    rows.iter().map(taken).collect()
}

/// Takes a phrasing from its row.
pub(in crate::store::sql) fn taken(row: &SqlRow) -> Result<TaughtPhrasing, StoreError> {
    Ok(TaughtPhrasing {
        id: PhrasingId(row.integer(0)?),
        phrasing: NewPhrasing {
            server: row.server(1)?,
            film: row.film(2)?,
            entry: row.entry(3)?,
            text: row.text(4)?.to_owned(),
            day: row.day(5)?,
        },
    })
}

fn new_row(new: &NewPhrasing) -> Vec<SqlValue> {
    vec![
        new.server.into(),
        (&new.film).into(),
        (&new.entry).into(),
        kept_text(&new.text).into(),
        new.day.into(),
    ]
}

/// Returns the row of a phrasing.
pub(in crate::store::sql) fn row(taught: &TaughtPhrasing) -> Vec<SqlValue> {
    let mut row = vec![taught.id.0.into()];
    row.extend(new_row(&taught.phrasing));
    row
}
