//! Does a folder lie where a program copies it elsewhere? A live database must not: file and log are copied apart from each
//! other, and two machines write at once (sqlite.org/howtocorrupt.html). Teams exchange files instead.

use serde::Serialize;
use std::fs;
use std::path::Path;
use ts_rs::TS;

/// A program that copies folders to other machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Cloud {
    /// Dropbox.
    Dropbox,
    /// Google Drive.
    GoogleDrive,
    /// iCloud Drive.
    ICloud,
    /// Nextcloud or ownCloud.
    Nextcloud,
    /// OneDrive.
    OneDrive,
    /// Syncthing.
    Syncthing,
    /// Another one that macOS keeps below `Library/CloudStorage`.
    Other,
}

/// What a folder's own name says, in small letters: the whole name, or its beginning where it ends with `*`.
const NAMES: &[(&str, Cloud)] = &[
    ("dropbox", Cloud::Dropbox),
    ("dropbox (*", Cloud::Dropbox),
    ("dropbox-*", Cloud::Dropbox),
    ("google drive", Cloud::GoogleDrive),
    ("googledrive", Cloud::GoogleDrive),
    ("googledrive-*", Cloud::GoogleDrive),
    ("icloud drive", Cloud::ICloud),
    ("iclouddrive", Cloud::ICloud),
    ("com~apple~clouddocs", Cloud::ICloud),
    ("mobile documents", Cloud::ICloud),
    ("nextcloud", Cloud::Nextcloud),
    ("owncloud", Cloud::Nextcloud),
    ("onedrive", Cloud::OneDrive),
    ("onedrive -*", Cloud::OneDrive),
    ("onedrive-*", Cloud::OneDrive),
    ("cloudstorage", Cloud::Other),
];

/// What lies in the top folder that a program watches.
const MARKERS: &[(&str, Cloud)] = &[
    (".dropbox", Cloud::Dropbox),
    (".dropbox.cache", Cloud::Dropbox),
    (".tmp.drivedownload", Cloud::GoogleDrive),
    (".tmp.driveupload", Cloud::GoogleDrive),
    (".nextcloudsync.log", Cloud::Nextcloud),
    (".owncloudsync.log", Cloud::Nextcloud),
    (".849c9593-d756-4e56-8d6e-42412f2a707b", Cloud::OneDrive),
    (".stfolder", Cloud::Syncthing),
    (".stignore", Cloud::Syncthing),
];

/// The program that copies `folder` elsewhere, if it looks like one does. A warning, not a refusal: names can mislead, and a
/// program that leaves no trace is not found.
///
/// The folder need not exist yet. Links are resolved where they can be, so that a link into a synced folder is found.
#[must_use]
pub fn cloud_around(folder: &Path) -> Option<Cloud> {
    let real = folder.ancestors().find_map(|known| {
        let rest = folder.strip_prefix(known).ok()?;
        Some(known.canonicalize().ok()?.join(rest))
    });
    let looked_at = real.as_deref().unwrap_or(folder);
    // The nearest that says anything decides; the vague name of macOS's shelf only where nothing on it does.
    let found = looked_at.ancestors().filter_map(|above| by_marker(above).or_else(|| by_name(above)));
    let mut vague = None;
    for cloud in found {
        if cloud != Cloud::Other {
            return Some(cloud);
        }
        vague = Some(cloud);
    }
    vague
}

fn by_name(folder: &Path) -> Option<Cloud> {
    let name = folder.file_name()?.to_str()?.to_lowercase();
    let fits = |known: &str| known.strip_suffix('*').map_or(name == known, |beginning| name.starts_with(beginning));
    NAMES.iter().find(|(known, _)| fits(known)).map(|(_, cloud)| *cloud)
}

fn by_marker(folder: &Path) -> Option<Cloud> {
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| name.starts_with('.')) else { continue };
        let small = name.to_lowercase();
        if let Some((_, cloud)) = MARKERS.iter().find(|(marker, _)| *marker == small) {
            return Some(*cloud);
        }
        // `.sync_1a2b3c.db` and `._sync_1a2b3c.db`: the journal of the Nextcloud and ownCloud clients.
        if (small.starts_with(".sync_") || small.starts_with("._sync_")) && small.ends_with(".db") {
            return Some(Cloud::Nextcloud);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn around(make: &str, vault: &str) -> Option<Cloud> {
        let dir = TempDir::new().unwrap();
        fs::create_dir_all(dir.path().join(make)).unwrap();
        cloud_around(&dir.path().join(vault))
    }

    #[test]
    fn names_tell() {
        for (vault, cloud) in [
            ("Dropbox/Work.rapport", Some(Cloud::Dropbox)),
            ("Dropbox (Personal)/a/b/Work.rapport", Some(Cloud::Dropbox)),
            ("OneDrive - Contoso/Work.rapport", Some(Cloud::OneDrive)),
            ("Library/Mobile Documents/com~apple~CloudDocs/Work.rapport", Some(Cloud::ICloud)),
            ("Library/CloudStorage/GoogleDrive-a@example.org/Work.rapport", Some(Cloud::GoogleDrive)),
            ("Library/CloudStorage/Box-Box/Work.rapport", Some(Cloud::Other)),
            ("NEXTCLOUD/Work.rapport", Some(Cloud::Nextcloud)),
            ("Documents/Work.rapport", None),
            ("Dropbox customers/Work.rapport", None),
            ("My Dropbox notes.rapport", None),
        ] {
            assert_eq!(around("x", vault), cloud, "{vault}");
        }
    }

    #[test]
    fn markers_tell_whatever_the_name() {
        for (marker, cloud) in [
            (".dropbox.cache", Cloud::Dropbox),
            (".stfolder", Cloud::Syncthing),
            (".sync_0a1b2c.db", Cloud::Nextcloud),
            ("._sync_0a1b2c.db", Cloud::Nextcloud),
            (".849C9593-D756-4E56-8D6E-42412F2A707B", Cloud::OneDrive),
            (".tmp.drivedownload", Cloud::GoogleDrive),
        ] {
            assert_eq!(around(&format!("shared/{marker}"), "shared/team/Work.rapport"), Some(cloud), "{marker}");
        }
        assert_eq!(around("shared/.sync_notes.txt", "shared/Work.rapport"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_a_synced_folder_is_followed() {
        let dir = TempDir::new().unwrap();
        fs::create_dir_all(dir.path().join("Dropbox/work")).unwrap();
        std::os::unix::fs::symlink(dir.path().join("Dropbox/work"), dir.path().join("plain")).unwrap();
        assert_eq!(cloud_around(&dir.path().join("plain/new/Work.rapport")), Some(Cloud::Dropbox));
    }
}
