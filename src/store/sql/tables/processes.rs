//! The tables of processes and of the reloads that they carry out together: `processes`, `reload_requests` and
//! `reload_answers`.

use crate::store::error::StoreError;
use crate::store::records::{ProcessId, ProcessRecord, ReloadAnswer, ReloadId, ReloadRequest};
use crate::store::sql::session::{Pool, Session};
use crate::store::sql::value::sql;
use crate::store::write::Written;

/// Notes that a process lives.
pub(in crate::store::sql) async fn see(
    session: &mut Session,
    process: &ProcessRecord,
) -> Result<Written, StoreError> {
    let see = sql("INSERT INTO processes (id, started_at, seen_at) VALUES ($1, $2, $3)")
        .with(process.id.0)
        .with(process.started_at)
        .with(process.seen_at)
        .and("ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at");
    session.execute(see).await?;
    Ok(Written::Done)
}

/// Removes a process that ended.
pub(in crate::store::sql) async fn end(
    session: &mut Session,
    id: ProcessId,
) -> Result<Written, StoreError> {
    let delete = sql("DELETE FROM processes WHERE id = $1").with(id.0);
    session.execute(delete).await?;
    Ok(Written::Done)
}

/// Notes that a reload was asked for.
pub(in crate::store::sql) async fn request(
    session: &mut Session,
    request: &ReloadRequest,
) -> Result<Written, StoreError> {
    let add = sql(
        "INSERT INTO reload_requests (id, by_process, server, asked_at) VALUES ($1, $2, $3, $4)",
    )
    .with(request.id.0)
    .with(request.by.0)
    .with(request.server)
    .with(request.asked_at)
    .and("ON CONFLICT (id) DO NOTHING");
    session.execute(add).await?;
    Ok(Written::Done)
}

/// Notes how a process reloaded.
pub(in crate::store::sql) async fn answer(
    session: &mut Session,
    answer: &ReloadAnswer,
) -> Result<Written, StoreError> {
    let add = sql("INSERT INTO reload_answers (reload, process, is_whole, fingerprint) VALUES ($1, $2, $3, $4)")
        .with(answer.reload.0)
        .with(answer.process.0)
        .with(answer.is_whole)
        .with(answer.fingerprint)
        .and(
            "ON CONFLICT (reload, process) DO UPDATE SET is_whole = excluded.is_whole, \
             fingerprint = excluded.fingerprint",
        );
    session.execute(add).await?;
    Ok(Written::Done)
}

/// Returns the processes that were seen since a moment.
pub(in crate::store::sql) async fn alive(
    pool: &Pool,
    since: i64,
) -> Result<Vec<ProcessRecord>, StoreError> {
    let select = sql("SELECT id, started_at, seen_at FROM processes WHERE seen_at >= $1");
    let rows = pool.rows(select.with(since)).await?;
    let found = rows.iter().map(|row| {
        Ok(ProcessRecord {
            id: ProcessId(row.id(0)?),
            started_at: row.integer(1)?,
            seen_at: row.integer(2)?,
        })
    });
    let mut found: Vec<ProcessRecord> = found.collect::<Result<_, _>>()?;
    found.sort_by_key(|process| process.id);
    Ok(found)
}

/// Returns the reloads that were asked for since a moment, the oldest first.
pub(in crate::store::sql) async fn requests(
    pool: &Pool,
    since: i64,
) -> Result<Vec<ReloadRequest>, StoreError> {
    let select = sql("SELECT id, by_process, server, asked_at FROM reload_requests");
    let rows = pool
        .rows(select.and_with("WHERE asked_at >= $", since))
        .await?;
    let found = rows.iter().map(|row| {
        Ok(ReloadRequest {
            id: ReloadId(row.id(0)?),
            by: ProcessId(row.id(1)?),
            server: row.server(2)?,
            asked_at: row.integer(3)?,
        })
    });
    let mut found: Vec<ReloadRequest> = found.collect::<Result<_, _>>()?;
    found.sort_by_key(|request| (request.asked_at, request.id));
    Ok(found)
}

/// Returns the answers to a reload, by process.
pub(in crate::store::sql) async fn answers(
    pool: &Pool,
    reload: ReloadId,
) -> Result<Vec<ReloadAnswer>, StoreError> {
    let select = sql("SELECT reload, process, is_whole, fingerprint FROM reload_answers");
    let rows = pool
        .rows(select.and_with("WHERE reload = $", reload.0))
        .await?;
    let found = rows.iter().map(|row| {
        Ok(ReloadAnswer {
            reload: ReloadId(row.id(0)?),
            process: ProcessId(row.id(1)?),
            is_whole: row.flag(2)?,
            fingerprint: row.id(3)?,
        })
    });
    let mut found: Vec<ReloadAnswer> = found.collect::<Result<_, _>>()?;
    found.sort_by_key(|answer| answer.process);
    Ok(found)
}
