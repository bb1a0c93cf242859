//! From passphrase to key: Argon2id, as slow as this machine can afford and within bounds that a key file cannot leave.

use super::key::Secret;
use super::passphrase::Passphrase;
use crate::error::{Code, Error, Result};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::time::{Duration, Instant};
use zeroize::Zeroize;

/// Length of a salt, in bytes (RFC 9106 recommends 16).
pub const SALT_LEN: usize = 16;

/// What one derivation costs. Always within [`KdfParams::FLOOR`] and [`KdfParams::CEILING`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfParams {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl KdfParams {
    /// The least that is written or read: RFC 9106's second recommended option (64 MiB, 3 passes, 4 lanes), which is
    /// above OWASP's minimum.
    pub const FLOOR: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    /// The most that is written or read, so that a forged key file cannot take the machine's memory or its day.
    pub const CEILING: Self = Self { memory_kib: 256 * 1024, passes: 10, lanes: 16 };

    /// Parameters within the bounds; memory in KiB.
    ///
    /// # Errors
    /// [`Code::Invalid`] on `kdf`: `weak` below the floor, `costly` above the ceiling.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self> {
        let asked = Self { memory_kib, passes, lanes };
        match Bounds::REAL.judge(asked) {
            None => Ok(asked),
            Some(why) => Err(Error::invalid("kdf", why)),
        }
    }

    /// Far below the floor: for tests of this folder.
    #[cfg(test)]
    pub(super) const CHEAP: Self = Self { memory_kib: 32, passes: 1, lanes: 1 };

    pub(super) fn unchecked(memory_kib: u32, passes: u32, lanes: u32) -> Self {
        Self { memory_kib, passes, lanes }
    }

    /// Memory in KiB, passes, lanes.
    #[must_use]
    pub fn parts(self) -> (u32, u32, u32) {
        (self.memory_kib, self.passes, self.lanes)
    }
}

/// How much work a new passphrase slot shall cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KdfCost {
    /// Measured on this machine, so that an unlock takes 0.5–1 s.
    #[default]
    Calibrate,
    /// The least that is allowed: for tests and machines that make many vaults.
    Floor,
    /// These.
    Exactly(KdfParams),
}

impl KdfCost {
    /// [`KdfCost::Floor`] when `RAPPORT_KDF` is `floor`, else [`KdfCost::Calibrate`]. For the hosts; nothing here reads it.
    #[must_use]
    pub fn from_env() -> Self {
        if std::env::var("RAPPORT_KDF").is_ok_and(|v| v == "floor") { Self::Floor } else { Self::Calibrate }
    }

    /// The parameters to use. Calibrating takes as long as two derivations at the floor.
    ///
    /// # Errors
    /// [`Code::Broken`] when there is not even the memory of the floor.
    pub fn settle(self) -> Result<KdfParams> {
        match self {
            Self::Floor => Ok(KdfParams::FLOOR),
            Self::Exactly(params) => Ok(params),
            Self::Calibrate => {
                // The better of two: the first one also pays for the pages.
                let first = time_floor()?;
                Ok(choose(first.min(time_floor()?)))
            }
        }
    }
}

fn time_floor() -> Result<Duration> {
    let begun = Instant::now();
    let probe = Passphrase::new("how fast is this machine?")?;
    derive(&probe, &[0; SALT_LEN], KdfParams::FLOOR)?;
    Ok(begun.elapsed())
}

/// What an unlock shall take on this machine.
const AIM: Duration = Duration::from_millis(750);

/// The parameters that come nearest to [`AIM`] from below, given how long the floor takes: memory first, because that is
/// what costs an attacker's hardware most, then passes. Time grows with memory × passes.
fn choose(floor_takes: Duration) -> KdfParams {
    let floor = KdfParams::FLOOR;
    let units = AIM.as_secs_f64() / floor_takes.as_secs_f64().max(1e-6);
    let mut chosen = floor;
    while chosen.memory_kib < KdfParams::CEILING.memory_kib
        && f64::from(chosen.memory_kib * 2 / floor.memory_kib) <= units
    {
        chosen.memory_kib *= 2;
    }
    let more = |passes: u32| {
        f64::from(passes) / f64::from(floor.passes) * f64::from(chosen.memory_kib / floor.memory_kib) <= units
    };
    while chosen.passes < KdfParams::CEILING.passes && more(chosen.passes + 1) {
        chosen.passes += 1;
    }
    chosen
}

/// The parameters that are accepted from a file.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    least: KdfParams,
    most: KdfParams,
}

impl Bounds {
    /// The only bounds outside of this folder's own tests.
    pub(super) const REAL: Self = Self { least: KdfParams::FLOOR, most: KdfParams::CEILING };

    /// Bounds with a floor of 32 KiB: for tests of the format, which derive hundreds of keys.
    #[cfg(test)]
    pub(super) const CHEAP: Self = Self { least: KdfParams::CHEAP, most: KdfParams::CEILING };

    /// Why these parameters are refused, if they are.
    pub(super) fn judge(self, asked: KdfParams) -> Option<&'static str> {
        let (low, high) = (self.least, self.most);
        if asked.memory_kib > high.memory_kib || asked.passes > high.passes || asked.lanes > high.lanes {
            Some("costly")
        } else if asked.memory_kib < low.memory_kib || asked.passes < low.passes || asked.lanes < low.lanes {
            Some("weak")
        } else {
            None
        }
    }
}

/// Derives the key that wraps a slot. Whoever reads `params` from outside checks them against [`Bounds`] first.
pub(super) fn derive(passphrase: &Passphrase, salt: &[u8], params: KdfParams) -> Result<Secret> {
    let argon = Params::new(params.memory_kib, params.passes, params.lanes, Some(32))
        .map_err(|_| Error::broken("argon2 parameters"))?;
    let mut blocks: Vec<Block> = Vec::new();
    let count = argon.block_count();
    blocks.try_reserve_exact(count).map_err(|_| Error::new(Code::Broken).with("why", "memory"))?;
    blocks.resize(count, Block::new());
    let mut key = Secret::empty();
    let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, argon).hash_password_into_with_memory(
        passphrase.bytes(),
        salt,
        key.bytes_mut(),
        &mut blocks,
    );
    // The blocks hold what the passphrase became: not left for the next owner of the memory.
    blocks.iter_mut().for_each(Zeroize::zeroize);
    done.map_err(|_| Error::broken("argon2"))?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_outside_the_bounds_are_refused() {
        for (m, t, p, why) in [
            (64 * 1024 - 1, 3, 4, "weak"),
            (64 * 1024, 2, 4, "weak"),
            (64 * 1024, 3, 3, "weak"),
            (256 * 1024 + 1, 3, 4, "costly"),
            (u32::MAX, u32::MAX, u32::MAX, "costly"),
            (256 * 1024, 11, 4, "costly"),
            (1024, 3, 17, "costly"),
        ] {
            assert_eq!(KdfParams::new(m, t, p).unwrap_err().details["why"], why, "{m} {t} {p}");
        }
        assert!(KdfParams::new(64 * 1024, 3, 4).is_ok());
        assert!(KdfParams::new(256 * 1024, 10, 16).is_ok());
    }

    #[test]
    fn calibration_takes_memory_first_then_passes_and_stays_in_bounds() {
        for (floor_ms, memory_mib, passes) in [
            (5_000, 64, 3),
            (750, 64, 3),
            (376, 64, 5),
            (375, 128, 3),
            (250, 128, 4),
            (188, 128, 5),
            (187, 256, 3),
            (80, 256, 7),
            (1, 256, 10),
        ] {
            let chosen = choose(Duration::from_millis(floor_ms));
            assert_eq!(chosen.parts(), (memory_mib * 1024, passes, 4), "floor takes {floor_ms} ms");
            assert_eq!(Bounds::REAL.judge(chosen), None);
        }
        assert_eq!(Bounds::REAL.judge(choose(Duration::ZERO)), None);
    }

    #[test]
    fn calibrated_parameters_are_within_bounds_on_this_machine() {
        let params = KdfCost::Calibrate.settle().unwrap();
        assert_eq!(Bounds::REAL.judge(params), None);
        assert_eq!(KdfCost::Floor.settle().unwrap(), KdfParams::FLOOR);
    }

    /// From the test suite of the reference implementation (`src/test.c`, version 0x13): t 2, m 2^8 KiB, p 1.
    #[test]
    fn argon2id_is_the_reference_one() {
        let key = derive(&Passphrase::new("password").unwrap(), b"somesalt", KdfParams::unchecked(256, 2, 1)).unwrap();
        let expected = "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe";
        assert_eq!(data_encoding::HEXLOWER.encode(key.bytes()), expected);
    }

    #[test]
    fn key_depends_on_passphrase_salt_and_parameters() {
        let key = |text: &str, salt: u8, m: u32| {
            let passphrase = Passphrase::new(text).unwrap();
            derive(&passphrase, &[salt; SALT_LEN], KdfParams::unchecked(m, 1, 1)).unwrap().bytes().to_vec()
        };
        assert_eq!(key("a", 1, 32), key("a", 1, 32));
        assert_ne!(key("a", 1, 32), key("b", 1, 32));
        assert_ne!(key("a", 1, 32), key("a", 2, 32));
        assert_ne!(key("a", 1, 32), key("a", 1, 64));
    }
}
