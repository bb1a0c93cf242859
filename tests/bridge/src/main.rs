//! `rapport-bridge VAULT_FOLDER PAGE_FOLDER`: the core behind a loopback address, so that an ordinary browser can show the
//! real page over the real core in tests. Never shipped.
//!
//! Prints one line of JSON (`{"port":…,"url":…}`) when it is ready, and ends when its standard input does, so that it never
//! outlives the test that started it.

mod door;
mod gate;
mod http;
mod news;
mod pages;

use gate::Gate;
use http::{Answer, Request};
use news::News;
use pages::Pages;
use rapport_core::app::{App, Setup};
use rapport_core::vault::harden;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// What every request needs.
struct Bridge {
    app: App,
    gate: Gate,
    news: News,
    pages: Pages,
}

fn main() -> ExitCode {
    harden::quiet_panics(|line| drop(writeln!(io::stderr(), "{line}")));
    let _hardened = harden::harden_process();
    let mut folders = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(vault), Some(page), None) = (folders.next(), folders.next(), folders.next()) else {
        eprintln!("usage: rapport-bridge VAULT_FOLDER PAGE_FOLDER");
        return ExitCode::from(2);
    };
    match serve(vault, page) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rapport-bridge: {error}");
            ExitCode::FAILURE
        }
    }
}

fn serve(vault: PathBuf, page: PathBuf) -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let port = listener.local_addr()?.port();
    let bridge = Arc::new(Bridge {
        app: App::new(Setup { vault_dir: Some(vault), ..Setup::from_env() }),
        gate: Gate::new(port)?,
        news: News::default(),
        pages: Pages::new(page)?,
    });
    let teller = bridge.news.clone();
    bridge.app.on_news(move |topics| teller.tell(topics));

    end_with_standard_input();
    writeln!(io::stdout(), "{}", serde_json::json!({ "port": port, "url": bridge.gate.entrance() }))?;
    for stream in listener.incoming().flatten() {
        let bridge = bridge.clone();
        // A browser that hangs up meanwhile is no error of ours.
        std::thread::spawn(move || bridge.serve(&stream));
    }
    Ok(())
}

impl Bridge {
    /// Answers the one request of a connection.
    fn serve(&self, stream: &TcpStream) -> io::Result<()> {
        let request = Request::read(stream)?;
        if request.method == "GET" && request.path() == "/news" && self.gate.refuses(&request).is_none() {
            return self.news.follow(stream);
        }
        self.answer(&request).send(stream)
    }

    fn answer(&self, request: &Request) -> Answer {
        if let Some(answer) = self.gate.admits(request) {
            return answer;
        }
        if let Some(refusal) = self.gate.refuses(request) {
            return refusal;
        }
        let call = request.path().strip_prefix("/call/").and_then(|path| path.split_once('/'));
        match (request.method.as_str(), call) {
            ("POST", Some((room, verb))) => door::call(&self.app, room, verb, &request.body),
            ("POST", None) => Answer::empty(404),
            ("GET", _) => self.pages.page(request.path()),
            _ => Answer::empty(405),
        }
    }
}

fn end_with_standard_input() {
    std::thread::spawn(|| {
        let mut rest = [0; 256];
        while io::stdin().read(&mut rest).is_ok_and(|read| read > 0) {}
        std::process::exit(0);
    });
}
