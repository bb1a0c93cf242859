//! Books to look at and to measure with: a small believable one, and large ones of any size. Both are the same every time.

mod chance;
mod cultures;
mod dealings;
mod demo;
mod seed;

pub use demo::demo;
pub use seed::{Seed, seed};
