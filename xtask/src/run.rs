//! `cargo xtask run`: from a fresh clone to the open window.

use crate::display::Display;
use crate::{build, demo, setup, sh};
use anyhow::{Context, Result, bail};
use clap::Args;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// What the window prints when page and core have met (`src-tauri/src/door.rs`).
const ANSWERS: &str = "rapport: the window answers";

/// How long a slow machine may take to that.
const LONGEST_START: Duration = Duration::from_secs(90);

#[derive(Args)]
pub struct Options {
    /// Open the window where nobody sees it (under Xvfb), also when there is a display
    #[arg(long)]
    headless: bool,
    /// End as soon as the window has answered
    #[arg(long)]
    once: bool,
    /// Open the demonstration book instead of your own, made anew to end today
    #[arg(long)]
    demo: bool,
}

/// Builds, opens, and stays until the window is closed.
pub fn run(options: &Options) -> Result<()> {
    setup::install(setup::For::Running)?;
    build::window()?;
    let display = Display::open(options.headless)?;
    if display.is_hidden() {
        sh::say("\nthere is no display: the window opens under Xvfb, where nobody sees it");
    }
    let mut window = Command::new(sh::built("rapport-desktop")?);
    window.env("RAPPORT_ANNOUNCE", "1").stderr(Stdio::piped());
    if options.demo {
        window.env("RAPPORT_VAULT", demo::vault(None)?);
        sh::say(&format!("\nthe demonstration book opens with: {}", demo::PASSPHRASE));
    }
    let mut window = display.show(&mut window).spawn().context("the window did not start")?;
    let answered = forward(&mut window)?.recv_timeout(LONGEST_START).is_ok();
    if !answered || options.once {
        window.kill().context("the window could not be closed")?;
    } else {
        sh::say("the window answers; close it, or press Ctrl-C, to end");
    }
    let status = window.wait()?;
    if !answered {
        bail!("the window did not answer within {} seconds", LONGEST_START.as_secs());
    }
    if options.once {
        sh::say("the window answers: all is well, and closed again");
    } else if !status.success() {
        bail!("the window ended with {status}");
    }
    Ok(())
}

/// Passes on what the window says, and tells when it has answered.
fn forward(window: &mut Child) -> Result<Receiver<()>> {
    let lines = BufReader::new(window.stderr.take().context("the window has no output")?).lines();
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            if line == ANSWERS {
                // Nobody listens once the first answer was waited for.
                let _ = tell.send(());
            } else {
                sh::say(&line);
            }
        }
    });
    Ok(told)
}
