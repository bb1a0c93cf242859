//! Time that the processor spent on us: what others do on the same machine does not count.

use rustix::time::{ClockId, clock_gettime};
use std::time::Duration;

/// What this thread has used so far.
#[must_use]
pub fn thread() -> Duration {
    read(ClockId::ThreadCPUTime)
}

/// What all threads of this program have used so far.
#[must_use]
pub fn process() -> Duration {
    read(ClockId::ProcessCPUTime)
}

fn read(clock: ClockId) -> Duration {
    let at = clock_gettime(clock);
    Duration::new(at.tv_sec.unsigned_abs(), u32::try_from(at.tv_nsec).unwrap_or(0))
}

/// Many times the same thing, in milliseconds of this thread, sorted.
#[derive(Debug, Clone, Default)]
pub struct Times(Vec<f64>);

impl Times {
    /// Does it for each of `inputs`.
    pub fn of<I, T>(
        inputs: impl IntoIterator<Item = I>,
        mut f: impl FnMut(I) -> anyhow::Result<T>,
    ) -> anyhow::Result<Self> {
        let mut times = Vec::new();
        for input in inputs {
            let began = thread();
            std::hint::black_box(f(input)?);
            times.push((thread() - began).as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        Ok(Self(times))
    }

    /// The value that `percent` of all stay at or below; 0 for none.
    #[must_use]
    pub fn percentile(&self, percent: usize) -> f64 {
        let at = (self.0.len() * percent).div_ceil(100).clamp(1, self.0.len().max(1)) - 1;
        self.0.get(at).copied().unwrap_or(0.0)
    }

    /// The middle one.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.percentile(50)
    }
}

/// The load of the last minute and how many processors share it.
#[must_use]
pub fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default().to_owned();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{} on {cores} processors", if load.is_empty() { "not known" } else { &load })
}

/// Memory in use now and the most so far, in MiB; zero where the system does not say.
#[must_use]
pub fn memory() -> (f64, f64) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? / 1024.0)
    };
    (field("VmRSS:").unwrap_or(0.0), field("VmHWM:").unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let times = Times((1..=200).map(f64::from).collect());
        assert_eq!((times.median(), times.percentile(95), times.percentile(99)), (100.0, 190.0, 198.0));
        assert_eq!(Times::default().median(), 0.0);
        assert_eq!(Times(vec![7.0]).percentile(99), 7.0);
    }
}
