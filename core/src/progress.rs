//! How far long work has come, and the way to stop it.

use crate::error::{Code, Error, Result};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use ts_rs::TS;

/// How far the work under way has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Progress {
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 when nothing is under way.
    pub total: u64,
}

/// Shared by the work, which counts, and its watcher, who may say Stop.
#[derive(Clone, Debug, Default)]
pub struct Job(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
}

impl Job {
    /// Begins work of `total` steps. Ends when the guard is dropped.
    #[must_use]
    pub fn begin(&self, total: u64) -> Running {
        self.0.stop.store(false, Ordering::Relaxed);
        self.0.done.store(0, Ordering::Relaxed);
        self.0.total.store(total.max(1), Ordering::Relaxed);
        Running(self.clone())
    }

    /// How far the work has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress { done: self.0.done.load(Ordering::Relaxed), total: self.0.total.load(Ordering::Relaxed) }
    }

    /// Asks the work to stop at its next step.
    pub fn stop(&self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }
}

/// Work that has begun and not yet ended.
#[derive(Debug)]
pub struct Running(Job);

impl Running {
    /// Counts one step.
    ///
    /// # Errors
    /// [`Code::Stopped`] when the watcher asked for it; the caller then leaves everything as it was.
    pub fn step(&self) -> Result<()> {
        self.0.0.done.fetch_add(1, Ordering::Relaxed);
        if self.0.0.stop.load(Ordering::Relaxed) {
            return Err(Error::new(Code::Stopped));
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.0.total.store(0, Ordering::Relaxed);
        self.0.0.done.store(0, Ordering::Relaxed);
    }
}
