//! The one table that is printed in the end.

use crate::book::Size;
use crate::cpu;
use serde::Serialize;
use serde_json::json;

/// One measurement and what it is held against.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// As in the list of goals: S1, S3, …
    pub id: &'static str,
    /// What was done.
    pub what: String,
    /// What it took.
    pub figure: f64,
    /// In which unit.
    pub unit: &'static str,
    /// What it is compared with, measured in the same run, in the same unit.
    pub beside: Option<(String, f64)>,
    /// What was wanted.
    pub goal: Goal,
}

/// What is wanted of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Goal {
    /// No more than this.
    AtMost(f64),
    /// No more than so many times what stands beside it.
    Times(f64),
    /// Only told.
    Told,
}

impl Row {
    /// How many times what stands beside it.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        self.beside.as_ref().map(|beside| self.figure / beside.1).filter(|ratio| ratio.is_finite())
    }

    /// Whether the goal is met; nothing when there is none.
    #[must_use]
    pub fn met(&self) -> Option<bool> {
        match self.goal {
            Goal::AtMost(most) => Some(self.figure <= most),
            Goal::Times(times) => Some(self.ratio()? <= times),
            Goal::Told => None,
        }
    }

    fn cells(&self) -> [String; 7] {
        let number = |n: f64| {
            if n >= 100.0 {
                format!("{n:.0}")
            } else if n >= 1.0 {
                format!("{n:.2}")
            } else {
                format!("{n:.3}")
            }
        };
        let goal = match self.goal {
            Goal::AtMost(most) => format!("≤ {most} {}", self.unit),
            Goal::Times(times) => format!("≤ {times} ×"),
            Goal::Told => String::new(),
        };
        [
            self.id.to_owned(),
            self.what.clone(),
            format!("{} {}", number(self.figure), self.unit),
            self.beside.as_ref().map(|(what, n)| format!("{what}: {}", number(*n))).unwrap_or_default(),
            self.ratio().map(|r| format!("{r:.2} ×")).unwrap_or_default(),
            goal,
            self.met().map(|met| if met { "met" } else { "NOT MET" }.to_owned()).unwrap_or_default(),
        ]
    }
}

/// Prints the table for people.
pub fn print(rows: &[Row], size: &Size) {
    say(&format!(
        "{} people, {} touchpoints each on average; CPU time; load {}\n",
        size.people,
        size.touches,
        cpu::load()
    ));
    let head = ["id", "what", "figure", "beside it, same run", "ratio", "goal", ""].map(str::to_owned);
    let cells: Vec<[String; 7]> = std::iter::once(head).chain(rows.iter().map(Row::cells)).collect();
    let width = |column: usize| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..7).map(width).collect();
    for row in &cells {
        let padded =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.chars().count())));
        say(padded.collect::<Vec<_>>().join("  ").trim_end());
    }
}

/// Prints the table for programs.
pub fn json(rows: &[Row], size: &Size) {
    let rows: Vec<_> = rows.iter().map(|row| json!({ "row": row, "ratio": row.ratio(), "met": row.met() })).collect();
    say(&json!({ "people": size.people, "touches": size.touches, "load": cpu::load(), "rows": rows }).to_string());
}

/// Says a line on standard output.
#[expect(clippy::print_stdout, reason = "this is a program for the terminal")]
pub fn say(line: &str) {
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_met_or_not() {
        let row = |figure, goal| Row {
            id: "S0",
            what: "x".into(),
            figure,
            unit: "ms",
            beside: Some(("y".into(), 2.0)),
            goal,
        };
        assert_eq!(row(3.0, Goal::Times(1.5)).met(), Some(true));
        assert_eq!(row(3.1, Goal::Times(1.5)).met(), Some(false));
        assert_eq!(row(3.1, Goal::AtMost(3.0)).met(), Some(false));
        assert_eq!(row(3.1, Goal::Told).met(), None);
        assert_eq!(Row { beside: None, ..row(1.0, Goal::Times(2.0)) }.met(), None);
    }
}
