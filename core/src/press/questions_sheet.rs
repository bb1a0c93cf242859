//! The questions of a canvas as the data of their template: with room to write, or with the answers and what the book says.

use super::canvas_sheet::{block_hint, block_name, fact, frame, word_of};
use super::plain::text;
use super::print::Style;
use super::words::{counted, grouped, licence, named, of_sheet};
use crate::canvas::{self, BookAnswers, Canvas, CanvasRef, SegmentAnswer, Standing};
use crate::error::Result;
use crate::ids::CanvasId;
use crate::purchases::currency;
use crate::vault::Vault;
use serde_json::{Value, json};

/// What the template `questions.typ` is given.
pub(super) fn data(vault: &Vault, id: Option<CanvasId>, style: Style, blank: bool) -> Result<Value> {
    let canvas = canvas::get(vault, CanvasRef { id })?;
    let answers = if blank { None } else { Some(canvas::answers(vault, CanvasRef { id })?) };
    let mut data = frame(vault, style, &canvas.title);
    let day = data["day"].as_str().unwrap_or_default().to_owned();
    let (made_for, day) = if blank { ("", "") } else { (canvas.designed_for.as_str(), day.as_str()) };
    data["facts"] = json!([fact("designedFor", made_for), fact("date", day)]);
    data["attribution"] = licence(&canvas.kind).into();
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
            let book = answers.as_ref().map(|answers| book_says(&canvas, answers, &word, style.names));
            asked.push(json!({
                "number": number,
                "question": named("questions", &word),
                "answer": answer.map(|a| text(&a.text)).unwrap_or_default(),
                "book": text(&book.unwrap_or_default()),
            }));
        }
        blocks.push(json!({ "name": text(block_name(plan)), "hint": text(block_hint(plan)), "questions": asked }));
    }
    data["blocks"] = blocks.into();
    Ok(data)
}

/// What the book says beside an answer, without names unless they are wanted.
fn book_says(canvas: &Canvas, answers: &BookAnswers, question: &str, names: bool) -> String {
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
        "mostRelevant" => foremost(canvas, answers, names),
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
            let used = facts.channels.iter().take(4).map(share).collect::<Vec<_>>().join(", ");
            [used, conversations(answers)].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("; ")
        }
        "sameForAll" => {
            let used = facts.relations.iter().filter(|r| r.count > 0);
            used.map(|r| format!("{} ({})", named("relations", &r.relation), grouped(r.count)))
                .collect::<Vec<_>>()
                .join(", ")
        }
        "mostEfficient" => per_segment(answers, efficient),
        "whichType" => per_segment(answers, types),
        "whatCost" => per_segment(answers, costs),
        "integrated" if answers.relationships > 0 && !canvas.links.is_empty() => format!(
            "{} of {} about relationships linked to value, resources, costs or revenue",
            answers.integrated,
            counted(answers.relationships, "note", "notes")
        ),
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

/// By what they spent, by how often they came back, by how often one spoke with them.
fn foremost(canvas: &Canvas, answers: &BookAnswers, names: bool) -> String {
    let spender = |s: &canvas::Spender| {
        let sum = money(s.sum, &s.currency);
        if names { format!("{} ({sum})", s.person.name) } else { sum }
    };
    let spent = answers.spent.iter().map(spender).collect::<Vec<_>>().join(", ");
    let said = [
        if spent.is_empty() { spent } else { format!("bought most in a year: {spent}") },
        standing(&answers.returned, names, |by| format!("{by} purchases"), "came back most often"),
        standing(&canvas.facts.most_touched, names, |by| format!("{by} touchpoints"), "spoken with most"),
    ];
    said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("; ")
}

/// Where conversations went on, and what was left without an answer.
fn conversations(answers: &BookAnswers) -> String {
    let path = |c: &canvas::Crossing| {
        format!("{} → {} ({})", named("channels", c.from.as_str()), named("channels", c.to.as_str()), grouped(c.count))
    };
    let paths = answers.crossed.iter().map(path).collect::<Vec<_>>().join(", ");
    let mut said = Vec::new();
    if !paths.is_empty() {
        said.push(format!("conversations went on from {paths}"));
    }
    if answers.written > 0 {
        let messages = counted(answers.written, "message", "messages");
        said.push(format!("{} of {messages} from them had no word of yours in two weeks", grouped(answers.left)));
    }
    said.join("; ")
}

fn per_segment(answers: &BookAnswers, say: impl Fn(&SegmentAnswer) -> Option<String>) -> String {
    let line = |s: &SegmentAnswer| say(s).map(|said| format!("{}: {said}", s.segment.name));
    answers.segments.iter().filter_map(line).collect::<Vec<_>>().join("; ")
}

fn efficient(s: &SegmentAnswer) -> Option<String> {
    let best = s.channel?;
    let channel = named("channels", best.channel.as_str());
    Some(if best.asked > 0 {
        format!("{channel} ({} of {} answered)", grouped(best.answered), grouped(best.asked))
    } else {
        format!("{channel} ({})", counted(best.touches, "touchpoint", "touchpoints"))
    })
}

fn types(s: &SegmentAnswer) -> Option<String> {
    let meant = Some(s.planned.relation.as_str()).filter(|r| !r.is_empty()).or(s.said.as_deref());
    let name = |relation| named("relations", relation);
    match (meant, s.lived.as_deref()) {
        (None, None) => None,
        (None, Some(lived)) => Some(format!("looks like {}", name(lived))),
        (Some(meant), Some(lived)) if lived != meant => {
            Some(format!("{}, though the year looks like {}", name(meant), name(lived)))
        }
        (Some(meant), _) => Some(name(meant).to_owned()),
    }
}

/// What its people take in a month, planned and logged, beside what they bought in a year.
fn costs(s: &SegmentAnswer) -> Option<String> {
    let people = s.count.unwrap_or(0);
    let hours = |minutes: u32| format!("{:.1} h a month", f64::from(minutes) / 60.0);
    let planned = s.planned.minutes.map(|m| format!("{} planned", hours(m.saturating_mul(people))));
    let money_planned = s
        .planned
        .cost
        .map(|cost| format!("{} a month planned", money(cost.saturating_mul(people.into()), &s.planned.currency)));
    let logged = (s.minutes > 0).then(|| format!("{} logged", hours(s.minutes)));
    let mut said: Vec<String> = [planned, money_planned, logged].into_iter().flatten().collect();
    if said.is_empty() {
        return None;
    }
    let sums: Vec<String> = match &s.bought.in_base {
        Some(all) => vec![money(all.sum, &all.currency)],
        None => s.bought.currencies.iter().map(|c| money(c.sum, &c.currency)).collect(),
    };
    if s.bought.buyers > 0 {
        said.push(format!("bought {} in a year", sums.join(" and ")));
    }
    Some(said.join(", "))
}

/// "1234.50 EUR".
fn money(minor: i64, code: &str) -> String {
    format!("{} {code}", currency::plain(minor, code))
}
