//! The phrases that single checks look for, found in one walk over the letter, however many lists there are.

use super::reading::Sentence;
use super::words_in::{PhraseMap, Phrases, Word};
use serde::{Deserialize, Deserializer};
use std::collections::HashMap;
use std::ops::Range;

/// What a phrase says of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Mark {
    /// Too familiar for somebody who wants it formal.
    Familiar,
    /// Too familiar for all but friends.
    Slang,
    /// “du”, “tú”.
    TForm,
    /// “Sie”, “usted”.
    VForm,
    /// Office language.
    Stiff,
    /// Puts the blame on the reader.
    Blame,
    /// Commands, where it begins a sentence.
    PleaseStart,
    /// More than anybody can keep.
    OverPromise,
    /// A time that is none.
    Vague,
    /// Says no.
    DeadEnd,
    /// Says what is possible.
    WayOut,
    /// Nobody reads the answer.
    Unread,
    /// Of what the law protects; `what` names the kind.
    Sensitive,
    /// Good wishes and condolences.
    Congratulate,
    /// A birth, a wedding, a loss.
    LifeEvent,
    /// Shows that somebody was watched.
    Watching,
    /// Tells how to get no more of these.
    OptOut,
    /// Says why this person.
    Because,
    /// Money off.
    Discount,
    /// Sells.
    Pitch,
    /// Thanks.
    Thanks,
    /// What thanks are for.
    ThanksFor,
    /// Says sorry.
    Sorry,
    /// Takes it back at once.
    SorryIf,
    /// Says what happens now.
    Mends,
    /// Asks whether it worked.
    Worked,
    /// Pushes.
    Pressure,
    /// Claims to be good for the earth.
    Green,
    /// Says nothing.
    EmptyPhrase,
    /// Speaks of a file.
    Attached,
    /// Not for the reader's eyes, where it begins a line.
    Internal,
    /// A subject that says nothing, as a whole.
    DullSubject,
    /// What it costs.
    AboutPrice,
    /// When it comes.
    AboutDelivery,
    /// When and how we help.
    AboutSupport,
    /// For how long we stand by it.
    AboutWarranty,
}

/// The lists of a language, all in one.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    map: PhraseMap<(Mark, usize)>,
    /// For each phrase what would be better, and its kind.
    notes: Vec<(Option<String>, Option<String>)>,
    /// The marks there is a list for.
    listed: Vec<Mark>,
}

/// A phrase of a file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Plain(String),
    Noted {
        say: Vec<String>,
        #[serde(default)]
        better: Option<String>,
        #[serde(default)]
        what: Option<String>,
    },
}

impl<'de> Deserialize<'de> for Marks {
    fn deserialize<D: Deserializer<'de>>(file: D) -> Result<Self, D::Error> {
        let lists = HashMap::<Mark, Vec<Entry>>::deserialize(file)?;
        let mut marks = Self::default();
        for (mark, entries) in lists {
            marks.listed.push(mark);
            for entry in entries {
                let (phrases, better, what) = match entry {
                    Entry::Plain(phrase) => (vec![phrase], None, None),
                    Entry::Noted { say, better, what } => (say, better, what),
                };
                let note = marks.notes.len();
                marks.notes.push((better, what));
                phrases.iter().for_each(|phrase| marks.map.add(phrase, (mark, note)));
            }
        }
        Ok(marks)
    }
}

/// A phrase in a letter.
#[derive(Clone, Debug)]
pub(super) struct Hit<'a> {
    /// What it says.
    pub mark: Mark,
    /// Which sentence.
    pub sentence: usize,
    /// Where in the sentence, in words.
    pub words: Range<usize>,
    /// Where in the text, in bytes.
    pub at: Range<usize>,
    /// What would be better; empty: nothing at all.
    pub better: Option<&'a str>,
    /// Its kind.
    pub what: Option<&'a str>,
}

impl Marks {
    /// Whether there is a list.
    pub(super) fn has(&self, mark: Mark) -> bool {
        self.listed.contains(&mark)
    }

    /// Every phrase in these sentences; of one mark the longest that begins at a word, and none over another.
    pub(super) fn find<'a>(&'a self, sentences: &[Sentence]) -> Vec<Hit<'a>> {
        let mut hits: Vec<Hit<'a>> = Vec::new();
        for (sentence, Sentence { words, .. }) in sentences.iter().enumerate() {
            let first = hits.len();
            for at in 0..words.len() {
                for (mark, length, note) in self.longest_of_each(words, at) {
                    let inside = |hit: &Hit<'_>| hit.mark == mark && hit.words.end > at;
                    if !hits[first..].iter().any(inside) {
                        let (better, what) = &self.notes[note];
                        hits.push(Hit {
                            mark,
                            sentence,
                            words: at..at + length,
                            at: words[at].at.start..words[at + length - 1].at.end,
                            better: better.as_deref(),
                            what: what.as_deref(),
                        });
                    }
                }
            }
        }
        hits
    }

    fn longest_of_each(&self, words: &[Word], at: usize) -> Vec<(Mark, usize, usize)> {
        let mut found: Vec<(Mark, usize, usize)> = Vec::new();
        for (length, (mark, note)) in self.map.all_at(words, at) {
            match found.iter_mut().find(|(known, ..)| *known == mark) {
                Some(known) if known.1 >= length => {}
                Some(known) => *known = (mark, length, note),
                None => found.push((mark, length, note)),
            }
        }
        found.sort_unstable();
        found
    }

    /// Whether these words are one phrase of that mark, from the first to the last.
    pub(super) fn is_whole(&self, mark: Mark, words: &[Word]) -> bool {
        self.map.all_at(words, 0).any(|(length, (found, _))| found == mark && length == words.len())
    }

    /// How many words the longest phrase of that mark takes at `words[at]`; 0 for none.
    pub(super) fn length_at(&self, mark: Mark, words: &[Word], at: usize) -> usize {
        self.map.longest_at(words, at, |(found, _)| found == mark).map_or(0, |(length, _)| length)
    }
}

/// The file of a language: phrases, and sentences to put in.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct MarkWords {
    #[serde(rename = "about")]
    _about: String,
    pub(super) samples: Samples,
    pub(super) marks: Marks,
    /// How the passive is made, where it can be told.
    #[serde(default)]
    pub(super) passive: Option<PassiveWords>,
    /// Words that every text of the language is full of.
    pub(super) common: Phrases,
    /// Words that say nothing about what a letter is about.
    stop: Vec<String>,
}

impl MarkWords {
    /// Whether the word, in small letters, says nothing about what a text is about.
    pub(super) fn is_stop(&self, word: &str) -> bool {
        self.stop.iter().any(|stop| stop == word)
    }
}

/// Sentences to put in.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Samples {
    /// How to get no more of these.
    pub opt_out: String,
    /// The same for people one is familiar with.
    #[serde(default)]
    pub opt_out_familiar: Option<String>,
    /// “In our last conversation on {date} we understood that”.
    pub on_date: String,
    /// The same without a day.
    pub no_date: String,
}

/// How a language makes the passive.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct PassiveWords {
    /// Forms of “to be”.
    pub be: Vec<String>,
    /// Endings of what follows.
    pub ends: Vec<String>,
    /// What follows and has another ending.
    pub words: Vec<String>,
    /// What may stand between.
    pub between: Vec<String>,
}

/// A check that only looks for one list: what it found, each with what would be better.
pub(super) mod listed {
    use super::super::finding::{CoachLevel, Found, Outcome};
    use super::super::reading::Reading;
    use super::{Hit, Mark};

    /// What a simple check says.
    pub struct Saying {
        /// The list.
        pub mark: Mark,
        /// How much it weighs.
        pub level: CoachLevel,
        /// The key of its sentence.
        pub variant: &'static str,
        /// The passage of the seed texts.
        pub source: &'static str,
    }

    /// The outcome of looking for it in the body of the letter.
    pub fn outcome(reading: &Reading<'_>, saying: &Saying) -> Outcome {
        if !reading.has_list(saying.mark) {
            return Outcome::NotChecked;
        }
        Outcome::found_or_passed(reading.hits(saying.mark).map(|hit| found(reading, hit, saying)).collect())
    }

    /// One phrase as a finding, with the edit where there is a better one.
    pub fn found(reading: &Reading<'_>, hit: &Hit<'_>, saying: &Saying) -> Found {
        let found = Found::new(saying.level, saying.variant, Some(hit.at.clone()), saying.source)
            .with("written", reading.at(&hit.at));
        match hit.better {
            Some(better) => reading.replaced(found, hit, better),
            None => found,
        }
    }
}
