//! What makes a command of each line of the list: a way to it by name, its place in the list, and its types for the page; and how
//! inputs are read and answers written.

use crate::error::{Code, Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

macro_rules! commands {
    (
        while_locked { $($lroom:ident { $($lverb:ident($lin:ty) -> $lout:ty = $lf:path;)+ })+ }
        while_unlocked { $($room:ident { $($verb:ident($in:ty) -> $out:ty = $f:path;)+ })+ }
    ) => {
        /// Runs one command.
        ///
        /// # Errors
        /// What the command fails with; [`Code::UnknownCommand`], [`Code::Invalid`], [`Code::Locked`].
        pub fn run(app: &App, room: &str, verb: &str, input: Value) -> std::result::Result<Value, CommandError> {
            let answer = match (room, verb) {
                $($((stringify!($lroom), stringify!($lverb)) => read(input).and_then(|i: $lin| $lf(app, i)).and_then(write),)+)+
                $($((stringify!($room), stringify!($verb)) => app.vault().and_then(|v| $f(&v, read::<$in>(input)?)).and_then(write),)+)+
                _ => Err(Error::new(Code::UnknownCommand)),
            };
            answer.map_err(|error| {
                tracing::warn!(room, verb, %error, "refused");
                error.into()
            })
        }

        /// All commands: room and verb.
        pub const LIST: &[(&str, &str)] = &[
            $($((stringify!($lroom), stringify!($lverb)),)+)+
            $($((stringify!($room), stringify!($verb)),)+)+
        ];

        /// The same list as types, for ts-rs: each verb with its input and its answer.
        #[allow(non_snake_case, unused_imports, missing_docs)]
        mod typed {
            use ts_rs::TS;
            commands!(@side locked LockedCommands { $($lroom { $($lverb($lin) -> $lout;)+ })+ });
            commands!(@side unlocked UnlockedCommands { $($room { $($verb($in) -> $out;)+ })+ });
        }
    };
    (@side $side:ident $name:ident { $($room:ident { $($verb:ident($in:ty) -> $out:ty;)+ })+ }) => {
        pub mod $side {
            $(pub mod $room {
                use crate::{app, canvas, care, communities, consent, drafts, exchange, feedback, gestures, journeys, people, plans, press, promises, purchases, sample, search, segments, settings, touchpoints, vault};
                use crate::ids::*;
                #[derive(ts_rs::TS)]
                #[allow(dead_code)]
                pub struct Verbs { $(pub $verb: ($in, $out),)+ }
            })+
        }
        #[derive(TS)]
        #[ts(export)]
        #[allow(dead_code)]
        pub struct $name { $(#[ts(inline)] pub $room: $side::$room::Verbs,)+ }
    };
}

/// The input of a command.
pub(super) fn read<T: DeserializeOwned>(input: Value) -> Result<T> {
    // A verb whose input is all optional may be called with nothing at all.
    let input = if input.is_null() && serde_json::from_value::<T>(Value::Null).is_err() {
        Value::Object(Default::default())
    } else {
        input
    };
    serde_path_to_error::deserialize(&input).map_err(|wrong| unreadable(&wrong))
}

/// Which field of an input cannot be read. Only names of fields: serde's own words can quote what was typed.
fn unreadable(wrong: &serde_path_to_error::Error<serde_json::Error>) -> Error {
    let words = wrong.inner().to_string();
    let missing = words.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    let place = wrong.path().to_string();
    let field = match (place.as_str(), missing) {
        (".", field) => field.unwrap_or_default().to_owned(),
        (place, Some(field)) => format!("{place}.{field}"),
        (place, None) => place.to_owned(),
    };
    let why = if missing.is_some() { "missing" } else { "unreadable" };
    if field.is_empty() { Error::new(Code::Invalid).with("why", why) } else { Error::invalid(&field, why) }
}

/// Its answer.
pub(super) fn write<T: Serialize>(answer: T) -> Result<Value> {
    Ok(serde_json::to_value(answer)?)
}
