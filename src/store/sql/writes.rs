//! Writes to a database, each with its statements.

use super::session::Session;
use super::tables::{counts, edits, meta, phrasings, processes, questions, settings, trials};
use crate::store::error::StoreError;
use crate::store::write::{Write, Written};

/// Carries a write out.
pub(super) async fn apply(session: &mut Session, write: &Write) -> Result<Written, StoreError> {
    match write {
        Write::SaveSettings(record) => settings::save(session, record).await,
        Write::SaveChannel {
            server,
            channel,
            settings,
        } => settings::save_channel(session, *server, *channel, settings).await,
        Write::RecordQuestion { question, into } => {
            questions::record(session, question, *into).await
        }
        Write::MergeQuestions { server, from, into } => {
            questions::merge(session, *server, *from, *into).await
        }
        Write::IgnoreQuestion {
            server,
            id,
            is_ignored,
        } => questions::ignore(session, *server, *id, *is_ignored).await,
        Write::DeleteQuestion { server, id } => questions::delete(session, *server, *id).await,
        Write::ForgetQuestion { server, key, text } => {
            questions::forget(session, *server, key, text).await
        }
        Write::Teach(phrasing) => phrasings::teach(session, phrasing).await,
        Write::Unteach { server, id } => phrasings::unteach(session, *server, *id).await,
        Write::Publish(edit) => edits::publish(session, edit).await,
        Write::ChangeEdit { server, id, state } => {
            edits::change(session, *server, *id, *state).await
        }
        Write::RecordTrial(answer) => trials::record(session, answer).await,
        Write::JudgeTrial {
            server,
            id,
            verdict,
        } => trials::judge(session, *server, *id, *verdict).await,
        Write::DeleteTrials { server, channel } => trials::delete(session, *server, *channel).await,
        Write::CountQuestions(key, counts) => counts::add_questions(session, key, *counts).await,
        Write::CountEntry(key, counts) => counts::add_entry(session, key, *counts).await,
        Write::PutMeta { name, bytes } => meta::put(session, name, bytes).await,
        Write::AddToMeta { name, n } => meta::add(session, name, *n).await,
        Write::RemoveMeta(name) => meta::remove(session, name).await,
        Write::KeepGuide(copy) => meta::keep_guide(session, copy).await,
        Write::SeeProcess(process) => processes::see(session, process).await,
        Write::EndProcess(id) => processes::end(session, *id).await,
        Write::RequestReload(request) => processes::request(session, request).await,
        Write::AnswerReload(answer) => processes::answer(session, answer).await,
    }
}
