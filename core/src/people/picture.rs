//! Pictures from outside: decoded with limits, made small, written anew so that nothing else travels in them.

use crate::error::{Code, Error, Result};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageReader, Limits};
use std::io::Cursor;

/// Bytes accepted at most.
const MAX_BYTES: usize = 8 * 1024 * 1024;
/// Width and height kept at most, in pixels.
const SIDE: u32 = 256;

/// A small JPEG of the picture, without metadata.
///
/// # Errors
/// [`Code::TooLarge`] over 8 MiB or over 8192 pixels a side; [`Code::UnknownFormat`] when it is no picture.
pub fn shrink(bytes: &[u8]) -> Result<Vec<u8>> {
    if bytes.len() > MAX_BYTES {
        return Err(Error::new(Code::TooLarge).with("limit", MAX_BYTES));
    }
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(8192);
    limits.max_image_height = Some(8192);
    limits.max_alloc = Some(256 * 1024 * 1024);
    reader.limits(limits);
    let picture = reader.decode().map_err(|e| match e {
        image::ImageError::Limits(_) => Error::new(Code::TooLarge).with("limit", MAX_BYTES),
        _ => Error::new(Code::UnknownFormat),
    })?;
    let picture =
        if picture.width() > SIDE || picture.height() > SIDE { picture.thumbnail(SIDE, SIDE) } else { picture };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 85)
        .encode_image(&picture.to_rgb8())
        .map_err(|_| Error::new(Code::UnknownFormat))?;
    Ok(jpeg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_picture_becomes_small_and_rubbish_is_refused() {
        let mut png = Vec::new();
        image::RgbaImage::new(2000, 1000).write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
        let small = image::load_from_memory(&shrink(&png).unwrap()).unwrap();
        assert_eq!((small.width(), small.height()), (256, 128));
        assert_eq!(shrink(b"this is no picture").unwrap_err().code, Code::UnknownFormat);
        assert_eq!(shrink(&vec![0; MAX_BYTES + 1]).unwrap_err().code, Code::TooLarge);
    }
}
