//! The tables of edits: `edits`, and `edit_revisions` with the revision of everything that was ever edited.

use crate::guide::{FilmId, ServerId};
use crate::store::error::StoreError;
use crate::store::records::{Edit, EditId, EditKey, EditState, HISTORY, NewEdit, Revision, Scope};
use crate::store::sql::session::{Pool, Session};
use crate::store::sql::value::{SqlRow, SqlValue, Statement, sql};
use crate::store::write::Written;

/// Reads all columns of an edit.
pub(in crate::store::sql) const SELECT: &str =
    "SELECT id, server, film, part, kind, payload, revision, published_at, state FROM edits";
/// Adds rows of all columns of an edit.
pub(in crate::store::sql) const ADD: &str = "INSERT INTO edits (id, server, film, part, kind, payload, revision, published_at, state) VALUES";
/// Reads all columns of a revision.
pub(in crate::store::sql) const SELECT_REVISIONS: &str =
    "SELECT server, film, part, revision FROM edit_revisions";
/// Adds rows of all columns of a revision.
pub(in crate::store::sql) const ADD_REVISIONS: &str =
    "INSERT INTO edit_revisions (server, film, part, revision) VALUES";
/// Names what an edit touches by the first three values.
const OF_KEY: &str = "WHERE server = $1 AND film = $2 AND part = $3";

/// Publishes an edit, unless somebody else was faster.
pub(in crate::store::sql) async fn publish(
    session: &mut Session,
    new: &NewEdit,
) -> Result<Written, StoreError> {
    let revision = Revision(new.expected.0 + 1);
    let advance = if new.expected == Revision(0) {
        let row = revision_row(&new.key, revision);
        sql(ADD_REVISIONS)
            .rows(vec![row])
            .and("ON CONFLICT (server, film, part) DO NOTHING")
    } else {
        of_key(
            "UPDATE edit_revisions SET revision = revision + 1",
            &new.key,
        )
        .and_with("AND revision = $", new.expected.0)
    };
    if session.execute(advance).await? == 0 {
        let select = of_key("SELECT revision FROM edit_revisions", &new.key);
        return Ok(Written::Conflict(revision_of(session.row(select).await?)?));
    }
    let row = vec![
        new.key.server.into(),
        (&new.key.film).into(),
        new.key.part.as_str().into(),
        new.kind.as_str().into(),
        new.payload.as_str().into(),
        revision.0.into(),
        new.published_at.into(),
        EditState::Published.as_str().into(),
    ];
    let add = sql(
        "INSERT INTO edits (server, film, part, kind, payload, revision, published_at, state) VALUES",
    );
    let row = session.row(add.rows(vec![row]).and("RETURNING id")).await?;
    let row = row.ok_or_else(|| StoreError::Broken("an edit got no number".to_owned()))?;
    Ok(Written::Edit(EditId(row.integer(0)?), revision))
}

/// Changes the state of an edit, and so the revision of what it touches.
pub(in crate::store::sql) async fn change(
    session: &mut Session,
    server: Option<ServerId>,
    id: EditId,
    state: EditState,
) -> Result<Written, StoreError> {
    let update = sql("UPDATE edits SET state = $1 WHERE id = $2 AND server = $3 AND state <> $1")
        .with(state.as_str())
        .with(id.0)
        .with(server)
        .and("RETURNING film, part");
    let Some(row) = session.row(update).await? else {
        return Ok(Written::Missing);
    };
    let key = EditKey {
        server,
        film: row.film(0)?,
        part: row.text(1)?.to_owned(),
    };
    let advance = of_key("UPDATE edit_revisions SET revision = revision + 1", &key);
    let row = session.row(advance.and("RETURNING revision")).await?;
    Ok(Written::Edit(id, revision_of(row)?))
}

/// Returns the edits that hold or wait.
pub(in crate::store::sql) async fn read(
    pool: &Pool,
    scope: Scope,
) -> Result<Vec<Edit>, StoreError> {
    let select = sql(SELECT).and_with("WHERE state <> $", EditState::Undone.as_str());
    let select = match scope {
        Scope::All => select,
        Scope::Of(server) => select.and_with("AND server = $", server),
    };
    let rows = pool.rows(select.and("ORDER BY id")).await?;
    rows.iter().map(taken).collect()
}

/// Returns an edit.
pub(in crate::store::sql) async fn read_one(
    pool: &Pool,
    server: Option<ServerId>,
    id: EditId,
) -> Result<Option<Edit>, StoreError> {
    let select = sql(SELECT).and_with("WHERE id = $", id.0);
    let row = pool.row(select.and_with("AND server = $", server)).await?;
    row.as_ref().map(taken).transpose()
}

/// Returns the last edits of a film, the latest first.
pub(in crate::store::sql) async fn history(
    pool: &Pool,
    server: Option<ServerId>,
    film: &FilmId,
) -> Result<Vec<Edit>, StoreError> {
    let select = sql(SELECT)
        .and_with("WHERE server = $", server)
        .and_with("AND film = $", film)
        .and_with("ORDER BY id DESC LIMIT $", HISTORY);
    let rows = pool.rows(select).await?;
    rows.iter().map(taken).collect()
}

/// Returns the revision of what edits touch.
pub(in crate::store::sql) async fn revision(
    pool: &Pool,
    key: &EditKey,
) -> Result<Revision, StoreError> {
    let select = of_key("SELECT revision FROM edit_revisions", key);
    revision_of(pool.row(select).await?)
}

fn of_key(statement: &str, key: &EditKey) -> Statement {
    sql(statement)
        .and(OF_KEY)
        .with(key.server)
        .with(&key.film)
        .with(key.part.as_str())
}

fn revision_of(row: Option<SqlRow>) -> Result<Revision, StoreError> {
    row.map_or(Ok(Revision(0)), |row| row.count(0).map(Revision))
}

/// Takes an edit from its row.
pub(in crate::store::sql) fn taken(row: &SqlRow) -> Result<Edit, StoreError> {
    Ok(Edit {
        id: EditId(row.integer(0)?),
        key: EditKey {
            server: row.server(1)?,
            film: row.film(2)?,
            part: row.text(3)?.to_owned(),
        },
        kind: row.text(4)?.to_owned(),
        payload: row.text(5)?.to_owned(),
        revision: Revision(row.count(6)?),
        published_at: row.integer(7)?,
        state: row.word(8, EditState::parse)?,
    })
}

/// Takes a revision from its row.
pub(in crate::store::sql) fn taken_revision(
    row: &SqlRow,
) -> Result<(EditKey, Revision), StoreError> {
    let key = EditKey {
        server: row.server(0)?,
        film: row.film(1)?,
        part: row.text(2)?.to_owned(),
    };
    Ok((key, Revision(row.count(3)?)))
}

/// Returns the row of an edit.
pub(in crate::store::sql) fn row(edit: &Edit) -> Vec<SqlValue> {
    vec![
        edit.id.0.into(),
        edit.key.server.into(),
        (&edit.key.film).into(),
        edit.key.part.as_str().into(),
        edit.kind.as_str().into(),
        edit.payload.as_str().into(),
        edit.revision.0.into(),
        edit.published_at.into(),
        edit.state.as_str().into(),
    ]
}

/// Returns the row of a revision.
pub(in crate::store::sql) fn revision_row(key: &EditKey, revision: Revision) -> Vec<SqlValue> {
    vec![
        key.server.into(),
        (&key.film).into(),
        key.part.as_str().into(),
        revision.0.into(),
    ]
}
