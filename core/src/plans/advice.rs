//! Which framework fits (seed 64de, comparison and choosing): kind of business, what a customer is worth, how far the work
//! has come. Each point says why, and each framework says where it fails. The rules are ours; nothing is promised.

use super::sheet::{StrategySheet, sheet};
use crate::error::Result;
use crate::vault::Vault;
use serde::Serialize;
use ts_rs::TS;

/// What is advised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Advice {
    /// The frameworks, the best fit first.
    pub frameworks: Vec<FrameworkFit>,
    /// Whether all three questions are answered; without that every framework fits alike.
    pub answered: bool,
    /// Whether loop and stack both fit: the loop for campaigns, the stack for the plan of a year.
    pub both: bool,
}

/// A framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Framework {
    /// The loyalty loop.
    Loop,
    /// The relationship stack.
    Stack,
    /// The net promoter score.
    NetPromoter,
}

/// How a framework fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct FrameworkFit {
    /// Which.
    pub framework: Framework,
    /// Points for it less points against it.
    pub points: i8,
    /// What speaks for it and against it.
    pub reasons: Vec<AdviceReason>,
}

/// One point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct AdviceReason {
    /// The answer it comes from: `business`, `lifetimeValue` or `maturity`.
    pub question: &'static str,
    /// What was answered.
    pub answer: String,
    /// Points, below zero against it.
    pub points: i8,
}

/// Question, answer, framework, points.
const RULES: [(&str, &str, Framework, i8); 17] = [
    ("business", "repeat", Framework::Loop, 2),
    ("business", "service", Framework::Stack, 2),
    ("business", "service", Framework::Loop, 1),
    ("business", "longSale", Framework::Loop, -2),
    ("business", "longSale", Framework::Stack, 1),
    ("business", "longSale", Framework::NetPromoter, -1),
    ("business", "oneOff", Framework::Loop, 1),
    ("business", "oneOff", Framework::Stack, -1),
    ("lifetimeValue", "low", Framework::Loop, 1),
    ("lifetimeValue", "low", Framework::Stack, -1),
    ("lifetimeValue", "middle", Framework::Loop, 1),
    ("lifetimeValue", "middle", Framework::Stack, 1),
    ("lifetimeValue", "high", Framework::Stack, 2),
    ("maturity", "starting", Framework::Stack, -1),
    ("maturity", "starting", Framework::NetPromoter, -2),
    ("maturity", "regular", Framework::Stack, 1),
    ("maturity", "measuring", Framework::NetPromoter, 2),
];

/// Advice from what the strategy sheet says of the business.
///
/// # Errors
/// When the vault cannot be read.
pub fn advise(vault: &Vault, (): ()) -> Result<Advice> {
    Ok(advice(&sheet(vault, ())?))
}

fn advice(sheet: &StrategySheet) -> Advice {
    let said = [("business", &sheet.business), ("lifetimeValue", &sheet.lifetime_value), ("maturity", &sheet.maturity)];
    let fit = |framework| {
        let reasons: Vec<AdviceReason> = said
            .iter()
            .flat_map(|(question, answer)| {
                RULES.iter().filter(move |rule| rule.0 == *question && rule.1 == **answer && rule.2 == framework)
            })
            .map(|rule| AdviceReason { question: rule.0, answer: rule.1.to_owned(), points: rule.3 })
            .collect();
        FrameworkFit { framework, points: reasons.iter().map(|reason| reason.points).sum(), reasons }
    };
    let mut frameworks: Vec<_> = [Framework::Loop, Framework::Stack, Framework::NetPromoter].map(fit).into();
    let points = |of| frameworks.iter().find(|fit| fit.framework == of).map_or(0, |fit| fit.points);
    let both = points(Framework::Loop) > 0 && points(Framework::Stack) > 0;
    frameworks.sort_by_key(|fit| (-fit.points, fit.framework));
    Advice { frameworks, answered: said.iter().all(|(_, answer)| !answer.is_empty()), both }
}
