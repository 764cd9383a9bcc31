//! The tables of what the program keeps for itself: `meta` and `guide_copies`.

use crate::store::error::StoreError;
use crate::store::records::{GuideCopy, MetaValue};
use crate::store::sql::session::{Pool, Session};
use crate::store::sql::value::{SqlRow, SqlValue, sql};
use crate::store::write::Written;

/// Reads all columns of the copies of guides.
pub(in crate::store::sql) const SELECT_GUIDES: &str = "SELECT film, guide, hash FROM guide_copies";
/// Adds rows of all columns of the copies of guides.
pub(in crate::store::sql) const ADD_GUIDES: &str =
    "INSERT INTO guide_copies (film, guide, hash) VALUES";

/// Keeps bytes under a name.
pub(in crate::store::sql) async fn put(
    session: &mut Session,
    name: &str,
    bytes: &[u8],
) -> Result<Written, StoreError> {
    let put = sql("INSERT INTO meta (name, bytes, number) VALUES ($1, $2, 0)")
        .with(name)
        .with(SqlValue::Bytes(bytes.to_vec()))
        .and("ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes");
    session.execute(put).await?;
    Ok(Written::Done)
}

/// Adds to the number under a name.
pub(in crate::store::sql) async fn add(
    session: &mut Session,
    name: &str,
    n: i64,
) -> Result<Written, StoreError> {
    let add = sql("INSERT INTO meta (name, bytes, number) VALUES ($1, $2, $3)")
        .with(name)
        .with(SqlValue::Bytes(Vec::new()))
        .with(n)
        .and("ON CONFLICT (name) DO UPDATE SET number = meta.number + excluded.number")
        .and("RETURNING number");
    let row = session.row(add).await?;
    let row = row.ok_or_else(|| StoreError::Broken("a number was not added to".to_owned()))?;
    Ok(Written::Number(row.integer(0)?))
}

/// Removes what is under a name.
pub(in crate::store::sql) async fn remove(
    session: &mut Session,
    name: &str,
) -> Result<Written, StoreError> {
    let delete = sql("DELETE FROM meta WHERE name = $1").with(name);
    Ok(Written::of_rows(session.execute(delete).await?))
}

/// Returns what is under a name.
pub(in crate::store::sql) async fn read(
    pool: &Pool,
    name: &str,
) -> Result<Option<MetaValue>, StoreError> {
    let select = sql("SELECT bytes, number FROM meta WHERE name = $1").with(name);
    let row = pool.row(select).await?;
    let value = |row: SqlRow| {
        Ok(MetaValue {
            bytes: row.bytes(0)?,
            number: row.integer(1)?,
        })
    };
    row.map(value).transpose()
}

/// Returns the names that begin with `prefix`, sorted.
pub(in crate::store::sql) async fn names(
    pool: &Pool,
    prefix: &str,
) -> Result<Vec<String>, StoreError> {
    let length = prefix.chars().count() as u64;
    let select = sql("SELECT name FROM meta WHERE SUBSTR(name, 1, CAST($2 AS INTEGER)) = $1");
    let select = select.with(prefix).with(length).and("ORDER BY name");
    let rows = pool.rows(select).await?;
    rows.iter()
        .map(|row| row.text(0).map(str::to_owned))
        .collect()
}

/// Keeps a copy of a guide.
pub(in crate::store::sql) async fn keep_guide(
    session: &mut Session,
    copy: &GuideCopy,
) -> Result<Written, StoreError> {
    let keep = sql(ADD_GUIDES)
        .rows(vec![guide_row(copy)])
        .and("ON CONFLICT (film) DO UPDATE SET guide = excluded.guide, hash = excluded.hash");
    session.execute(keep).await?;
    Ok(Written::Done)
}

/// Returns the copies of all guides, by film.
pub(in crate::store::sql) async fn guides(pool: &Pool) -> Result<Vec<GuideCopy>, StoreError> {
    let rows = pool.rows(sql(SELECT_GUIDES).and("ORDER BY film")).await?;
    rows.iter().map(taken_guide).collect()
}

/// Takes a copy of a guide from its row.
pub(in crate::store::sql) fn taken_guide(row: &SqlRow) -> Result<GuideCopy, StoreError> {
    Ok(GuideCopy {
        film: row.film(0)?,
        text: row.text(1)?.to_owned(),
        hash: row.text(2)?.to_owned(),
    })
}

/// Returns the row of a copy of a guide.
pub(in crate::store::sql) fn guide_row(copy: &GuideCopy) -> Vec<SqlValue> {
    vec![
        (&copy.film).into(),
        copy.text.as_str().into(),
        copy.hash.as_str().into(),
    ]
}
