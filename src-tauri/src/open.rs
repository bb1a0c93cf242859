//! Hands a draft to the user's mail program: a `mailto:` address, or a message file that the core wrote.

use rapport_core::error::{CommandError, Error};
use std::path::{Path, PathBuf};
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

/// Longest address handed on, in bytes. Mail programs stop at about 2 000; the coach warns long before this.
const LONGEST: usize = 16_384;

/// The fields of a message that an address may fill. Not `attach`: some mail programs would take a file from the disk.
const FIELDS: [&str; 6] = ["to", "cc", "bcc", "subject", "body", "in-reply-to"];

/// Opens a message in the mail program. The user sends it, or does not.
#[tauri::command]
pub async fn open_mailto(app: AppHandle, url: String) -> Result<(), CommandError> {
    if !is_message(&url) {
        return Err(Error::invalid("url", "notMailto").into());
    }
    app.opener().open_url(url, None::<&str>).map_err(|e| Error::broken(e).into())
}

/// Opens a message file (`.eml`) with the program that the system has for it.
#[tauri::command]
pub async fn open_file(app: AppHandle, path: PathBuf) -> Result<(), CommandError> {
    if !is_message_file(&path) {
        return Err(Error::invalid("path", "notMessageFile").into());
    }
    let path = path.to_str().ok_or_else(|| Error::invalid("path", "notUnicode"))?;
    app.opener().open_path(path, None::<&str>).map_err(|e| Error::broken(e).into())
}

/// Whether `url` is a `mailto:` of RFC 6068 with harmless fields and nothing that a command line could misread.
fn is_message(url: &str) -> bool {
    let Some(("mailto", rest)) = url.split_once(':') else { return false };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/?[]".contains(&byte);
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    url.len() <= LONGEST
        && rest.bytes().all(plain)
        && query.split('&').filter(|field| !field.is_empty()).all(|field| {
            let name = field.split('=').next().unwrap_or_default();
            FIELDS.iter().any(|known| known.eq_ignore_ascii_case(name))
        })
}

/// Whether `path` is a message file itself, not a link to something else.
fn is_message_file(path: &Path) -> bool {
    path.is_absolute()
        && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("eml"))
        && path.symlink_metadata().is_ok_and(|found| found.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_messages_are_handed_to_the_mail_program() {
        for (url, ok) in [
            ("mailto:ana@example.org", true),
            ("mailto:ana@example.org?subject=Gr%C3%BC%C3%9Fe&body=one%0D%0Atwo", true),
            ("mailto:?to=ana@example.org&CC=bo@example.org", true),
            ("mailto:ana@example.org?attach=%2Fetc%2Fpasswd", false),
            ("mailto:ana@example.org?subject=x&%61ttach=y", false),
            ("mailto:ana@example.org\" --help", false),
            ("mailto:ana@example.org\nX: y", false),
            ("mailto:müller@example.org", false),
            ("https://example.org", false),
            ("file:///etc/passwd", false),
            ("MAILTO", false),
            ("", false),
        ] {
            assert_eq!(is_message(url), ok, "{url:?}");
        }
        assert!(!is_message(&format!("mailto:{}", "a".repeat(LONGEST))), "an endless address is refused");
    }

    #[test]
    fn only_message_files_are_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("draft.eml"), "Subject: x").expect("written");
        std::fs::write(at("run.sh"), "").expect("written");
        assert!(is_message_file(&at("draft.eml")));
        assert!(!is_message_file(&at("run.sh")), "a script");
        assert!(!is_message_file(&at("missing.eml")), "nothing there");
        assert!(!is_message_file(Path::new("draft.eml")), "a path that depends on the current folder");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("run.sh"), at("link.eml")).expect("linked");
            assert!(!is_message_file(&at("link.eml")), "a link to a script");
        }
    }
}
