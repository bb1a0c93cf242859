//! The questions of a canvas as the data of their template: with room to write, or with the answers and what the book says.

use super::canvas_sheet::{block_hint, block_name, fact, frame, word_of};
use super::plain::text;
use super::print::Style;
use super::words::{counted, grouped, named, of_sheet};
use crate::canvas::{self, Canvas, CanvasRef, SegmentFigures, Standing};
use crate::error::Result;
use crate::ids::CanvasId;
use crate::vault::Vault;
use serde_json::{Value, json};

/// What the template `questions.typ` is given.
pub(super) fn data(vault: &Vault, id: Option<CanvasId>, style: Style, blank: bool) -> Result<Value> {
    let canvas = canvas::get(vault, CanvasRef { id })?;
    let compared = if blank { Vec::new() } else { canvas::compare(vault, CanvasRef { id })? };
    let mut data = frame(vault, style, &canvas.title);
    let day = data["day"].as_str().unwrap_or_default().to_owned();
    let (made_for, day) = if blank { ("", "") } else { (canvas.designed_for.as_str(), day.as_str()) };
    data["facts"] = json!([fact("designedFor", made_for), fact("date", day)]);
    data["attribution"] = of_sheet("attribution").into();
    data["blank"] = blank.into();
    if blank {
        data["privacy"] = "".into();
    }
    let mut number = 0;
    // Segments come first: what follows is asked about them.
    let mut plans: Vec<_> = canvas.blocks.iter().filter(|plan| !plan.questions.is_empty()).collect();
    plans.sort_by_key(|plan| word_of(plan.block) != "segments");
    let mut blocks = Vec::new();
    for plan in plans {
        let mut asked = Vec::new();
        for question in &plan.questions {
            number += 1;
            let word = word_of(question);
            let answer = canvas.answers.iter().find(|a| !blank && word_of(a.question) == word);
            let book = if blank { String::new() } else { book_says(&canvas, &compared, &word, style.names) };
            asked.push(json!({
                "number": number,
                "question": named("questions", &word),
                "answer": answer.map(|a| text(&a.text)).unwrap_or_default(),
                "book": text(&book),
            }));
        }
        blocks.push(json!({ "name": text(block_name(plan)), "hint": text(block_hint(plan)), "questions": asked }));
    }
    data["blocks"] = blocks.into();
    Ok(data)
}

/// What the book says beside an answer, without names unless they are wanted.
fn book_says(canvas: &Canvas, compared: &[SegmentFigures], question: &str, names: bool) -> String {
    let facts = &canvas.facts;
    if facts.people == 0 {
        return String::new();
    }
    let said = match question {
        "forWhom" => {
            let largest = facts.segments.iter().take(3);
            let counted = |s: &canvas::SegmentCount| {
                s.count.map_or_else(|| s.segment.name.clone(), |n| format!("{} ({})", s.segment.name, grouped(n)))
            };
            largest.map(counted).collect::<Vec<_>>().join(", ")
        }
        "mostRelevant" => standing(&facts.most_touched, names, |by| format!("{by} touchpoints"), "spoken with most"),
        "traditional" => standing(
            &facts.longest,
            names,
            |by| format!("since {}", by.chars().take(4).collect::<String>()),
            "with you for longest",
        ),
        "betterGroups" => format!("{} in no segment", counted(facts.uncovered, "person is", "people are")),
        "howToSpeak" => format!(
            "{} without a phone number, {} without an e-mail address",
            counted(facts.without_phone, "person", "people"),
            grouped(facts.without_email)
        ),
        "joinedUp" => {
            let share = |c: &crate::touchpoints::ChannelShare| {
                let percent = (f64::from(c.touches) * 100.0 / f64::from(c.of.max(1))).round();
                format!("{} ({percent}\u{202F}%)", named("channels", c.channel.as_str()))
            };
            facts.channels.iter().take(4).map(share).collect::<Vec<_>>().join(", ")
        }
        "sameForAll" => {
            let used = facts.relations.iter().filter(|r| r.count > 0);
            used.map(|r| format!("{} ({})", named("relations", &r.relation), grouped(r.count)))
                .collect::<Vec<_>>()
                .join(", ")
        }
        "mostEfficient" => per_segment(compared, |s| s.channels.first().map(|c| named("channels", c.channel.as_str()))),
        "whichType" => per_segment(compared, |s| {
            s.relations.iter().max_by_key(|r| r.count).map(|r| named("relations", &r.relation))
        }),
        _ => String::new(),
    };
    if said.is_empty() { said } else { format!("{} {said}.", of_sheet("book")) }
}

/// "spoken with most: Ana (18 touchpoints), …"; without names only by what they stand out.
fn standing(who: &[Standing], names: bool, by: fn(&str) -> String, what: &str) -> String {
    if who.is_empty() {
        return String::new();
    }
    let one = |s: &Standing| if names { format!("{} ({})", s.person.name, by(&s.by)) } else { by(&s.by) };
    format!("{what}: {}", who.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn per_segment<'n>(compared: &'n [SegmentFigures], most: impl Fn(&'n SegmentFigures) -> Option<&'n str>) -> String {
    let line = |s: &'n SegmentFigures| most(s).map(|most| format!("{most} for {}", s.segment.name));
    compared.iter().filter_map(line).collect::<Vec<_>>().join("; ")
}
