//! What changed, told to every page that listens, as Server-Sent Events.

use rapport_core::topics::Topic;
use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A line is sent this often even when nothing happens: it finds pages that have gone.
const PULSE: Duration = Duration::from_secs(5);

const HEAD: &str =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";

/// The pages that listen.
#[derive(Clone, Default)]
pub struct News(Arc<Mutex<Vec<Sender<String>>>>);

impl News {
    /// Tells every page; those that have gone are forgotten.
    pub fn tell(&self, topics: &[Topic]) {
        let event = format!("data: {}\n\n", serde_json::json!({ "topics": topics }));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|page| page.send(event.clone()).is_ok());
    }

    /// Keeps telling the page at the other end until it hangs up, which is the only end and comes as an error.
    pub fn follow(&self, stream: &TcpStream) -> io::Result<()> {
        let (page, events) = channel();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(page);
        write_events(stream, &events)
    }
}

fn write_events(mut page: impl Write, events: &Receiver<String>) -> io::Result<()> {
    page.write_all(HEAD.as_bytes())?;
    page.write_all(b": listening\n\n")?;
    loop {
        match events.recv_timeout(PULSE) {
            Ok(event) => page.write_all(event.as_bytes())?,
            Err(RecvTimeoutError::Timeout) => page.write_all(b": still here\n\n")?,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
    }
}
