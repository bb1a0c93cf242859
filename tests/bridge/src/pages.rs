//! The built page, under the same rules of content security as in the window.

use crate::http::Answer;
use std::io;
use std::path::{Component, Path, PathBuf};

/// What a browser shows is what the window shows: the rules are the window's own.
const WINDOW: &str = include_str!("../../../src-tauri/tauri.conf.json");

/// The folder of the built page.
pub struct Pages {
    folder: PathBuf,
    rules: String,
    nonce: String,
}

impl Pages {
    /// Serves `folder`.
    pub fn new(folder: PathBuf) -> Result<Self, Box<dyn std::error::Error>> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        let nonce = data_encoding::HEXLOWER.encode(&bytes);
        let rules = rules(&serde_json::from_str(WINDOW)?, &nonce).ok_or("no csp in tauri.conf.json")?;
        Ok(Self { folder, rules, nonce })
    }

    /// The file behind `path`; any other address without an ending is a screen of the one page.
    pub fn page(&self, path: &str) -> Answer {
        let wanted = path.trim_start_matches('/');
        let wanted = if wanted.contains('.') { wanted } else { "index.html" };
        match self.read(Path::new(wanted)) {
            Ok(bytes) => Answer::of(200, kind(wanted), bytes)
                .with("Content-Security-Policy", &self.rules)
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store"),
            Err(_) => Answer::empty(404),
        }
    }

    fn read(&self, wanted: &Path) -> io::Result<Vec<u8>> {
        if wanted.components().any(|part| !matches!(part, Component::Normal(_))) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let bytes = std::fs::read(self.folder.join(wanted))?;
        if wanted != Path::new("index.html") {
            return Ok(bytes);
        }
        // As Tauri does: the page's own style element gets the nonce, libraries read it from there.
        let html = String::from_utf8_lossy(&bytes);
        Ok(html.replacen("<style", &format!("<style nonce=\"{}\"", self.nonce), 1).into_bytes())
    }
}

/// The window's rules, with the bridge in the place of Tauri's channel.
fn rules(window: &serde_json::Value, nonce: &str) -> Option<String> {
    let rules = window.pointer("/app/security/csp")?.as_object()?;
    let lines = rules.iter().map(|(kind, rule)| match (kind.as_str(), rule.as_str().unwrap_or_default()) {
        ("connect-src", _) => "connect-src 'self'".to_owned(),
        ("style-src", rule) => format!("style-src {rule} 'nonce-{nonce}'"),
        (kind, rule) => format!("{kind} {rule}"),
    });
    Some(lines.collect::<Vec<_>>().join("; "))
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
