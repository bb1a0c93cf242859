//! Who could help whom: topics that people offer or look for, and bringing two together who both agreed to it.

use super::kinds::{introduction, topic};
use crate::clock::Millis;
use crate::consent;
use crate::error::{Code, Error, OrNotFound, Result};
use crate::ids::{HelpTopicId, IntroductionId, PersonId, TouchId};
use crate::people::{self, NamedPerson, PersonRef, kinds::person};
use crate::touchpoints::{self, Channel, LogTouchpoint};
use crate::typed;
use crate::vault::{Vault, Writer, text::fold};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many introductions are told.
const TOLD: u32 = 50;

/// What is looked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct HelpsInput {
    /// Words in a topic or in the name of somebody.
    pub text: Option<String>,
}

/// A topic, with who can help and who looks for help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct HelpTopic {
    /// The topic.
    pub topic: String,
    /// Who can help, those first who agreed to be brought together.
    pub offers: Vec<HelpPerson>,
    /// Who looks for help.
    pub looks: Vec<HelpPerson>,
}

/// Somebody beside a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HelpPerson {
    /// Names the line.
    pub id: HelpTopicId,
    /// Who.
    pub person: NamedPerson,
    /// Whether they agreed to be brought together with others.
    pub may_introduce: bool,
}

/// A topic that somebody offers or looks for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct HelpInput {
    /// Who.
    pub person: PersonId,
    /// About what.
    pub topic: String,
    /// `offers` or `looks`.
    pub side: String,
}

/// Names one line.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct HelpTopicRef {
    /// The line.
    pub id: HelpTopicId,
}

/// Two people to be brought together.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Introduce {
    /// One.
    pub one: PersonId,
    /// The other.
    pub other: PersonId,
    /// About what.
    pub topic: String,
    /// Through what, as in the list of channels.
    pub channel: Channel,
}

/// Two people who were brought together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Introduction {
    /// Names it.
    pub id: IntroductionId,
    /// One.
    pub one: NamedPerson,
    /// The other.
    pub other: NamedPerson,
    /// About what.
    pub topic: String,
    /// When, in milliseconds since 1970.
    pub at: Millis,
}

/// All topics with who could help whom, in the order of the words.
///
/// # Errors
/// When the vault cannot be read.
pub fn helps(vault: &Vault, input: HelpsInput) -> Result<Vec<HelpTopic>> {
    let wanted = fold(input.text.unwrap_or_default().trim());
    let found = vault.read(|c| {
        let sql =
            "SELECT t.id, t.topic, t.side, p.rid, p.id, p.name FROM help_topic t JOIN person p ON p.rid = t.person
                   JOIN person_stat s ON s.person = p.rid AND s.live = 1 ORDER BY s.sort_key, t.rid";
        let mut rows = c.prepare_cached(sql)?;
        let mut rows = rows.query([])?;
        let mut topics: BTreeMap<String, HelpTopic> = BTreeMap::new();
        while let Some(r) = rows.next()? {
            let (word, side): (String, String) = (r.get(1)?, r.get(2)?);
            let may_introduce = consent::may_introduce(c, r.get(3)?)?;
            let person = NamedPerson { id: r.get(4)?, name: r.get(5)? };
            let one = HelpPerson { id: r.get(0)?, person, may_introduce };
            let blank = HelpTopic { topic: word.clone(), offers: Vec::new(), looks: Vec::new() };
            let topic = topics.entry(fold(&word)).or_insert(blank);
            if side == "offers" { topic.offers.push(one) } else { topic.looks.push(one) }
        }
        Ok(topics)
    })?;
    let named = |people: &[HelpPerson]| people.iter().any(|one| fold(&one.person.name).contains(&wanted));
    let fits = |key: &str, topic: &HelpTopic| key.contains(&wanted) || named(&topic.offers) || named(&topic.looks);
    let shown = found.into_iter().filter(|(key, topic)| fits(key, topic));
    Ok(shown
        .map(|(_, mut topic)| {
            topic.offers.sort_by_key(|one| !one.may_introduce);
            topic.looks.sort_by_key(|one| !one.may_introduce);
            topic
        })
        .collect())
}

/// Writes down that somebody offers or looks for something.
///
/// # Errors
/// [`Code::Invalid`] when the topic says nothing or the side is none; [`Code::NotFound`].
pub fn save_topic(vault: &Vault, input: HelpInput) -> Result<()> {
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    vault.write("saveHelpTopic", &name, |w| insert_topic(w, &input))
}

/// Writes it down as part of a larger step.
///
/// # Errors
/// As [`save_topic`].
pub fn insert_topic(w: &mut Writer<'_>, input: &HelpInput) -> Result<()> {
    if !["offers", "looks"].contains(&input.side.as_str()) {
        return Err(Error::invalid("side", "unknown"));
    }
    let cells = [
        (topic::PERSON, w.rid(&person::KIND, input.person)?.into()),
        (topic::TOPIC, typed::needed("topic", &input.topic)?.into()),
        (topic::SIDE, input.side.clone().into()),
    ];
    w.insert(&topic::KIND, HelpTopicId::make(), &cells)?;
    Ok(())
}

/// Takes a line out.
///
/// # Errors
/// [`Code::NotFound`].
pub fn remove_topic(vault: &Vault, input: HelpTopicRef) -> Result<()> {
    let name = vault.read(|c| {
        let sql = "SELECT p.name FROM help_topic t JOIN person p ON p.rid = t.person WHERE t.id = ?1";
        c.prepare_cached(sql)?.query_row([input.id], |r| r.get::<_, String>(0)).optional()?.or_not_found()
    })?;
    vault.write("removeHelpTopic", &name, |w| {
        let rid = w.rid(&topic::KIND, input.id)?;
        w.remove(&topic::KIND, rid)
    })
}

/// Brings two people together: both must have agreed to it. It is logged with both.
///
/// # Errors
/// [`Code::OptedOut`] when one of them has not agreed, with `name`; [`Code::Invalid`] when both are the same;
/// [`Code::NotFound`].
pub fn introduce(vault: &Vault, input: Introduce) -> Result<()> {
    if input.one == input.other {
        return Err(Error::invalid("other", "same"));
    }
    let names = [input.one, input.other].map(|id| people::named(vault, PersonRef { id }));
    let [one, other] = names;
    let (one, other) = (one?.name, other?.name);
    let about = typed::limited("topic", &input.topic)?;
    vault.write("introducePeople", &format!("{one}, {other}"), |w| {
        let rids = [w.rid(&person::KIND, input.one)?, w.rid(&person::KIND, input.other)?];
        for (rid, name) in rids.iter().zip([&one, &other]) {
            if !consent::may_introduce(w.conn(), *rid)? {
                return Err(Error::new(Code::OptedOut).with("name", name.clone()));
            }
        }
        let touch = TouchId::make();
        let logged = LogTouchpoint {
            people: vec![input.one, input.other],
            channel: input.channel,
            direction: None,
            at: None,
            title: Some(about.clone()),
            text: None,
            felt: None,
            felt_word: None,
            stage: None,
            loop_stage: None,
            minutes: None,
            purpose: Some("introduction".to_owned()),
        };
        touchpoints::insert(w, touch, &logged)?;
        let cells = [
            (introduction::ONE, rids[0].into()),
            (introduction::OTHER, rids[1].into()),
            (introduction::TOPIC, about.into()),
            (introduction::AT, w.now().into()),
            (introduction::TOUCHPOINT, touch.to_string().into()),
        ];
        w.insert(&introduction::KIND, IntroductionId::make(), &cells)?;
        Ok(())
    })
}

/// Who was brought together, newest first; fifty at most.
///
/// # Errors
/// When the vault cannot be read.
pub fn introductions(vault: &Vault, (): ()) -> Result<Vec<Introduction>> {
    vault.read(|c| {
        let sql = "SELECT i.id, a.id, a.name, b.id, b.name, i.topic, i.at FROM introduction i
                   JOIN person a ON a.rid = i.one JOIN person b ON b.rid = i.other ORDER BY i.at DESC, i.rid DESC LIMIT ?1";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([TOLD], |r| {
            let named = |i| Ok::<_, rusqlite::Error>(NamedPerson { id: r.get(i)?, name: r.get(i + 1)? });
            Ok(Introduction { id: r.get(0)?, one: named(1)?, other: named(3)?, topic: r.get(5)?, at: r.get(6)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}
