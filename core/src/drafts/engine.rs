//! Fills a template for one person. A field the person has not got is a problem with a place, never a blank.
//!
//! The real sandbox is [`LetterContext`]: what is not in it cannot be printed. The rest keeps templates small, quick
//! and readable: few filters, no functions, no index, a limit on length and work.

mod context;
mod filters;
mod problem;
mod scan;
mod tidy;
mod token;

pub use context::{FIELDS, LastFields, LetterContext, PersonFields, SenderFields};
pub use problem::{TemplateProblem, TemplateProblemKind};

use super::offsets::{line_at, utf16_at};
use super::words::words;
use context::{Filled, filled};
use minijinja::{Environment, ErrorKind, OutputSpanKind, Template, UndefinedBehavior, Value};
use scan::{Asked, Tag, scan};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;
use ts_rs::TS;

/// How much work one letter may cost: some hundred times what a long one needs.
const FUEL: u64 = 20_000;

/// The longest template, in bytes.
const LONGEST: usize = 40_000;

/// A filled template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Rendered {
    /// The letter.
    pub text: String,
    /// Which parts of it came from fields, in order.
    pub spans: Vec<FieldSpan>,
}

/// A part of a letter that came from a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldSpan {
    /// Where it begins, in UTF-16 units of the letter.
    pub from: usize,
    /// Where it ends, in UTF-16 units of the letter.
    pub to: usize,
    /// The field.
    pub field: String,
    /// Whether the template's fall-back stands here, because the person has not got the field.
    pub fallback: bool,
}

/// Fills `template` for one person.
///
/// # Errors
/// The first thing that is wrong with the template, or the first field that is absent and has no fall-back.
pub fn render(template: &str, letter: &LetterContext) -> Result<Rendered, TemplateProblem> {
    let env = environment(&letter.language);
    let compiled = compile(&env, template)?;
    let tags = scan(template)?;
    let fields = filled(letter);
    let (text, spans) = compiled
        .render_with_spans(to_value(&fields, letter))
        .map_err(|error| explain(&error, template, &tags, &fields))?;
    let mut chips = Vec::new();
    for span in spans.iter().filter(|span| span.kind() == OutputSpanKind::Expression) {
        if let Some((field, fallback)) = chip(&tags, span.source_range(), &fields) {
            chips.push((span.output_range(), field, fallback));
        }
    }
    Ok(tidy::tidy(&text, chips))
}

/// The fields `template` asks for, each once, in the order they stand.
///
/// # Errors
/// The first thing that is wrong with the template.
pub fn fields(template: &str) -> Result<Vec<String>, TemplateProblem> {
    compile(&environment("en"), template)?;
    let mut found: Vec<String> = Vec::new();
    for asked in scan(template)?.into_iter().flat_map(|tag| tag.asked) {
        if !found.contains(&asked.field) {
            found.push(asked.field);
        }
    }
    Ok(found)
}

/// An engine that knows nothing but the allowed filters.
fn environment(language: &str) -> Environment<'static> {
    let mut env = Environment::empty();
    env.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    env.set_fuel(Some(FUEL));
    env.set_debug(true);
    filters::add_filters(&mut env, language);
    env
}

fn compile<'env, 'text: 'env>(
    env: &'env Environment<'text>,
    template: &'text str,
) -> Result<Template<'env, 'text>, TemplateProblem> {
    if template.len() > LONGEST {
        return Err(TemplateProblem::at(TemplateProblemKind::Runaway, None, template, LONGEST..template.len()));
    }
    env.template_from_str(template).map_err(|error| explain(&error, template, &[], &BTreeMap::new()))
}

/// Nests the dotted fields as the engine wants them.
fn to_value(fields: &BTreeMap<String, Filled>, letter: &LetterContext) -> Value {
    let words = words(&letter.language);
    let mut top: BTreeMap<&str, Value> = BTreeMap::new();
    let mut nested: BTreeMap<&str, BTreeMap<&str, Value>> = BTreeMap::new();
    for (field, filled) in fields {
        let value = match filled {
            Filled::Text(text) => Value::from(text.as_str()),
            Filled::Day(day) => Value::from_object(filters::Day { day: *day, today: letter.today, words }),
            Filled::List(items) => Value::from_object(filters::Listed { items: items.clone(), words }),
        };
        match field.split_once('.') {
            Some((root, leaf)) => nested.entry(root).or_default().insert(leaf, value),
            None => top.insert(field, value),
        };
    }
    // Every room of the context is there even when it is empty: what is missing is then the field, not its room.
    for root in context::ROOMS {
        top.insert(root, Value::from_pairs(nested.remove(root).unwrap_or_default()));
    }
    Value::from_pairs(top)
}

/// Which field an expression shows, and whether its fall-back was taken.
fn chip(tags: &[Tag], source: Range<usize>, fields: &BTreeMap<String, Filled>) -> Option<(String, bool)> {
    let tag = tags.iter().find(|tag| tag.writes && tag.inside.start <= source.start && source.end <= tag.inside.end)?;
    let is_there = |asked: &&Asked| fields.contains_key(&asked.field);
    let shown = tag.asked.iter().find(is_there).or(tag.asked.first())?;
    let fallback = tag
        .asked
        .iter()
        .any(|asked| !tag.asked.iter().filter(|other| other.piece == asked.piece).any(|other| is_there(&other)));
    Some((shown.field.clone(), fallback))
}

/// The engine's error in our words: its own quote values and are not for people who write letters.
fn explain(
    error: &minijinja::Error,
    template: &str,
    tags: &[Tag],
    fields: &BTreeMap<String, Filled>,
) -> TemplateProblem {
    use TemplateProblemKind as Kind;
    let range = error.range().unwrap_or(0..0);
    let range = range.start.min(template.len())..range.end.min(template.len());
    let missing = tags
        .iter()
        .flat_map(|tag| &tag.asked)
        .find(|asked| asked.at.start >= range.start && asked.at.end <= range.end && !fields.contains_key(&asked.field));
    let kind = match error.kind() {
        ErrorKind::OutOfFuel => Kind::Runaway,
        ErrorKind::UnknownFilter | ErrorKind::UnknownFunction | ErrorKind::UnknownTest | ErrorKind::UnknownMethod => {
            Kind::UnknownFilter
        }
        ErrorKind::SyntaxError | ErrorKind::BadEscape => Kind::Syntax,
        _ if missing.is_some() => Kind::MissingField,
        _ => Kind::Syntax,
    };
    match (kind, missing) {
        (Kind::MissingField, Some(asked)) => TemplateProblem::at(kind, Some(&asked.field), template, asked.at.clone()),
        _ if range.is_empty() => {
            let line = error.line().unwrap_or(1);
            let from = utf16_at(template, line_start(template, line));
            TemplateProblem { kind, field: None, line, from, to: from }
        }
        _ => TemplateProblem::at(kind, None, template, range),
    }
}

/// The byte at which a line, counted from 1, begins.
fn line_start(template: &str, line: usize) -> usize {
    template.match_indices('\n').map(|(at, _)| at + 1).find(|&at| line_at(template, at) == line).unwrap_or(0)
}
