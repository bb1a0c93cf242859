//! Setting a sheet: template and data become pages, pages become a PDF, a drawing or a picture.

use super::PressFormat;
use super::world::Desk;
use crate::clock::{Millis, to_utc};
use crate::error::{Code, Error, Result};
use chrono::{Datelike, Timelike};
use serde_json::Value;
use std::collections::BTreeSet;
use typst::foundations::{Datetime, Smart};
use typst::layout::{Abs, Frame, FrameItem};
use typst::visualize::Color;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

/// Pixels for each point of a picture: 144 dots an inch are sharp on a screen and large enough to be pasted.
const PIXELS: f64 = 2.0;
/// Space between the pages of a drawing or a picture, in points.
const GAP: f64 = 12.0;

/// Pages that were set.
pub(super) struct Pages {
    document: PagedDocument,
    at: Millis,
}

impl Pages {
    /// Sets a sheet as of a moment.
    ///
    /// # Errors
    /// [`Code::Broken`], when a template has a fault.
    pub fn set(template: &str, data: &Value, at: Millis) -> Result<Self> {
        let desk = Desk::new(template, data, to_utc(at).date_naive()).ok_or(Error::new(Code::Broken))?;
        let set = typst::compile::<PagedDocument>(&desk);
        // What was set holds what the vault holds: nothing of it stays in the typesetter's memory.
        typst::comemo::evict(0);
        match set.output {
            Ok(document) => Ok(Self { document, at }),
            Err(faults) => Err(broken(template, &faults)),
        }
    }

    /// How many pages there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.document.pages().len()).unwrap_or(u32::MAX)
    }

    /// The characters that no font could write, in order.
    pub fn missing(&self) -> Vec<String> {
        let mut found = BTreeSet::new();
        self.document.pages().iter().for_each(|page| unwritten(&page.frame, &mut found));
        found.into_iter().collect()
    }

    /// The pages as a file.
    ///
    /// # Errors
    /// [`Code::Broken`].
    pub fn to_bytes(&self, format: PressFormat) -> Result<Vec<u8>> {
        let bytes = match format {
            PressFormat::Pdf => self.pdf()?,
            PressFormat::Svg => {
                typst_svg::svg_merged(&self.document, &SvgOptions::default(), Abs::pt(GAP)).into_bytes()
            }
            PressFormat::Png => {
                let options = RenderOptions { pixel_per_pt: PIXELS.into(), ..RenderOptions::default() };
                typst_render::render_merged(&self.document, &options, Abs::pt(GAP), Some(Color::WHITE))
                    .encode_png()
                    .map_err(Error::broken)?
            }
        };
        typst::comemo::evict(0);
        Ok(bytes)
    }

    /// One page as a drawing, the first being 0; nothing when there is none.
    pub fn drawing(&self, page: usize) -> Option<String> {
        Some(typst_svg::svg(self.document.pages().get(page)?, &SvgOptions::default()))
    }

    /// Tagged and, unless a character is missing, as PDF/UA asks it.
    fn pdf(&self) -> Result<Vec<u8>> {
        let at = timestamp(self.at);
        let with = |standards| PdfOptions {
            ident: Smart::Auto,
            creator: Smart::Custom(Some("Rapport".to_owned())),
            timestamp: at,
            standards,
            ..PdfOptions::default()
        };
        let accessible = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| Error::new(Code::Broken))?;
        typst_pdf::pdf(&self.document, &with(accessible))
            .or_else(|_| typst_pdf::pdf(&self.document, &with(PdfStandards::default())))
            .map_err(|faults| broken("pdf", &faults))
    }
}

/// A fault of ours. What the typesetter says can quote what it was setting, so that only tests are told.
fn broken(what: &str, faults: &[typst::diag::SourceDiagnostic]) -> Error {
    if cfg!(test) {
        let words: Vec<_> = faults.iter().map(|fault| format!("{} {:?}", fault.message, fault.hints)).collect();
        return Error::broken(format!("{what}: {}", words.join("; ")));
    }
    Error::broken(format!("{what} has {} faults", faults.len()))
}

fn timestamp(at: Millis) -> Option<Timestamp> {
    let at = to_utc(at);
    let part = |n: u32| u8::try_from(n).ok();
    let (month, day) = (part(at.month())?, part(at.day())?);
    let (hour, minute, second) = (part(at.hour())?, part(at.minute())?, part(at.second())?);
    Some(Timestamp::new_utc(Datetime::from_ymd_hms(at.year(), month, day, hour, minute, second)?))
}

/// Glyph 0 is the box that a font draws for what it does not have.
fn unwritten(frame: &Frame, found: &mut BTreeSet<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => unwritten(&group.frame, found),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    found.extend(text.text.get(glyph.range()).map(str::to_owned));
                }
            }
            _ => {}
        }
    }
}
