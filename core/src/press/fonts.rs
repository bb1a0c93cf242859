//! The fonts of a sheet: those that travel with the program, and those of the system for what they cannot write.

use std::path::PathBuf;
use std::sync::{LazyLock, OnceLock};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

/// What travels with the program: see `fonts/README.md`.
const SHIPPED: [&[u8]; 8] = [
    include_bytes!("fonts/Inter-Regular.ttf"),
    include_bytes!("fonts/Inter-SemiBold.ttf"),
    include_bytes!("fonts/Newsreader-Medium.ttf"),
    include_bytes!("fonts/Newsreader-Italic.ttf"),
    include_bytes!("fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("fonts/NotoSansArabic-SemiBold.ttf"),
    include_bytes!("fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("fonts/NotoSansHebrew-SemiBold.ttf"),
];

static ON_BOARD: LazyLock<Vec<Font>> =
    LazyLock::new(|| SHIPPED.iter().filter_map(|bytes| Font::new(Bytes::new(*bytes), 0)).collect());

/// A font file of the system.
struct SystemFont {
    path: PathBuf,
    index: u32,
    info: FontInfo,
}

/// What the system has, looked up when it is first needed.
static SYSTEM: OnceLock<Vec<SystemFont>> = OnceLock::new();

/// The fonts that one sheet is set with.
pub(super) struct Fonts {
    book: LazyHash<FontBook>,
    slots: Vec<Slot>,
}

enum Slot {
    OnBoard(Font),
    System { path: PathBuf, index: u32, read: OnceLock<Option<Font>> },
}

impl Fonts {
    /// Fonts that can write `texts`: the system is asked only when ours cannot.
    pub fn for_text<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut infos: Vec<FontInfo> = ON_BOARD.iter().map(|font| font.info().clone()).collect();
        let mut slots: Vec<Slot> = ON_BOARD.iter().cloned().map(Slot::OnBoard).collect();
        let strange = strange(texts);
        if !strange.is_empty() {
            for font in SYSTEM.get_or_init(scan) {
                if strange.iter().any(|c| font.info.coverage.contains(*c)) {
                    infos.push(font.info.clone());
                    slots.push(Slot::System { path: font.path.clone(), index: font.index, read: OnceLock::new() });
                }
            }
        }
        Self { book: LazyHash::new(FontBook::from_infos(infos)), slots }
    }

    /// What the fonts can do.
    pub fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// One of them, read when it is first wanted.
    pub fn font(&self, index: usize) -> Option<Font> {
        match self.slots.get(index)? {
            Slot::OnBoard(font) => Some(font.clone()),
            Slot::System { path, index, read } => {
                read.get_or_init(|| Font::new(Bytes::new(std::fs::read(path).ok()?), *index)).clone()
            }
        }
    }
}

/// The characters that none of our fonts can write, each once.
fn strange<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<u32> {
    let mut found: Vec<u32> = texts
        .flat_map(str::chars)
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .map(u32::from)
        .filter(|c| !ON_BOARD.iter().any(|font| font.info().coverage.contains(*c)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn scan() -> Vec<SystemFont> {
    let mut db = fontdb::Database::new();
    db.load_system_fonts();
    let faces: Vec<_> = db.faces().map(|face| (face.id, face.source.clone(), face.index)).collect();
    faces
        .into_iter()
        .filter_map(|(id, source, index)| {
            let path = match source {
                fontdb::Source::File(path) | fontdb::Source::SharedFile(path, _) => path,
                fontdb::Source::Binary(_) => return None,
            };
            // A damaged file is passed over: others may have what is wanted.
            let info = db.with_face_data(id, FontInfo::new)??;
            (!info.is_last_resort()).then_some(SystemFont { path, index, info })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_we_ship_writes_latin_greek_cyrillic_hebrew_and_arabic() {
        assert_eq!(ON_BOARD.len(), SHIPPED.len(), "every file is a font");
        let known = ["Zoë Ångström €", "Ελένη", "Ольга", "שלום", "مرحبا", "▲▼◆→−…·“”", "Đặng Thị"];
        assert_eq!(strange(known.into_iter()), Vec::<u32>::new());
        assert_eq!(strange(["陳 a 陳 ∰"].into_iter()), [0x2230, 0x9673]);
    }
}
