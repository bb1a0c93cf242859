//! Reads a template's own words: which fields it asks for and where, and whether it keeps to what letters need.
//! The engine has compiled the template before, so its outline (delimiters, quotes, blocks) is known to be whole.

use super::context::{is_known, is_root};
use super::filters::{FILTERS, TESTS};
use super::problem::{TemplateProblem, TemplateProblemKind as Kind};
use super::token::{Token, TokenKind, tokens};
use std::ops::Range;

/// One field a template asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// Its dotted name.
    pub field: String,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Which piece of the expression it belongs to: pieces are joined by `~` or `+`.
    pub piece: usize,
}

/// One `{{ … }}` or `{% … %}` and the fields it asks for, in order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    /// Whether it writes into the letter: `{{ … }}`.
    pub writes: bool,
    /// The bytes between its delimiters.
    pub inside: Range<usize>,
    /// The fields.
    pub asked: Vec<Asked>,
}

/// Words that are not names of fields.
const KEYWORDS: &[&str] =
    &["in", "not", "and", "or", "is", "if", "else", "elif", "true", "false", "True", "False", "loop"];

/// What `loop.` may be asked for.
const LOOP_PARTS: &[&str] = &["first", "last", "index", "length"];

/// The statements a letter may use.
const STATEMENTS: &[&str] = &["if", "elif", "else", "endif", "for", "endfor"];

/// The tags of a compiled template, or the first thing in it that letters may not use.
pub(super) fn scan(template: &str) -> Result<Vec<Tag>, TemplateProblem> {
    let mut tags = Vec::new();
    let mut aliases = Vec::new();
    let mut at = 0;
    while let Some((start, mark)) = next_tag(template, at) {
        if mark == '#' {
            at = template[start + 2..].find("#}").map_or(template.len(), |end| start + 2 + end + 2);
            continue;
        }
        if let Some(end) = raw_block(template, start) {
            at = end;
            continue;
        }
        let (words, end) = tokens(template, start + 2, mark);
        let mut reader = Reader { template, words: &words, aliases: &mut aliases, statement: None, piece: 0 };
        let asked = reader.read(mark == '%')?;
        tags.push(Tag { writes: mark == '{', inside: start + 2..end, asked });
        at = end + 2;
    }
    Ok(tags)
}

/// The next `{{`, `{%` or `{#` at or after `at`, and its second character.
fn next_tag(template: &str, at: usize) -> Option<(usize, char)> {
    let bytes = template.as_bytes();
    (at..bytes.len().saturating_sub(1))
        .find(|&i| bytes[i] == b'{' && matches!(bytes[i + 1], b'{' | b'%' | b'#'))
        .map(|i| (i, char::from(bytes[i + 1])))
}

/// The end of a `{% raw %} … {% endraw %}` that begins at `start`, if one does.
fn raw_block(template: &str, start: usize) -> Option<usize> {
    let opened = tag_word_end(template, start, "raw")?;
    let mut at = opened;
    while let Some(found) = template[at..].find("{%") {
        at += found;
        if let Some(end) = tag_word_end(template, at, "endraw") {
            return Some(end);
        }
        at += 2;
    }
    Some(template.len())
}

/// The end of the tag at `start` if it holds nothing but `word`.
fn tag_word_end(template: &str, start: usize, word: &str) -> Option<usize> {
    let rest = template[start..].strip_prefix("{%")?;
    let rest = rest.strip_prefix(['-', '+']).unwrap_or(rest).trim_start().strip_prefix(word)?.trim_start();
    let rest = rest.strip_prefix(['-', '+']).unwrap_or(rest).strip_prefix("%}")?;
    Some(template.len() - rest.len())
}

/// Reads the words of one tag.
struct Reader<'t, 'r> {
    template: &'t str,
    words: &'r [Token<'t>],
    /// The names that loops around this tag have given, and the field each runs over.
    aliases: &'r mut Vec<(&'t str, String)>,
    statement: Option<&'t str>,
    piece: usize,
}

impl<'t> Reader<'t, '_> {
    fn read(&mut self, is_statement: bool) -> Result<Vec<Asked>, TemplateProblem> {
        let mut at = 0;
        let mut alias = None;
        if is_statement {
            let Some(first) = self.words.first() else { return Ok(Vec::new()) };
            if !STATEMENTS.contains(&first.text) {
                return Err(self.problem(Kind::Syntax, first));
            }
            self.statement = Some(first.text);
            at = 1;
            if first.text == "endfor" {
                self.aliases.pop();
            }
            if first.text == "for" {
                alias = Some(self.loop_name()?);
                at = 3;
            }
        }
        let asked = self.read_expression(at)?;
        if let Some(alias) = alias {
            let Some(over) = asked.first() else { return Err(self.problem(Kind::Syntax, &self.words[0])) };
            self.aliases.push((alias, over.field.clone()));
        }
        Ok(asked)
    }

    /// The name in `for NAME in …`. Two names, or the name of a field, are refused.
    fn loop_name(&self) -> Result<&'t str, TemplateProblem> {
        let (name, after) = (self.words.get(1), self.words.get(2));
        match (name, after) {
            (Some(name), Some(after)) if after.text == "in" && !is_root(name.text) && name.text != "loop" => {
                Ok(name.text)
            }
            _ => Err(self.problem(Kind::Syntax, name.or(self.words.first()).unwrap_or(&self.words[0]))),
        }
    }

    fn read_expression(&mut self, mut at: usize) -> Result<Vec<Asked>, TemplateProblem> {
        let words = self.words;
        let mut asked = Vec::new();
        while let Some(word) = words.get(at) {
            let before = at.checked_sub(1).map_or("", |i| words[i].text);
            let after = words.get(at + 1).map_or("", |next| next.text);
            match word.kind {
                TokenKind::Text => {}
                TokenKind::Number if before == "." => return Err(self.problem(Kind::Syntax, word)),
                TokenKind::Number => {}
                TokenKind::Mark if matches!(word.text, "[" | "{" | "]" | "}") => {
                    return Err(self.problem(Kind::Syntax, word));
                }
                TokenKind::Mark => self.piece += usize::from(matches!(word.text, "~" | "+")),
                TokenKind::Name if before == "|" => self.allow(word, FILTERS)?,
                TokenKind::Name if before == "is" && word.text != "not" => self.allow(word, TESTS)?,
                TokenKind::Name if before == "not" && at >= 2 && words[at - 2].text == "is" => {
                    self.allow(word, TESTS)?;
                }
                TokenKind::Name if KEYWORDS.contains(&word.text) && before != "." => {
                    if word.text == "loop" {
                        at += self.read_loop_part(at)?;
                    }
                }
                TokenKind::Name if after == "(" => return Err(self.problem(Kind::UnknownFilter, word)),
                TokenKind::Name => at += self.read_field(at, &mut asked)?,
            }
            at += 1;
        }
        Ok(asked)
    }

    fn allow(&self, word: &Token<'_>, list: &[&str]) -> Result<(), TemplateProblem> {
        if list.contains(&word.text) { Ok(()) } else { Err(self.problem(Kind::UnknownFilter, word)) }
    }

    /// Reads `loop.index`; answers how many words it took besides the first.
    fn read_loop_part(&self, at: usize) -> Result<usize, TemplateProblem> {
        match (self.words.get(at + 1), self.words.get(at + 2)) {
            (Some(dot), Some(part)) if dot.text == "." && LOOP_PARTS.contains(&part.text) => Ok(2),
            _ => Err(self.problem(Kind::Syntax, &self.words[at])),
        }
    }

    /// Reads a dotted name; answers how many words it took besides the first.
    fn read_field(&self, at: usize, asked: &mut Vec<Asked>) -> Result<usize, TemplateProblem> {
        let words = self.words;
        let mut end = at;
        let mut field = words[at].text.to_owned();
        while let (Some(dot), Some(part)) = (words.get(end + 1), words.get(end + 2)) {
            if dot.text != "." || part.kind != TokenKind::Name {
                break;
            }
            field.push('.');
            field.push_str(part.text);
            end += 2;
        }
        let place = words[at].at.start..words[end].at.end;
        if let Some(index) = words.get(end + 1).filter(|next| next.text == "[") {
            return Err(self.problem(Kind::Syntax, index));
        }
        if words.get(end + 1).is_some_and(|next| next.text == "(") {
            return Err(TemplateProblem::at(Kind::UnknownFilter, Some(words[end].text), self.template, place));
        }
        if let Some((_, source)) = self.aliases.iter().rev().find(|(alias, _)| *alias == field) {
            asked.push(Asked { field: source.clone(), at: place, piece: self.piece });
        } else if is_known(&field) {
            asked.push(Asked { field, at: place, piece: self.piece });
        } else if !(is_root(&field) && matches!(self.statement, Some("if" | "elif"))) {
            return Err(TemplateProblem::at(Kind::UnknownField, Some(&field), self.template, place));
        }
        Ok(end - at)
    }

    fn problem(&self, kind: Kind, word: &Token<'_>) -> TemplateProblem {
        TemplateProblem::at(kind, Some(word.text), self.template, word.at.clone())
    }
}
