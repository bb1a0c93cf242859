//! MC24: who asked not to be written to is not written to. The only way past it is an answer to their own request.

use super::finding::{CoachLevel, Found, Outcome};
use super::letter::Letter;
use super::reading::Reading;

const SOURCE: &str = "64de step 3";

pub(super) fn check(letter: &Letter, _reading: &Reading<'_>) -> Outcome {
    let consent = &letter.consent;
    let channel = letter.channel.trim();
    let is_out = |out: &String| out.trim().to_lowercase() == channel.to_lowercase();
    let answerable = if consent.answers_request { CoachLevel::Warn } else { CoachLevel::Stop };
    let mut found = Vec::new();
    let mut add = |level, variant| {
        found.push(Found::new(level, variant, None, SOURCE).with("channel", channel));
    };
    if consent.erased {
        add(CoachLevel::Stop, "erased");
    }
    if consent.minor {
        add(CoachLevel::Stop, "minor");
    }
    if consent.do_not_contact {
        add(answerable, "doNotContact");
    }
    if consent.opted_out_channels.iter().any(is_out) {
        add(answerable, "channel");
    }
    if consent.opted_out_purposes.contains(&letter.kind.purpose()) {
        add(answerable, "purpose");
    }
    if found.is_empty() { Outcome::Passed([("channel", channel.to_owned())].into()) } else { Outcome::Found(found) }
}
