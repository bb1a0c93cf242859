//! `rapport`: the same commands from a terminal. It asks, it shows, and holds no rule about customers.

mod args;
mod desk;
mod failure;
mod out;
mod secret;
mod table;
mod verbs;
mod when;

use args::Args;
use clap::Parser;
use rapport_core::vault::harden;
use std::process::ExitCode;

fn main() -> ExitCode {
    harden::quiet_panics(out::aside);
    let _hardened = harden::harden_process();
    let args = Args::parse();
    args.how.demand_one_way();
    listen();
    let json = args.how.json;
    // A fault of ours ends with its own exit code, not with Rust's.
    let done = std::panic::catch_unwind(move || verbs::run(args));
    match done {
        Ok(Ok(code)) => code,
        Ok(Err(failure)) => failure.tell(json),
        Err(_) => failure::Failure::broken().tell(json),
    }
}

/// Writes a log to stderr when `RAPPORT_LOG` asks for one: `error`, `warn`, `info`, `debug` or `trace`.
fn listen() {
    use tracing_subscriber::filter::{LevelFilter, Targets};
    use tracing_subscriber::layer::SubscriberExt;
    use tracing_subscriber::util::SubscriberInitExt;
    let Some(level) = std::env::var("RAPPORT_LOG").ok().and_then(|level| level.parse::<LevelFilter>().ok()) else {
        return;
    };
    // Only our own words: what libraries say is not held to the rule that a log carries no personal data.
    let ours = Targets::new().with_target("rapport", level).with_target("rapport_core", level);
    let writer = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false);
    tracing_subscriber::registry().with(writer).with(ours).init();
}
