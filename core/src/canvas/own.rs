//! Kinds of canvas: those that come with the program, and those that a team makes itself.

use super::blocks::Block;
use super::kinds::own_kind as kind;
use super::plan::{Area, BlockAbout, BlockPlan, BuiltIn, COLUMNS, with_parking};
use crate::error::{Code, Error, Result};
use crate::ids::CanvasKindId;
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// The blocks of a kind of one's own, in the order in which they are made.
const OWN: [Block; 12] = [
    Block::Own1,
    Block::Own2,
    Block::Own3,
    Block::Own4,
    Block::Own5,
    Block::Own6,
    Block::Own7,
    Block::Own8,
    Block::Own9,
    Block::Own10,
    Block::Own11,
    Block::Own12,
];
/// The most rows of a kind of one's own.
const MAX_ROWS: u8 = 6;
/// Longest name of a kind or a block, in characters.
const MAX_NAME: usize = 80;
/// Longest hint of a block, in characters.
const MAX_HINT: usize = 400;

/// A kind of canvas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CanvasKind {
    /// One of [`BuiltIn`], or the id of a kind of one's own.
    pub kind: String,
    /// Its id, when it is one's own.
    pub own: Option<CanvasKindId>,
    /// What it is called, when it is one's own; the others are called what the window calls them.
    pub name: Option<String>,
    /// Its blocks.
    pub blocks: Vec<BlockPlan>,
    /// How many canvases are of it.
    pub canvases: u32,
}

/// A block of a kind of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct OwnBlock {
    /// Which of the twelve it is: its notes go with it wherever it stands. The next free one when left out.
    #[serde(default)]
    pub block: Option<Block>,
    /// What it is called.
    pub name: String,
    /// What belongs into it.
    #[serde(default)]
    pub hint: Option<String>,
    /// Where it stands: ten columns, at most six rows.
    pub area: Area,
    /// What its notes can be bound to.
    #[serde(default)]
    pub about: Option<BlockAbout>,
}

/// A kind of canvas to be made or changed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct SaveCanvasKind {
    /// Which one is changed; a new one is made when left out.
    #[serde(default)]
    pub id: Option<CanvasKindId>,
    /// What it is called.
    pub name: String,
    /// Its blocks, one to twelve, in the order in which they are read.
    pub blocks: Vec<OwnBlock>,
}

/// Names a kind of one's own.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct CanvasKindRef {
    /// The kind.
    pub id: CanvasKindId,
}

/// Every kind of canvas: first those that come with the program, then one's own by name.
///
/// # Errors
/// When the vault cannot be read.
pub fn kinds_of_canvas(vault: &Vault, (): ()) -> Result<Vec<CanvasKind>> {
    vault.read(|c| {
        let canvases = |kind: &str| -> Result<u32> {
            let sql = "SELECT count(*) FROM canvas WHERE kind = ?1";
            Ok(c.prepare_cached(sql)?.query_row([kind], |r| r.get(0))?)
        };
        let mut found = Vec::new();
        for sheet in BuiltIn::ALL {
            let kind = sheet.as_str().to_owned();
            found.push(CanvasKind { own: None, name: None, blocks: sheet.blocks(), canvases: canvases(&kind)?, kind });
        }
        let mut rows = c.prepare_cached("SELECT id, name, plan FROM canvas_kind ORDER BY name, id")?;
        let own = rows.query_map([], |r| Ok((r.get::<_, CanvasKindId>(0)?, r.get(1)?, r.get::<_, String>(2)?)))?;
        for own in own {
            let (id, name, plan) = own?;
            let kind = id.to_string();
            let blocks = read_plan(&plan);
            found.push(CanvasKind { own: Some(id), name: Some(name), blocks, canvases: canvases(&kind)?, kind });
        }
        Ok(found)
    })
}

/// The blocks of a sheet. Of a kind that is not here any more, or not yet, the twelve it may have stand below each other.
pub(super) fn blocks_of(c: &Connection, kind: &str) -> Result<Vec<BlockPlan>> {
    if let Some(sheet) = BuiltIn::from_text(kind) {
        return Ok(sheet.blocks());
    }
    let id = kind.parse().ok().map(CanvasKindId);
    let sql = "SELECT plan FROM canvas_kind WHERE id = ?1";
    let plan: Option<String> = match id {
        Some(id) => c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?,
        None => None,
    };
    Ok(plan.map_or_else(
        || {
            let stacked = (1..).zip(OWN).map(|(row, block)| BlockPlan {
                block,
                area: Area { column: 1, row, columns: COLUMNS, rows: 1 },
                questions: Vec::new(),
                about: None,
                name: None,
                hint: None,
                aside: false,
            });
            with_parking(stacked.collect())
        },
        |plan| read_plan(&plan),
    ))
}

/// A plan as it stands in the vault; what a newer program wrote into it is left out.
fn read_plan(plan: &str) -> Vec<BlockPlan> {
    let blocks: Vec<serde_json::Value> = serde_json::from_str(plan).unwrap_or_default();
    with_parking(blocks.into_iter().filter_map(|block| serde_json::from_value(block).ok()).collect())
}

/// Makes a kind of canvas, or changes one.
///
/// # Errors
/// [`Code::Invalid`] without a name, without blocks, or with blocks that stand on each other or beside the sheet, and for
/// taking away a block that has notes; [`Code::TooLarge`]; [`Code::NotFound`].
pub fn save_kind(vault: &Vault, input: SaveCanvasKind) -> Result<CanvasKind> {
    let name = input.name.trim().to_owned();
    demand_name("name", &name)?;
    let plan = planned(&input.blocks)?;
    let id = input.id.unwrap_or_else(CanvasKindId::make);
    let text = serde_json::to_string(&plan)?;
    vault.write("saveCanvasKind", &name, |w| {
        if input.id.is_none() {
            let cells =
                [(kind::NAME, name.clone().into()), (kind::PLAN, text.into()), (kind::CREATED_AT, w.now().into())];
            return w.insert(&kind::KIND, id, &cells).map(|_| ());
        }
        let rid = w.rid(&kind::KIND, id)?;
        for block in used(w.conn(), id)? {
            if plan.iter().all(|b| b.block != block) {
                return Err(Error::invalid("blocks", "inUse"));
            }
        }
        w.set(&kind::KIND, rid, kind::NAME, name.clone())?;
        w.set(&kind::KIND, rid, kind::PLAN, text)?;
        Ok(())
    })?;
    let found = kinds_of_canvas(vault, ())?.into_iter().find(|k| k.own == Some(id));
    found.ok_or_else(|| Error::new(Code::NotFound))
}

/// Takes a kind of canvas away.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::Invalid`] while a canvas is of it.
pub fn remove_kind(vault: &Vault, input: CanvasKindRef) -> Result<()> {
    let found = kinds_of_canvas(vault, ())?.into_iter().find(|k| k.own == Some(input.id));
    let found = found.ok_or_else(|| Error::new(Code::NotFound))?;
    if found.canvases > 0 {
        return Err(Error::invalid("id", "inUse").with("canvases", found.canvases));
    }
    vault.write("removeCanvasKind", &found.name.unwrap_or_default(), |w| {
        let rid = w.rid(&kind::KIND, input.id)?;
        w.remove(&kind::KIND, rid)
    })
}

/// The blocks in which notes of canvases of this kind stand, those put away among them.
fn used(c: &Connection, id: CanvasKindId) -> Result<Vec<Block>> {
    let sql = "SELECT DISTINCT n.block FROM note n JOIN canvas k ON k.rid = n.canvas WHERE k.kind = ?1";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([id.to_string()], |r| Ok(Block::from_text(r.get_ref(0)?.as_str()?)))?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(rows.into_iter().flatten().filter(|block| *block != Block::Parking).collect())
}

fn demand_name(field: &'static str, name: &str) -> Result<()> {
    if name.is_empty() {
        return Err(Error::invalid(field, "empty"));
    }
    if name.chars().count() > MAX_NAME {
        return Err(Error::new(Code::TooLarge).with("field", field).with("limit", MAX_NAME));
    }
    Ok(())
}

/// Gives every block its key and holds the sheet to its bounds.
fn planned(blocks: &[OwnBlock]) -> Result<Vec<BlockPlan>> {
    if blocks.is_empty() || blocks.len() > OWN.len() {
        return Err(Error::invalid("blocks", "range"));
    }
    let mut taken: BTreeSet<Block> = blocks.iter().filter_map(|b| b.block).collect();
    let mut covered = BTreeSet::new();
    let mut plans: Vec<BlockPlan> = Vec::new();
    for own in blocks {
        let name = own.name.trim().to_owned();
        demand_name("blocks.name", &name)?;
        let hint = own.hint.as_deref().map(str::trim).filter(|h| !h.is_empty());
        if hint.is_some_and(|h| h.chars().count() > MAX_HINT) {
            return Err(Error::new(Code::TooLarge).with("field", "blocks.hint").with("limit", MAX_HINT));
        }
        let block = match own.block {
            Some(block) => block,
            None => OWN.into_iter().find(|b| !taken.contains(b)).ok_or_else(|| Error::invalid("blocks", "range"))?,
        };
        taken.insert(block);
        if !OWN.contains(&block) || plans.iter().any(|b| b.block == block) {
            return Err(Error::invalid("blocks", "block"));
        }
        cover(own.area, &mut covered)?;
        plans.push(BlockPlan {
            block,
            area: own.area,
            questions: Vec::new(),
            about: own.about,
            name: Some(name),
            hint: hint.map(str::to_owned),
            aside: false,
        });
    }
    Ok(plans)
}

/// Lays a block on the sheet, where no other one stands.
fn cover(area: Area, covered: &mut BTreeSet<(u8, u8)>) -> Result<()> {
    let within = |from: u8, many: u8, most: u8| {
        from >= 1 && many >= 1 && u16::from(from) + u16::from(many) <= u16::from(most) + 1
    };
    if !within(area.column, area.columns, COLUMNS) || !within(area.row, area.rows, MAX_ROWS) {
        return Err(Error::invalid("blocks.area", "range"));
    }
    for column in area.column..area.column + area.columns {
        for row in area.row..area.row + area.rows {
            if !covered.insert((column, row)) {
                return Err(Error::invalid("blocks.area", "covered"));
            }
        }
    }
    Ok(())
}
