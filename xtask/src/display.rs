//! A screen to draw on: the user's own, or Xvfb's where there is none.

use crate::sh;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A screen, for as long as this value lives.
pub enum Display {
    /// The one in front of the user.
    Own,
    /// One that nobody sees, with its number.
    Hidden(Child, String),
}

impl Display {
    /// The user's screen, or a hidden one where there is none or `hidden` is asked for.
    pub fn open(hidden: bool) -> Result<Self> {
        let has_own = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
        if !cfg!(target_os = "linux") || (has_own && !hidden) { Ok(Self::Own) } else { Self::hidden() }
    }

    fn hidden() -> Result<Self> {
        if !sh::in_path("Xvfb") {
            bail!("there is no display, and Xvfb is not installed: cargo xtask setup");
        }
        let mut server = Command::new("Xvfb")
            // It picks a free number itself and prints it once it answers.
            .args(["-displayfd", "1", "-screen", "0", "1440x960x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb did not start")?;
        let mut number = String::new();
        BufReader::new(server.stdout.take().context("Xvfb has no output")?).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb did not start");
        }
        Ok(Self::Hidden(server, format!(":{}", number.trim())))
    }

    /// Whether nobody sees this screen.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Self::Hidden(..))
    }

    /// Sends a program's windows here.
    pub fn show<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        match self {
            Self::Own => command,
            Self::Hidden(_, number) => command.env("DISPLAY", number).env_remove("WAYLAND_DISPLAY"),
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Self::Hidden(server, _) = self {
            // It may have ended by itself.
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
