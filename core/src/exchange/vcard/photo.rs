//! The picture of a card: base64 in its several dresses, or an address, which is kept and never fetched.

use super::header::Header;
use crate::exchange::contact::Photo;
use crate::exchange::{MAX_PHOTO, Why};
use data_encoding::{BASE64_NOPAD, Specification};
use std::sync::LazyLock;

/// Reads a picture. None when the value is empty.
///
/// # Errors
/// [`Why::PhotoTooLarge`], [`Why::PhotoDamaged`].
pub fn read(header: &Header<'_>) -> Result<Option<Photo>, Why> {
    let value = header.value.trim();
    if value.is_empty() {
        return Ok(None);
    }
    if let Some(rest) = strip_prefix_ignore_case(value, "data:") {
        let (kind, data) = rest.split_once(',').or_else(|| rest.split_once("\\,")).ok_or(Why::PhotoDamaged)?;
        let kind = kind.trim_end_matches('\\');
        let Some(media_type) = kind.strip_suffix("base64") else { return Ok(Some(Photo::Url(value.to_owned()))) };
        return embedded(data, media_type.trim_end_matches(['\\', ';']));
    }
    if header.writing().base64 {
        return embedded(value, &declared_type(header));
    }
    // An address can be escaped as if it were text.
    if value.contains(':') || header.param("VALUE").is_some() {
        return Ok(Some(Photo::Url(value.replace("\\:", ":").replace("\\,", ",").replace("\\;", ";"))));
    }
    embedded(value, &declared_type(header))
}

fn embedded(base64: &str, media_type: &str) -> Result<Option<Photo>, Why> {
    if base64.len() / 4 > MAX_PHOTO / 3 + 1 {
        return Err(Why::PhotoTooLarge);
    }
    let bytes = decode_base64(base64.as_bytes()).ok_or(Why::PhotoDamaged)?;
    if bytes.len() > MAX_PHOTO {
        return Err(Why::PhotoTooLarge);
    }
    Ok(Some(Photo::Embedded { media_type: media_type.to_ascii_lowercase(), bytes }))
}

/// The media type that the parameters tell: `TYPE=JPEG`, bare `JPEG`, `MEDIATYPE=image/png`, `TYPE=image/png`.
fn declared_type(header: &Header<'_>) -> String {
    if let Some(kind) = header.param("MEDIATYPE") {
        return kind.to_ascii_lowercase();
    }
    let types = header.params().filter(|param| param.name.is_none_or(|name| name.eq_ignore_ascii_case("TYPE")));
    let known = ["jpeg", "jpg", "png", "gif", "bmp", "tiff", "webp", "heic"];
    for word in types.flat_map(|param| param.list().collect::<Vec<_>>()) {
        let word = word.to_ascii_lowercase();
        let short = word.strip_prefix("image/").or_else(|| word.strip_prefix("x-")).unwrap_or(&word);
        if known.contains(&short) {
            return format!("image/{}", if short == "jpg" { "jpeg" } else { short });
        }
    }
    String::new()
}

/// Decodes base64, with or without padding, in lines or not. None when it is anything else.
#[must_use]
pub fn decode_base64(text: &[u8]) -> Option<Vec<u8>> {
    static LENIENT: LazyLock<Option<data_encoding::Encoding>> = LazyLock::new(|| {
        let mut specification: Specification = BASE64_NOPAD.specification();
        specification.check_trailing_bits = false;
        specification.ignore.push_str(" \t\r\n");
        specification.encoding().ok()
    });
    let end = text.iter().rposition(|byte| !b"= \t\r\n".contains(byte)).map_or(0, |last| last + 1);
    let lenient = LENIENT.as_ref()?;
    // One character too many is what a cut leaves behind; images survive it.
    lenient.decode(&text[..end]).or_else(|_| lenient.decode(&text[..end.saturating_sub(1)])).ok()
}

/// `text` without `prefix`, in any case of letters.
#[must_use]
pub fn strip_prefix_ignore_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(line: &str) -> Result<Option<Photo>, Why> {
        read(&Header::parse(line).expect("a property"))
    }

    #[test]
    fn pictures_are_read_in_each_dress() {
        let picture =
            |media_type: &str| Ok(Some(Photo::Embedded { media_type: media_type.into(), bytes: vec![1, 2, 3, 4] }));
        let url = |url: &str| Ok(Some(Photo::Url(url.into())));
        for (line, expected) in [
            ("PHOTO;ENCODING=b;TYPE=JPEG:AQIDBA==", picture("image/jpeg")),
            ("PHOTO;JPEG;BASE64:AQID BA", picture("image/jpeg")),
            ("PHOTO;ENCODING=BASE64;TYPE=image/png:AQIDBA", picture("image/png")),
            ("PHOTO;X-ABCROP-RECTANGLE=a&1;ENCODING=b:AQIDBA==", picture("")),
            ("PHOTO:data:image/gif;base64,AQIDBA==", picture("image/gif")),
            ("PHOTO:data:image/gif\\;base64\\,AQIDBA==", picture("image/gif")),
            ("PHOTO:DATA:;base64,AQIDBA==", picture("")),
            ("PHOTO;TYPE=png:AQIDBA==", picture("image/png")),
            ("PHOTO:https://lh3.example/a", url("https://lh3.example/a")),
            ("PHOTO;VALUE=uri:https\\://lh3.example/a\\,b", url("https://lh3.example/a,b")),
            ("PHOTO;VALUE=CONTENT-ID:<a@b>", url("<a@b>")),
            ("PHOTO:data:text/plain,hello", url("data:text/plain,hello")),
            ("PHOTO;ENCODING=b:  ", Ok(None)),
            ("PHOTO;ENCODING=b:no#base64", Err(Why::PhotoDamaged)),
            (
                "PHOTO;ENCODING=b:AQIDBAUGB",
                Ok(Some(Photo::Embedded { media_type: String::new(), bytes: vec![1, 2, 3, 4, 5, 6] })),
            ),
        ] {
            assert_eq!(photo(line), expected, "{line:?}");
        }
    }

    #[test]
    fn a_huge_picture_is_refused() {
        let line = format!("PHOTO;ENCODING=b:{}", "A".repeat(MAX_PHOTO * 4 / 3 + 8));
        assert_eq!(photo(&line), Err(Why::PhotoTooLarge));
    }
}
