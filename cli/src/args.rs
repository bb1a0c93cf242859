//! What can be said on the command line, before and after the verb.

use crate::verbs::Verb;
use clap::{CommandFactory, Parser, error::ErrorKind};
use std::path::PathBuf;

/// Rapport from a terminal: one private, encrypted book of customer relationships.
#[derive(Debug, Parser)]
#[command(name = "rapport", version, propagate_version = true, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 done, 1 rejected, 2 usage, 3 locked or wrong key, 4 damaged vault, 5 a fault of ours."
)]
pub struct Args {
    #[command(flatten)]
    pub how: How,
    #[command(subcommand)]
    pub verb: Verb,
}

/// Which vault, how it opens, and how the answer is written.
#[derive(Debug, clap::Args)]
pub struct How {
    /// The vault's folder [default: $RAPPORT_VAULT, or the usual place]
    #[arg(long, global = true, value_name = "DIR", help_heading = "Vault")]
    pub vault: Option<PathBuf>,
    /// Open with the passphrase in the first line of this file
    #[arg(long, global = true, value_name = "FILE", help_heading = "Vault")]
    pub passphrase_file: Option<PathBuf>,
    /// Open with the passphrase in the first line of this open file descriptor
    #[arg(long, global = true, value_name = "N", help_heading = "Vault")]
    pub passphrase_fd: Option<u32>,
    /// Open with the recovery code in the first line of this file
    #[arg(long, global = true, value_name = "FILE", help_heading = "Vault")]
    pub recovery_file: Option<PathBuf>,
    /// Open with what this computer's keychain keeps
    #[arg(long, global = true, help_heading = "Vault")]
    pub keychain: bool,
    /// Print exactly the answer, as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

impl How {
    /// How many ways to open the vault were given.
    pub fn ways(&self) -> usize {
        let given =
            [self.passphrase_file.is_some(), self.passphrase_fd.is_some(), self.recovery_file.is_some(), self.keychain];
        given.into_iter().filter(|given| *given).count()
    }

    /// Ends the program with a word on usage when there are two ways to open the vault.
    pub fn demand_one_way(&self) {
        if self.ways() > 1 {
            let why = "give one of --passphrase-file, --passphrase-fd, --recovery-file and --keychain";
            usage(ErrorKind::ArgumentConflict, why);
        }
    }
}

/// Ends the program with a word on usage: exit code 2.
pub fn usage(kind: ErrorKind, why: &str) -> ! {
    Args::command().error(kind, why).exit()
}
