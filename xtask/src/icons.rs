//! Draws the app icons from `icons/rapport.svg`: PNG for Linux, ICO for Windows, ICNS for macOS.

use crate::sh;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// The sizes that are committed as PNG.
const SIZES: [u32; 4] = [32, 128, 256, 512];

/// The sizes inside the Windows icon. 256 is written as 0, as the format wants it.
const WINDOWS: [u32; 4] = [16, 32, 48, 256];

/// The sizes inside the macOS icon with the format's names for them.
const MACOS: [(&[u8; 4], u32); 4] = [(b"icp5", 32), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512)];

/// Draws every icon anew.
pub fn draw() -> Result<()> {
    let folder = sh::root().join("icons");
    for size in SIZES {
        fs::write(folder.join(format!("{size}x{size}.png")), png(size)?)?;
    }
    let windows = WINDOWS.map(|size| png(size).map(|bytes| (size, bytes)));
    fs::write(folder.join("icon.ico"), ico(&windows.into_iter().collect::<Result<Vec<_>>>()?)?)?;
    let macos = MACOS.map(|(name, size)| png(size).map(|bytes| (name, bytes)));
    fs::write(folder.join("icon.icns"), icns(&macos.into_iter().collect::<Result<Vec<_>>>()?)?)?;
    Ok(())
}

fn png(size: u32) -> Result<Vec<u8>> {
    let to: PathBuf = std::env::temp_dir().join(format!("rapport-icon-{}-{size}.png", std::process::id()));
    let side = size.to_string();
    let mut draw = sh::command("rsvg-convert", &["-w", &side, "-h", &side, "icons/rapport.svg", "-o"]);
    sh::read(draw.arg(&to)).context("rsvg-convert draws the icons (Debian: librsvg2-bin)")?;
    let bytes = fs::read(&to)?;
    fs::remove_file(&to)?;
    Ok(bytes)
}

/// An ICO file: a head, one line of 16 bytes a picture, the pictures.
fn ico(pictures: &[(u32, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut file = vec![0, 0, 1, 0];
    file.extend(u16::try_from(pictures.len())?.to_le_bytes());
    let mut at = u32::try_from(6 + 16 * pictures.len())?;
    for (size, bytes) in pictures {
        let side = u8::try_from(*size).unwrap_or(0);
        let length = u32::try_from(bytes.len())?;
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(length.to_le_bytes());
        file.extend(at.to_le_bytes());
        at += length;
    }
    file.extend(pictures.iter().flat_map(|(_, bytes)| bytes));
    Ok(file)
}

/// An ICNS file: a head, then each picture behind its name and length.
fn icns(pictures: &[(&[u8; 4], Vec<u8>)]) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    for (name, bytes) in pictures {
        body.extend(*name);
        body.extend(u32::try_from(bytes.len() + 8)?.to_be_bytes());
        body.extend(bytes);
    }
    let length = u32::try_from(body.len() + 8)?;
    Ok([b"icns", &length.to_be_bytes()[..], &body].concat())
}
