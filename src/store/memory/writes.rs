//! Writes to the records in memory.

use super::tables::Tables;
use crate::guide::ServerId;
use crate::store::records::{
    Edit, EditId, EditState, NewEdit, NewPhrasing, NewQuestion, NewTrialAnswer, OpenQuestion,
    PhrasingId, QuestionId, Revision, ServerSettings, TrialAnswer, TrialId, kept_text,
};
use crate::store::write::{Write, Written};

/// Carries a write out.
pub(super) fn apply(tables: &mut Tables, write: &Write) -> Written {
    match write {
        Write::SaveSettings(record) => save(tables, record.server, record.settings.clone()),
        Write::SaveChannel {
            server,
            channel,
            settings,
        } => {
            let mut changed = tables.settings.remove(server).unwrap_or_default();
            changed.set_channel(*channel, settings.clone());
            save(tables, *server, changed)
        }
        Write::RecordQuestion { question, into } => record(tables, question, *into),
        Write::MergeQuestions { server, from, into } => merge(tables, *server, *from, *into),
        Write::IgnoreQuestion {
            server,
            id,
            is_ignored,
        } => done(tables.question(*server, *id).map(|question| {
            question.is_ignored = *is_ignored;
        })),
        Write::DeleteQuestion { server, id } => done(tables.remove_question(*server, *id)),
        Write::ForgetQuestion { server, key, text } => forget(tables, *server, key, text),
        Write::Teach(phrasing) => teach(tables, phrasing),
        Write::Unteach { server, id } => {
            let is_there = tables.phrasings.get(id).map(|one| one.server) == Some(*server);
            done(is_there.then(|| tables.phrasings.remove(id)))
        }
        Write::Publish(edit) => publish(tables, edit),
        Write::ChangeEdit { server, id, state } => change_edit(tables, *server, *id, *state),
        Write::RecordTrial(answer) => record_trial(tables, answer),
        Write::JudgeTrial {
            server,
            id,
            verdict,
        } => {
            let found = tables.trials.get_mut(id);
            let found = found.filter(|trial| trial.answer.server == *server);
            done(found.map(|trial| trial.verdict = *verdict))
        }
        Write::DeleteTrials { server, channel } => {
            let is_kept =
                |answer: &NewTrialAnswer| answer.server != *server || answer.channel != *channel;
            let before = tables.trials.len();
            tables.trials.retain(|_, trial| is_kept(&trial.answer));
            removed(before - tables.trials.len())
        }
        _ => apply_own(tables, write),
    }
}

/// Carries out a write that is about no single record of people's.
fn apply_own(tables: &mut Tables, write: &Write) -> Written {
    match write {
        Write::CountQuestions(key, counts) => {
            *tables.question_counts.entry(key.clone()).or_default() += *counts;
        }
        Write::CountEntry(key, counts) => {
            *tables.entry_counts.entry(key.clone()).or_default() += *counts;
        }
        Write::PutMeta { name, bytes } => {
            tables.meta.entry(name.clone()).or_default().bytes = bytes.clone();
        }
        Write::AddToMeta { name, n } => {
            let value = tables.meta.entry(name.clone()).or_default();
            value.number = value.number.saturating_add(*n);
            return Written::Number(value.number);
        }
        Write::RemoveMeta(name) => return done(tables.meta.remove(name)),
        Write::KeepGuide(copy) => {
            tables.guides.insert(copy.film.clone(), copy.clone());
        }
        Write::SeeProcess(process) => {
            tables.processes.insert(process.id, process.clone());
        }
        Write::EndProcess(id) => {
            tables.processes.remove(id);
        }
        Write::RequestReload(request) => {
            tables.reloads.insert(request.id, *request);
        }
        Write::AnswerReload(answer) => {
            let key = (answer.reload, answer.process);
            tables.reload_answers.insert(key, *answer);
        }
        // The others were carried out already.
        _ => {}
    }
    Written::Done
}

fn done<T>(found: Option<T>) -> Written {
    match found {
        Some(_) => Written::Done,
        None => Written::Missing,
    }
}

fn removed(n: usize) -> Written {
    Written::Removed(n as u64)
}

/// Keeps the settings of a server, unless they are those of a server that never set anything.
fn save(tables: &mut Tables, server: ServerId, settings: ServerSettings) -> Written {
    let mut kept = settings;
    for (channel, settings) in std::mem::take(&mut kept.channels) {
        kept.set_channel(channel, settings);
    }
    if kept == ServerSettings::default() {
        tables.settings.remove(&server);
    } else {
        tables.settings.insert(server, kept);
    }
    Written::Done
}

fn record(tables: &mut Tables, new: &NewQuestion, into: Option<QuestionId>) -> Written {
    let kept_key = kept_text(&new.key).to_owned();
    let key = (new.server, new.film.clone(), kept_key.clone());
    let into = into.filter(|id| tables.question(new.server, *id).is_some());
    let id = into.or_else(|| tables.question_keys.get(&key).copied());
    if let Some(known) = id.and_then(|id| tables.question(new.server, id)) {
        known.count += 1;
        known.first = known.first.min(new.day);
        known.last = known.last.max(new.day);
        known.ending = new.ending;
        if new.nearest.is_some() {
            known.nearest.clone_from(&new.nearest);
        }
        return Written::Question(known.id);
    }
    let id = QuestionId(tables.next_id());
    tables.insert_question(OpenQuestion {
        id,
        server: new.server,
        film: new.film.clone(),
        text: kept_text(&new.text).to_owned(),
        key: kept_key,
        first: new.day,
        last: new.day,
        count: 1,
        nearest: new.nearest.clone(),
        ending: new.ending,
        is_ignored: false,
    });
    Written::Question(id)
}

fn merge(tables: &mut Tables, server: ServerId, from: QuestionId, into: QuestionId) -> Written {
    if from == into || tables.question(server, into).is_none() {
        return Written::Missing;
    }
    let Some(gone) = tables.remove_question(server, from) else {
        return Written::Missing;
    };
    let Some(kept) = tables.question(server, into) else {
        return Written::Missing;
    };
    kept.count += gone.count;
    kept.first = kept.first.min(gone.first);
    kept.last = kept.last.max(gone.last);
    Written::Question(into)
}

fn forget(tables: &mut Tables, server: Option<ServerId>, key: &str, text: &str) -> Written {
    let is_here = |other: ServerId| server.is_none_or(|server| server == other);
    let questions = tables.questions.values();
    let questions = questions.filter(|one| is_here(one.server) && one.key == kept_text(key));
    let found: Vec<(ServerId, QuestionId)> = questions.map(|one| (one.server, one.id)).collect();
    for (server, id) in &found {
        tables.remove_question(*server, *id);
    }
    let text = kept_text(text);
    let before = tables.trials.len();
    let is_it = |one: &NewTrialAnswer| is_here(one.server) && one.text == text;
    tables.trials.retain(|_, trial| !is_it(&trial.answer));
    removed(found.len() + before - tables.trials.len())
}

fn teach(tables: &mut Tables, new: &NewPhrasing) -> Written {
    let text = kept_text(&new.text).to_owned();
    let is_same = |one: &NewPhrasing| {
        (one.server, &one.film, &one.entry, &one.text) == (new.server, &new.film, &new.entry, &text)
    };
    let known = tables.phrasings.iter().find(|(_, one)| is_same(one));
    if let Some((id, _)) = known {
        return Written::Phrasing(*id);
    }
    let id = PhrasingId(tables.next_id());
    let phrasing = NewPhrasing {
        text,
        ..new.clone()
    };
    tables.phrasings.insert(id, phrasing);
    Written::Phrasing(id)
}

fn publish(tables: &mut Tables, new: &NewEdit) -> Written {
    let revision = tables.revisions.entry(new.key.clone()).or_default();
    if *revision != new.expected {
        return Written::Conflict(*revision);
    }
    revision.0 += 1;
    let revision = *revision;
    let id = EditId(tables.next_id());
    let edit = Edit {
        id,
        key: new.key.clone(),
        kind: new.kind.clone(),
        payload: new.payload.clone(),
        revision,
        published_at: new.published_at,
        state: EditState::Published,
    };
    tables.edits.insert(id, edit);
    Written::Edit(id, revision)
}

fn change_edit(
    tables: &mut Tables,
    server: Option<ServerId>,
    id: EditId,
    state: EditState,
) -> Written {
    let found = tables.edits.get_mut(&id);
    let found = found.filter(|edit| edit.key.server == server && edit.state != state);
    let Some(edit) = found else {
        return Written::Missing;
    };
    edit.state = state;
    let revision = tables.revisions.entry(edit.key.clone()).or_default();
    *revision = Revision(revision.0 + 1);
    Written::Edit(id, *revision)
}

fn record_trial(tables: &mut Tables, new: &NewTrialAnswer) -> Written {
    let id = TrialId(tables.next_id());
    let answer = NewTrialAnswer {
        text: kept_text(&new.text).to_owned(),
        ..new.clone()
    };
    let verdict = None;
    let trial = TrialAnswer {
        id,
        answer,
        verdict,
    };
    tables.trials.insert(id, trial);
    Written::Trial(id)
}
