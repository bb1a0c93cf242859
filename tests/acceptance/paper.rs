//! What stands on printed paper: a PDF read back by a program that did not write it.

use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, font::Glyph, interpret_page,
};
use kurbo::{Affine, BezPath, Rect};

/// The text of a PDF in the order in which it is drawn, without spaces.
///
/// # Panics
/// When it is no PDF.
#[must_use]
pub fn text_of(bytes: Vec<u8>) -> String {
    let pdf = Pdf::new(bytes).unwrap_or_else(|_| panic!("a PDF that can be read"));
    let mut reader = Reader::default();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let sheet = Rect::new(0.0, 0.0, width.into(), height.into());
        let cache = InterpreterCache::new();
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, sheet, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut reader);
    }
    reader.0
}

/// How many pages a PDF has.
///
/// # Panics
/// When it is no PDF.
#[must_use]
pub fn pages_of(bytes: Vec<u8>) -> usize {
    Pdf::new(bytes).unwrap_or_else(|_| panic!("a PDF that can be read")).pages().len()
}

/// Takes down what is written and passes over what is drawn.
#[derive(Default)]
struct Reader(String);

impl<'a> Device<'a> for Reader {
    fn draw_glyph(&mut self, glyph: &Glyph<'a>, _: Affine, _: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        match glyph.as_unicode() {
            Some(BfString::Char(c)) => self.0.push(c),
            Some(BfString::String(text)) => self.0.push_str(&text),
            None => self.0.push('\u{FFFD}'),
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
