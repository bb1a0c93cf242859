//! One card → one contact: its lines made clean, read by `calcard`, and filled in.

use super::fill::{Draft, Entry};
use super::header::Header;
use super::property::{Property, Shape as ValueShape};
use super::split::{Piece, Shape};
use super::tidy::{Dialect, tidy};
use super::{lines, photo};
use crate::exchange::contact::{Contact, Extra};
use crate::exchange::text::{LineEncoding, decode_declared};
use crate::exchange::{MAX_CARD, Problem, Why};
use calcard::vcard::{VCardEntry, VCardProperty, VCardValue};
use std::borrow::Cow;

/// Reads a card. Beside the contact stands what had to be left out of it.
///
/// # Errors
/// The problem, when the card cannot be read at all.
pub fn read(piece: &Piece<'_>, encoding: &LineEncoding) -> Result<(Contact, Vec<Problem>), Problem> {
    let broken = |why| Problem::new(piece.line, &quote(piece.bytes, encoding), why);
    if piece.bytes.len() > MAX_CARD {
        return Err(broken(Why::CardTooLarge));
    }
    if piece.shape == Shape::Stray {
        return Err(broken(Why::OutsideCard));
    }
    let texts = decode(piece, encoding);
    let mut card = Card::new(&texts, encoding);
    for (at, text) in texts.iter().enumerate() {
        card.at = at;
        card.take(text);
    }
    if card.properties == 0 && card.draft.keeps_anything() {
        return Err(broken(Why::CardNotReadable));
    }
    let (mut contact, mut problems) = card.finish().ok_or_else(|| broken(Why::ParserFailed))?;
    contact.line = piece.line;
    if contact.is_blank() {
        problems.push(broken(Why::CardEmpty));
    }
    if piece.shape == Shape::Cut {
        problems.push(broken(Why::CardCutOff));
    }
    Ok((contact, problems))
}

/// A decoded line and its place.
struct Text<'a> {
    line: usize,
    text: Cow<'a, str>,
}

fn decode<'a>(piece: &Piece<'a>, encoding: &LineEncoding) -> Vec<Text<'a>> {
    let decoded = |raw: lines::RawLine<'a>| {
        let text = match raw.bytes {
            Cow::Borrowed(bytes) => decode_line(bytes, encoding),
            Cow::Owned(bytes) => Cow::Owned(decode_line(&bytes, encoding).into_owned()),
        };
        Text { line: raw.line, text }
    };
    lines::unfold(piece.bytes, piece.line).into_iter().map(decoded).collect()
}

fn decode_line<'a>(bytes: &'a [u8], encoding: &LineEncoding) -> Cow<'a, str> {
    // UTF-8 needs no declaration, whatever the line says.
    if let (Ok(text), true) = (std::str::from_utf8(bytes), encoding.prefer_utf8) {
        return Cow::Borrowed(text);
    }
    let head = bytes.iter().position(|&byte| byte == b':').map_or(&[][..], |colon| &bytes[..=colon]);
    let head = String::from_utf8_lossy(head);
    let charset = Header::parse(&head).and_then(|header| header.writing().charset.map(str::to_owned));
    decode_declared(bytes, charset.as_deref(), encoding)
}

fn quote(bytes: &[u8], encoding: &LineEncoding) -> String {
    let content = |line: &&[u8]| {
        let line = line.trim_ascii();
        let frame = [&b"BEGIN:"[..], b"END:", b"VERSION:"];
        !line.is_empty()
            && !frame.iter().any(|word| line.len() >= word.len() && line[..word.len()].eq_ignore_ascii_case(word))
    };
    let mut lines = bytes.split(|&byte| b"\r\n".contains(&byte));
    let line = lines.clone().find(content).or_else(|| lines.next()).unwrap_or_default();
    encoding.decode(&line[..line.len().min(400)]).into_owned()
}

/// A card on its way to a contact.
struct Card<'a> {
    dialect: Dialect,
    clean: String,
    waiting: Vec<Entry<'a>>,
    answers: Vec<Option<VCardEntry>>,
    draft: Draft,
    problems: Vec<Problem>,
    properties: usize,
    /// Which line of the card is being taken.
    at: usize,
    depth: usize,
    agent: Option<String>,
    /// Whether the last property was a note, to which lines without a name belong.
    after_note: bool,
}

impl<'a> Card<'a> {
    fn new(texts: &[Text<'_>], encoding: &LineEncoding) -> Self {
        let version = texts.iter().find_map(|line| photo::strip_prefix_ignore_case(line.text.trim_start(), "VERSION:"));
        Self {
            dialect: Dialect {
                v2: version.is_some_and(|version| version.trim_start().starts_with('2')),
                lines: *encoding,
            },
            clean: String::with_capacity(512),
            waiting: Vec::with_capacity(texts.len()),
            answers: Vec::with_capacity(texts.len()),
            draft: Draft::default(),
            problems: Vec::new(),
            properties: 0,
            at: 0,
            depth: 0,
            agent: None,
            after_note: false,
        }
    }

    fn take(&mut self, line: &'a Text<'_>) {
        let text = line.text.as_ref();
        let Some(header) = Header::parse(text) else { return self.take_loose(text) };
        if self.take_nested(&header, text) {
            return;
        }
        self.after_note = false;
        let property = Property::named(header.name);
        if property != Some(Property::Frame) {
            self.properties += 1;
        }
        match property {
            Some(Property::Frame) => {}
            Some(Property::Photo) if self.draft.contact.photo.is_none() => match photo::read(&header) {
                Ok(picture) => self.draft.contact.photo = picture,
                Err(why) => self.problems.push(Problem::new(line.line, text, why)),
            },
            // A sound is the name as it is said, or a recording.
            Some(Property::SaidWhole) if !header.params.to_ascii_uppercase().contains("X-IRMC") => self.keep(text),
            Some(Property::Photo) | None => self.keep(text),
            Some(property) => {
                self.after_note = property == Property::Note && !header.writing().quoted_printable;
                let shape = if property == Property::SaidWhole { ValueShape::Typed } else { property.shape() };
                let answer = plain_answer(&header, property, shape);
                if answer.is_none() {
                    tidy(&mut self.clean, self.waiting.len(), &header, shape, &self.dialect);
                }
                self.answers.push(answer);
                self.waiting.push(Entry { property, header, text, at: self.at });
            }
        }
    }

    /// A line that is no property: more of a note whose writer did not fold it, or something to keep.
    fn take_loose(&mut self, text: &str) {
        if self.agent.is_some() || !self.after_note {
            return match &mut self.agent {
                Some(agent) => push_agent_line(agent, text),
                None => self.keep(text),
            };
        }
        self.clean.pop();
        self.clean.push_str("\\n");
        self.clean.push_str(&text.replace('\\', "\\\\"));
        self.clean.push('\n');
    }

    /// A card inside the card is kept whole, as the value of its `AGENT` (as vCard 3.0 writes it).
    fn take_nested(&mut self, header: &Header<'_>, text: &str) -> bool {
        let is =
            |name: &str| header.name.eq_ignore_ascii_case(name) && header.value.trim().eq_ignore_ascii_case("VCARD");
        let (begins, ends) = (is("BEGIN"), is("END"));
        self.depth = (self.depth + usize::from(begins)).saturating_sub(usize::from(ends));
        if begins
            && self.depth > 1
            && self.agent.is_none()
            && let Some(Extra::Line(line)) = self.draft.take_last_kept()
        {
            self.agent = Some(line);
        }
        let Some(agent) = &mut self.agent else { return false };
        push_agent_line(agent, text);
        if ends && self.depth <= 1 {
            let agent = self.agent.take().unwrap_or_default();
            self.draft.keep(self.at, Extra::Line(agent));
        }
        true
    }

    fn keep(&mut self, text: &str) {
        // A soft break at the end would swallow the next line, wherever this one is written again.
        let encoded =
            text.ends_with('=') && Header::parse(text).is_some_and(|header| header.writing().quoted_printable);
        let text = if encoded { text.trim_end_matches('=') } else { text };
        if !text.trim().is_empty() {
            self.draft.keep(self.at, Extra::Line(text.to_owned()));
        }
    }

    fn finish(mut self) -> Option<(Contact, Vec<Problem>)> {
        if let Some(agent) = self.agent.take() {
            self.draft.keep(self.at, Extra::Line(agent));
        }
        for entry in parse(&self.clean)? {
            let tag = entry.group.as_deref().and_then(|tag| tag.parse::<usize>().ok());
            if let Some(answer) = tag.and_then(|tag| self.answers.get_mut(tag)) {
                *answer = Some(entry);
            }
        }
        Some((self.draft.finish(&self.waiting, self.answers), self.problems))
    }
}

/// Half of all lines have neither parameters nor escapes: their text is their value, and nothing is left to parse. A note
/// is not among them, because lines without a name may go on in it.
fn plain_answer(header: &Header<'_>, property: Property, shape: ValueShape) -> Option<VCardEntry> {
    let whole = matches!(shape, ValueShape::Single | ValueShape::Typed) && property != Property::Note;
    let plain = whole && property != Property::Kind && header.params.is_empty() && !header.value.contains('\\');
    let values = || vec![VCardValue::Text(header.value.to_owned())];
    plain.then(|| VCardEntry {
        group: None,
        name: VCardProperty::Other(String::new()),
        params: Vec::new(),
        values: values(),
    })
}

fn push_agent_line(agent: &mut String, text: &str) {
    if !agent.ends_with(':') {
        agent.push_str("\\n");
    }
    for c in text.chars() {
        if matches!(c, '\\' | ',' | ';') {
            agent.push('\\');
        }
        agent.push(c);
    }
}

/// Has `calcard` read clean lines. A panic in it costs this card, not the file.
fn parse(clean: &str) -> Option<Vec<VCardEntry>> {
    match std::panic::catch_unwind(|| calcard::Parser::new(clean).vcard()) {
        Ok(calcard::Entry::VCard(card)) => Some(card.entries),
        _ => None,
    }
}
