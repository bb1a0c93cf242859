//! As much of HTTP/1.1 as a browser on this machine needs: one request a connection, a thread each.
//!
//! Our own, because a page, its news and its calls are many connections at once, and the small server tried before this
//! (tiny_http 0.12) left every few starts one of them waiting for another to end.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;

/// Longest head, in bytes.
const LONGEST_HEAD: u64 = 64 << 10;

/// Longest body, in bytes.
const LONGEST_BODY: u64 = 64 << 20;

/// A request that was read whole.
#[derive(Debug, Default)]
pub struct Request {
    /// `GET`, `POST`, …
    pub method: String,
    /// The path with its query.
    pub target: String,
    headers: Vec<(String, String)>,
    /// What was sent.
    pub body: Vec<u8>,
}

impl Request {
    /// Reads one request.
    pub fn read(stream: &TcpStream) -> io::Result<Self> {
        let mut reader = BufReader::new(stream);
        let mut head = reader.by_ref().take(LONGEST_HEAD).lines();
        let first = head.next().ok_or(io::ErrorKind::UnexpectedEof)??;
        let mut words = first.split(' ').map(str::to_owned);
        let mut request = Self {
            method: words.next().unwrap_or_default(),
            target: words.next().unwrap_or_default(),
            ..Self::default()
        };
        for line in head {
            let line = line?;
            match line.split_once(':') {
                Some((name, value)) => request.headers.push((name.to_owned(), value.trim().to_owned())),
                None => break,
            }
        }
        let length = request.header("Content-Length").and_then(|n| n.parse().ok()).unwrap_or(0);
        reader.take(length.min(LONGEST_BODY)).read_to_end(&mut request.body)?;
        Ok(request)
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The path without its query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }
}

/// An answer.
pub struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Answer {
    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new() }
    }

    /// An answer of this kind.
    pub fn of(status: u16, kind: &str, body: Vec<u8>) -> Self {
        Self { status, headers: vec![("Content-Type", kind.to_owned())], body }
    }

    /// Adds a header.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Sends it, and lets the connection go.
    pub fn send(&self, mut stream: &TcpStream) -> io::Result<()> {
        let mut head =
            format!("HTTP/1.1 {} -\r\nConnection: close\r\nContent-Length: {}\r\n", self.status, self.body.len());
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += "\r\n";
        stream.write_all(&[head.as_bytes(), &self.body].concat())
    }
}
