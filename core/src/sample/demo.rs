//! The book to look at: forty-two people of three trades, and two years of what was said and felt, ending today.
//!
//! All of it is invented. The stories and the plan stand in `demo/*.json`; here they are set down, days counted back from
//! today.

mod bought;
mod feedback;
mod giving;
mod groups;
mod journey;
mod plan;
mod plans;
mod said;
mod story;
mod words;

use crate::care::{self, RuleInput, Scope, SnoozeInput};
use crate::clock::{Clock, DAY, Millis};
use crate::consent::{self, ConsentInput};
use crate::error::{Code, Error, Result};
use crate::ids::{PersonId, TagId, TouchId};
use crate::people::{self, DateInput, NewPerson, RoleInput, TieInput, kinds};
use crate::touchpoints::{self, LogTouchpoint};
use crate::vault::{Vault, Writer};
use chrono::{Datelike, Days, Local, NaiveDate, NaiveTime, TimeZone, Weekday};
use rusqlite::OptionalExtension;
use std::collections::HashMap;
use story::{ImportantDay, Story, Touch};

/// The stories, a file a trade.
const STORIES: [&str; 4] = [
    include_str!("demo/cafes.json"),
    include_str!("demo/clinics.json"),
    include_str!("demo/studios.json"),
    include_str!("demo/others.json"),
];

/// Rules of Today beside the one that every vault begins with: for a tag, after so many days.
const RULES: [(&str, u32); 3] = [("key account", 45), ("seasonal", 180), ("former customer", 1095)];

/// Fills an empty vault with the demonstration book, as one set-up that undo does not see. Returns how many people.
///
/// # Errors
/// [`Code::Invalid`] when somebody stands in the vault already.
pub fn demo(vault: &Vault, (): ()) -> Result<u32> {
    let taken = "SELECT EXISTS (SELECT 1 FROM person) OR EXISTS (SELECT 1 FROM touchpoint)";
    if vault.read(|c| Ok(c.query_row(taken, [], |r| r.get::<_, bool>(0))?))? {
        return Err(Error::invalid("vault", "notEmpty"));
    }
    let stories = stories()?;
    let days = Calendar::of(vault.clock());
    let ids: HashMap<&str, PersonId> = stories.iter().map(|s| (s.key.as_str(), PersonId::make())).collect();
    vault.set_up(|w| {
        for story in &stories {
            people::insert(w, ids[story.key.as_str()], &person(story, &days))?;
        }
        for story in &stories {
            around(w, story, &ids, &days)?;
        }
        history(w, &stories, &ids, &days)?;
        bought::write(w, &ids, &days)?;
        rules(w)?;
        plan::write(w, &ids, &days)?;
        plans::write(w, &ids, &days)?;
        feedback::write(w, &ids, &days)?;
        said::write(w, &ids, &days)?;
        giving::write(w, &ids, &days)
    })?;
    plan::sign(vault)?;
    Ok(u32::try_from(stories.len()).unwrap_or(u32::MAX))
}

fn stories() -> Result<Vec<Story>> {
    let mut all: Vec<Story> = Vec::new();
    for file in STORIES {
        let part: Vec<Story> = serde_json::from_str(file)?;
        all.extend(part);
    }
    Ok(all)
}

fn person(story: &Story, days: &Calendar) -> NewPerson {
    let first = story.touches.iter().map(|t| t.days).max();
    let role = |work: &story::Work| RoleInput {
        organisation: work.organisation.clone(),
        title: Some(work.title.clone()),
        started: work.from.map(|ago| days.month(ago)),
        ended: work.until.map(|ago| days.month(ago)),
        ..RoleInput::default()
    };
    NewPerson {
        stage: story.stage_at(0),
        note: story.person.note.as_deref().map(|note| words::filled(note, days.today)),
        since: story.since_days.map(|ago| days.month(ago)),
        roles: story.works.iter().map(role).collect(),
        dates: story.days.iter().map(|day| days.yearly(day)).collect(),
        created_at: story.in_book_days.or(first).map(|ago| days.at(ago, 0)),
        ..story.person.clone()
    }
}

/// What leads to others or away from us: ties, words about being written to, peace.
fn around(w: &mut Writer<'_>, story: &Story, ids: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let id = ids[story.key.as_str()];
    let rid = w.rid(&kinds::person::KIND, id)?;
    for (who, label) in &story.knows {
        let other = ids.get(who.as_str()).copied();
        let name = other.is_none().then(|| who.clone());
        people::insert_tie(w, rid, &TieInput { other, name, label: label.clone(), ..TieInput::default() })?;
    }
    for (state, channel, ago, how) in &story.consents {
        let channel = Some(channel.clone()).filter(|c| !c.is_empty());
        let said = ConsentInput { person: id, channel, state: *state, how: Some(how.clone()), at: None };
        consent::insert(w, &said, days.at(*ago, 0))?;
    }
    if let Some((ahead, reason)) = &story.snooze {
        let until = days.now + ahead * DAY;
        care::insert_snooze(w, &SnoozeInput { person: id, until, reason: Some(reason.clone()) })?;
    }
    Ok(())
}

/// Everybody's touchpoints, in the order in which they happened.
fn history(w: &mut Writer<'_>, stories: &[Story], ids: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let mut all: Vec<(usize, &Story, &Touch)> = stories
        .iter()
        .enumerate()
        .flat_map(|(i, story)| story.touches.iter().map(move |touch| (i, story, touch)))
        .collect();
    all.sort_by_key(|(_, _, touch)| -touch.days);
    for (i, story, touch) in all {
        let mut people = vec![ids[story.key.as_str()]];
        for key in &touch.more.with {
            people.push(*ids.get(key.as_str()).ok_or_else(|| Error::new(Code::NotFound))?);
        }
        let new = LogTouchpoint {
            people,
            channel: touch.channel,
            direction: Some(touch.direction.into()),
            at: Some(days.at(touch.days, i)),
            title: Some(touch.title.clone()),
            text: Some(words::filled(&touch.text, days.today)),
            felt: touch.felt,
            felt_word: Some(touch.felt_word.clone()),
            stage: story.stage_at(touch.days),
            loop_stage: touch.more.loop_stage.clone().or_else(|| touch.loop_stage(story).map(str::to_owned)),
            purpose: touch.more.purpose.clone(),
            minutes: None,
        };
        touchpoints::insert(w, TouchId::make(), &new)?;
    }
    Ok(())
}

fn rules(w: &mut Writer<'_>) -> Result<()> {
    for (tag, days) in RULES {
        let known =
            w.conn().query_row("SELECT id FROM tag WHERE name = ?1", [tag], |r| r.get::<_, TagId>(0)).optional()?;
        if let Some(tag) = known {
            care::insert_rule(w, &RuleInput { id: None, scope: Scope::Tag(tag), days, active: true })?;
        }
    }
    Ok(())
}

/// Where the days of the stories lie.
struct Calendar {
    now: Millis,
    today: NaiveDate,
}

impl Calendar {
    fn of(clock: &Clock) -> Self {
        Self { now: clock.now(), today: clock.today() }
    }

    /// So many days ago on a working day, in office hours that vary from story to story; never in the future.
    fn at(&self, ago: i64, story: usize) -> Millis {
        let mut day = self.day(ago);
        while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            day = day.pred_opt().unwrap_or(day);
        }
        let turn = ago.unsigned_abs() + story as u64 * 5;
        let hour = u32::try_from(8 + turn * 7 % 9).unwrap_or(9);
        let minute = u32::try_from(turn * 13 % 60).unwrap_or(0);
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        // Twice a year an hour is missing or doubled: the earlier one will do.
        let at = Local
            .from_local_datetime(&day.and_time(time))
            .earliest()
            .map_or(self.now - ago * DAY, |at| at.timestamp_millis());
        at.min(self.now)
    }

    /// The month of so many days ago, as roles and "customer since" stand in the vault.
    fn month(&self, ago: i64) -> String {
        self.day(ago).format("%Y-%m").to_string()
    }

    /// A date of every year that comes next in so many days.
    fn yearly(&self, day: &ImportantDay) -> DateInput {
        let next = self.day(-day.ahead);
        let month = u8::try_from(next.month()).unwrap_or(1);
        DateInput {
            label: day.label.clone(),
            year: day.year,
            month,
            day: u8::try_from(next.day()).unwrap_or(1),
            ..DateInput::default()
        }
    }

    fn day(&self, ago: i64) -> NaiveDate {
        let days = Days::new(ago.unsigned_abs());
        let moved = if ago < 0 { self.today.checked_add_days(days) } else { self.today.checked_sub_days(days) };
        moved.unwrap_or(self.today)
    }
}
