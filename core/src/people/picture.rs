//! Pictures from outside: decoded with limits, made small, written anew so that nothing else travels in them.

use super::kinds::{person, picture};
use super::{PersonRef, get};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::vault::{Vault, Writer};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageReader, Limits};
use serde::Deserialize;
use std::io::Cursor;
use ts_rs::TS;
use uuid::Uuid;

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

/// A picture to be set.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct PictureInput {
    /// Whose it is.
    pub person: PersonId,
    /// JPEG, PNG, GIF, WebP or BMP bytes in base64, 8 MiB at most.
    pub base64: String,
}

/// Sets a person's picture: decoded with limits, made small (256 × 256 at most), written as JPEG without metadata.
///
/// # Errors
/// [`Code::TooLarge`] over 8 MiB or 40 megapixels; [`Code::UnknownFormat`] when it is no picture.
pub fn set_picture(vault: &Vault, input: PictureInput) -> Result<super::Person> {
    let bytes = data_encoding::BASE64.decode(input.base64.as_bytes()).map_err(|_| Error::new(Code::UnknownFormat))?;
    let name = get::named(vault, PersonRef { id: input.person })?.name;
    let small = shrink(&bytes)?;
    vault.write("setPicture", &name, |w| {
        let owner = w.rid(&person::KIND, input.person)?;
        insert_picture(w, owner, small)
    })?;
    get(vault, PersonRef { id: input.person })
}

/// Removes a person's picture.
///
/// # Errors
/// When the person does not exist.
pub fn remove_picture(vault: &Vault, input: PersonRef) -> Result<()> {
    let name = get::named(vault, input)?.name;
    vault.write("removePicture", &name, |w| {
        let owner = w.rid(&person::KIND, input.id)?;
        drop_pictures(w, owner)
    })
}

pub(crate) fn insert_picture(w: &mut Writer<'_>, owner: i64, jpeg: Vec<u8>) -> Result<()> {
    drop_pictures(w, owner)?;
    let mime = "image/jpeg".to_owned();
    w.insert(
        &picture::KIND,
        Uuid::now_v7(),
        &[(picture::PERSON, owner.into()), (picture::MIME, mime.into()), (picture::DATA, jpeg.into())],
    )?;
    Ok(())
}

fn drop_pictures(w: &mut Writer<'_>, owner: i64) -> Result<()> {
    let mut rows = w.conn().prepare_cached("SELECT rid FROM picture WHERE person = ?1")?;
    for rid in rows.query_map([owner], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
        w.remove(&picture::KIND, rid)?;
    }
    Ok(())
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
