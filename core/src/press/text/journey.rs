//! A journey as Markdown and as a Mermaid diagram.

use crate::journeys::{JourneyMap, JourneyStep, StepFeeling};
use crate::press::words::{all, counted, named};

/// A lane: what it is called, and its text in a step.
pub(super) type Lane = (&'static str, fn(&JourneyStep) -> &str);

/// The lanes in order. Who answers for a step is somebody's name.
pub(super) fn lane_texts(names: bool) -> Vec<Lane> {
    let texts: [Lane; 7] = [
        ("goal", |s| &s.goal),
        ("doing", |s| &s.doing),
        ("thinking", |s| &s.thinking),
        ("ourAction", |s| &s.our_action),
        ("owner", |s| &s.owner),
        ("pain", |s| &s.pain),
        ("opportunity", |s| &s.opportunity),
    ];
    let shown = texts.into_iter().filter(|(lane, _)| names || *lane != "owner");
    shown.map(|(lane, text)| (all()["lanes"][lane][0].as_str().unwrap_or_default(), text)).collect()
}

/// "−1", or nothing.
pub(super) fn feeling_value(felt: Option<&StepFeeling>) -> String {
    felt.map(|felt| felt.value.to_string()).unwrap_or_default()
}

/// n, median, and where the middle half begins and ends; empty where nobody said.
pub(super) fn seen_of(step: &JourneyStep) -> [String; 4] {
    let Some(seen) = &step.observed else { return Default::default() };
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    [seen.n.to_string(), number(seen.median), number(seen.low), number(seen.high)]
}

/// Stages as headings, steps as headings below them, lanes as bullets.
pub(super) fn markdown(map: &JourneyMap, names: bool) -> String {
    let mut out = format!("# {}\n", one_line(&map.title));
    if let Some(segment) = &map.segment {
        out.push_str(&format!("\n{}\n", one_line(&segment.name)));
    }
    for stage in &map.stages {
        out.push_str(&format!("\n## {}\n", one_line(&stage.name)));
        for step in &stage.steps {
            let truth = if step.moment_of_truth { " ◆" } else { "" };
            out.push_str(&format!("\n### {}{truth}\n\n", one_line(&step.name)));
            for (name, felt) in [("Feels", &step.expected), ("Should feel", &step.wished)] {
                if let Some(felt) = felt {
                    out.push_str(&format!("- {name}: {} ({:+})\n", one_line(&felt.word), felt.value));
                }
            }
            let [n, median, low, high] = seen_of(step);
            if !median.is_empty() {
                out.push_str(&format!("- Felt: {median} ({low} to {high}), n {n}\n"));
            }
            if let Some(channel) = step.channel {
                out.push_str(&format!("- Channel: {}\n", named("channels", channel.as_str())));
            }
            for (name, text) in lane_texts(names) {
                let said = text(step);
                if !said.is_empty() {
                    out.push_str(&format!("- {name}: {}\n", said.replace("\r\n", "\n").replace('\n', "\n  ")));
                }
            }
        }
    }
    out
}

/// A Mermaid `journey`: −2 … +2 become 1 … 5. Steps of which nobody said how they feel take what was observed; those without
/// either are left out, and a comment says how many.
pub(super) fn mermaid(map: &JourneyMap) -> String {
    let whose = map.segment.as_ref().map_or("Customers", |segment| segment.name.as_str());
    let whose = word(whose).replace(',', " ");
    let mut out = format!("journey\n    title {}\n", word(&map.title));
    let mut unsaid = 0;
    for stage in &map.stages {
        out.push_str(&format!("    section {}\n", word(&stage.name)));
        for step in &stage.steps {
            let felt = step.expected.as_ref().map(|felt| f64::from(felt.value));
            match felt.or(step.observed.as_ref().and_then(|seen| seen.median)) {
                Some(felt) => {
                    out.push_str(&format!(
                        "      {}: {}: {whose}\n",
                        word(&step.name),
                        (felt + 3.0).round().clamp(1.0, 5.0)
                    ));
                }
                None => unsaid += 1,
            }
        }
    }
    if unsaid > 0 {
        let steps = counted(unsaid, "step", "steps");
        out.push_str(&format!("    %% {steps} left out: nobody said how it feels\n"));
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in a line of Mermaid, where `:`, `;` and `#` end it, and `%%` begins a comment.
fn word(text: &str) -> String {
    let line = one_line(text).replace("%%", "%").replace([':', ';'], ",").replace('#', "№");
    if line.is_empty() { "–".to_owned() } else { line }
}
