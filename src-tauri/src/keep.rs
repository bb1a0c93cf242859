//! Files that the page hands out, such as a letter: written where the user says in the system's dialog, and nowhere else.

use crate::dialogs::{self, Filter};
use rapport_core::error::{CommandError, Error};
use rapport_core::vault::files;
use std::path::Path;
use tauri::AppHandle;

/// Largest file taken from the page, in bytes of base64.
const LARGEST: usize = 32 << 20;

/// Asks where to, and writes the file there so that only its owner can read it. Answers with the place, or `null` when the
/// user thought better of it. `name` is what the dialog suggests; `bytes` are in base64.
#[tauri::command]
pub async fn keep_file(
    app: AppHandle,
    title: Option<String>,
    name: String,
    filters: Option<Vec<Filter>>,
    bytes: String,
) -> Result<Option<String>, CommandError> {
    let bytes = decode(&bytes)?;
    let Some(path) = dialogs::save_file(app, title, name, filters).await? else { return Ok(None) };
    tauri::async_runtime::spawn_blocking(move || keep(path, &bytes))
        .await
        .unwrap_or_else(|_| Err(Error::broken("the file was not written").into()))
        .map(Some)
}

fn keep(path: String, bytes: &[u8]) -> Result<String, CommandError> {
    files::replace(Path::new(&path), bytes)?;
    Ok(path)
}

fn decode(bytes: &str) -> Result<Vec<u8>, CommandError> {
    if bytes.len() > LARGEST {
        return Err(Error::invalid("bytes", "tooLarge").into());
    }
    data_encoding::BASE64.decode(bytes.as_bytes()).map_err(|_| Error::invalid("bytes", "notBase64").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_and_for_its_owner_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Grüße, Ana.eml");
        let kept = keep(path.to_str().expect("text").to_owned(), b"Subject: x\r\n").expect("kept");
        assert_eq!(std::fs::read(&kept).expect("there"), b"Subject: x\r\n");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&kept).expect("there").permissions().mode() & 0o777, 0o600);
        }
        keep(kept.clone(), b"shorter").expect("replaced");
        assert_eq!(
            std::fs::read(&kept).expect("there"),
            b"shorter",
            "what the user agreed to replace is replaced whole"
        );
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing half-written stays");
    }

    #[test]
    fn what_cannot_be_written_says_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("gone").join("letter.eml");
        assert!(keep(path.to_str().expect("text").to_owned(), b"x").is_err(), "no such folder");
        for bytes in ["Grüße", "abc", "ab=c"] {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
        assert_eq!(decode("U3ViamVjdA==").expect("base64"), b"Subject");
    }
}
