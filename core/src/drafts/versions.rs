//! What a template of the user's own said before it was changed.

use super::kinds::{template, template_version};
use super::templates::TemplateRef;
use super::variants::{self, TemplateVariant};
use crate::clock::Millis;
use crate::error::Result;
use crate::vault::{Vault, Writer, rid_of};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// What a template said.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TemplateVersion {
    /// Which one, counted from 1.
    pub version: u32,
    /// The template of the subject.
    pub subject: String,
    /// The template of the text.
    pub body: String,
    /// What it said on other ways.
    pub variants: Vec<TemplateVariant>,
    /// Until when it said that, in milliseconds since 1970.
    pub ended_at: Millis,
}

/// What a template said before, newest first.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn versions(vault: &Vault, input: TemplateRef) -> Result<Vec<TemplateVersion>> {
    vault.read(|c| {
        let rid = rid_of(c, &template::KIND, input.id)?;
        let sql = "SELECT version, subject, body, variants, ended_at FROM template_version WHERE template = ?1 ORDER BY version DESC, rid DESC LIMIT 200";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([rid], |r| {
            Ok(TemplateVersion {
                version: r.get(0)?,
                subject: r.get(1)?,
                body: r.get(2)?,
                variants: variants::from_text(r.get_ref(3)?.as_str()?),
                ended_at: r.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Keeps what a template says before it says something else, and counts on. Nothing happens when it says the same.
pub(super) fn keep(w: &mut Writer<'_>, rid: i64, subject: &str, body: &str, variants: Option<&str>) -> Result<()> {
    let sql = "SELECT version, subject, body, variants FROM template WHERE rid = ?1";
    let (version, before): (i64, [String; 3]) =
        w.conn().prepare_cached(sql)?.query_row([rid], |r| Ok((r.get(0)?, [r.get(1)?, r.get(2)?, r.get(3)?])))?;
    let [old_subject, old_body, old_variants] = before;
    if old_subject == subject && old_body == body && variants.is_none_or(|variants| old_variants == variants) {
        return Ok(());
    }
    let now = w.now();
    let cells = [
        (template_version::TEMPLATE, rid.into()),
        (template_version::VERSION, version.into()),
        (template_version::SUBJECT, old_subject.into()),
        (template_version::BODY, old_body.into()),
        (template_version::VARIANTS, old_variants.into()),
        (template_version::ENDED_AT, now.into()),
    ];
    w.insert(&template_version::KIND, Uuid::now_v7(), &cells)?;
    w.set(&template::KIND, rid, template::VERSION, version + 1).map(drop)
}

/// Takes out what a template said before, with it.
pub(super) fn remove(w: &mut Writer<'_>, rid: i64) -> Result<()> {
    let kept: Vec<i64> = {
        let mut rows = w.conn().prepare_cached("SELECT rid FROM template_version WHERE template = ?1")?;
        rows.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    kept.into_iter().try_for_each(|one| w.remove(&template_version::KIND, one))
}
