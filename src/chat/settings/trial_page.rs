//! The page of what would have been answered in a channel that tries the bot out, to be judged one by one.

use super::action::{SettingsAction, SettingsId};
use super::view::{ChannelFacts, SettingsView, channel_mark};
use crate::chat::message::Button;
use crate::chat::panel::Panel;
use crate::markup::{cut, escape};
use crate::reply::texts as common;
use crate::reply::texts::settings as texts;
use crate::store::records::{FilmEntry, TrialAnswer, TrialPage, Verdict};

/// The number of answers on a page: each has a row of buttons, and the fifth row turns pages.
pub const TRIALS_PER_PAGE: u32 = 4;
/// The longest part of a question that is shown, in characters: four of them fit a message.
const QUESTION: usize = 240;

/// Lays a page out; `None` where what was noted is not known right now.
pub(super) fn page(
    view: &SettingsView<'_>,
    channel: &ChannelFacts,
    page: u32,
    trials: Option<&TrialPage>,
) -> Panel {
    let id = |action| {
        let server = view.server;
        SettingsId { server, action }.to_string()
    };
    let none = TrialPage::default();
    let known = trials.unwrap_or(&none);
    let so_far = match trials {
        None => texts::TRIAL_ANSWERS_AWAY.trim_end_matches('.').to_owned(),
        Some(_) => texts::trial_so_far(known.total, known.right, known.wrong),
    };
    let mut text = texts::trial_title(&channel_mark(channel.id), &so_far);
    if trials.is_some() && known.total == 0 {
        text = format!("{text}\n{}", texts::NO_TRIAL_ANSWERS);
    }
    for (number, answer) in (1..).zip(&known.answers) {
        text = format!("{text}\n{}", line(view, number, answer));
    }
    let mut panel = Panel::line(&text);
    for (number, answer) in (1..).zip(&known.answers) {
        let judge = |label: String, verdict: Verdict| {
            let judge = SettingsAction::Judge {
                channel: channel.id,
                trial: answer.id,
                // The same judgement again takes it back.
                verdict: Some(verdict).filter(|verdict| answer.verdict != Some(*verdict)),
                page,
            };
            Button::press(&label, id(judge))
        };
        panel = panel.buttons(vec![
            judge(texts::judge_right(number), Verdict::Right),
            judge(texts::judge_wrong(number), Verdict::Wrong),
        ]);
    }
    panel.buttons(turning(view, channel, page, known.total))
}

/// Returns the buttons that turn pages, end the trial and lead back.
fn turning(view: &SettingsView<'_>, channel: &ChannelFacts, page: u32, total: u64) -> Vec<Button> {
    let id = |action| {
        let server = view.server;
        SettingsId { server, action }.to_string()
    };
    let n_pages = total.div_ceil(u64::from(TRIALS_PER_PAGE));
    let at = |page| {
        let channel = channel.id;
        id(SettingsAction::Trials { channel, page })
    };
    let mut buttons = Vec::new();
    if let Some(before) = page.checked_sub(1) {
        buttons.push(Button::press(common::PREVIOUS, at(before)));
    }
    if u64::from(page) + 1 < n_pages {
        buttons.push(Button::press(common::NEXT, at(page.saturating_add(1))));
    }
    if view.settings.channel(channel.id).is_trial {
        let end = id(SettingsAction::SetTrial(channel.id, false));
        buttons.push(Button::press(texts::GO_LIVE, end).primary());
    }
    let (channel, page) = (channel.id, 0);
    let back = id(SettingsAction::Channel { channel, page });
    buttons.push(Button::press(texts::BACK, back));
    buttons
}

fn line(view: &SettingsView<'_>, number: usize, answer: &TrialAnswer) -> String {
    let question = escape::discord(&cut(&answer.answer.text, QUESTION));
    let percent = (answer.answer.confidence.clamp(0.0, 1.0) * 100.0).round() as u32;
    let judged = answer.verdict.map(|verdict| match verdict {
        Verdict::Right => texts::JUDGED_RIGHT,
        Verdict::Wrong => texts::JUDGED_WRONG,
    });
    let title = title(view, &answer.answer.entry);
    texts::trial_answer(number, &question, &title, percent, judged)
}

/// Names an entry with its film.
fn title(view: &SettingsView<'_>, entry: &FilmEntry) -> String {
    let guide = view.library.film(entry.film.as_str());
    let guide = guide.and_then(|film| view.library.guide(film));
    let found = guide.and_then(|guide| Some((guide, guide.entry(entry.entry.as_str())?)));
    let title = match found {
        Some((guide, entry)) => common::of_film(&guide.film.label(), &entry.title),
        None => format!("{}/{}", entry.film, entry.entry),
    };
    escape::discord(&cut(&title, TITLE))
}

/// The longest title that is shown, in characters.
const TITLE: usize = 120;
