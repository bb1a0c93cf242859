//! What the typesetter sees: our templates and one set of data. No files, no network, no packages, a clock that stands still.

use super::fonts::Fonts;
use chrono::{Datelike, NaiveDate};
use serde_json::Value;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Where a template reads what it shows.
const DATA: &str = "/data.json";

/// The templates and what they share, by the names under which they ask for each other.
const TEMPLATES: [(&str, &str); 10] = [
    ("/sheet.typ", include_str!("templates/sheet.typ")),
    ("/canvas.typ", include_str!("templates/canvas.typ")),
    ("/questions.typ", include_str!("templates/questions.typ")),
    ("/journey.typ", include_str!("templates/journey.typ")),
    ("/matrix.typ", include_str!("templates/matrix.typ")),
    ("/versions.typ", include_str!("templates/versions.typ")),
    ("/letter.typ", include_str!("templates/letter.typ")),
    ("/card.typ", include_str!("templates/card.typ")),
    ("/address.typ", include_str!("templates/address.typ")),
    ("/byhand.typ", include_str!("templates/byhand.typ")),
];

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    TEMPLATES.iter().filter_map(|(name, text)| Some(Source::new(file(name)?, (*text).to_owned()))).collect()
});

/// One sheet to be set.
pub(super) struct Desk {
    main: FileId,
    data: Bytes,
    fonts: Fonts,
    today: NaiveDate,
}

impl Desk {
    /// A template with its data: text in the data is only ever shown, never read as markup.
    pub fn new(template: &str, data: &Value, today: NaiveDate) -> Option<Self> {
        let fonts = Fonts::for_text(texts(data).into_iter());
        let bytes = serde_json::to_vec(data).ok()?;
        Some(Self { main: file(template)?, data: Bytes::new(bytes), fonts, today })
    }
}

fn file(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// Every text in the data.
pub(super) fn texts(data: &Value) -> Vec<&str> {
    match data {
        Value::String(text) => vec![text],
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        Value::Object(all) => all.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == file(DATA) { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        let part = |n: u32| u8::try_from(n).ok();
        Datetime::from_ymd(self.today.year(), part(self.today.month())?, part(self.today.day())?)
    }
}
