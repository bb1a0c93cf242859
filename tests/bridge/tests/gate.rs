//! The bridge as a stranger meets it: what it refuses, what it serves, and that it ends with its starter.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

struct Bridge {
    process: Child,
    port: u16,
    token: String,
    _folder: tempfile::TempDir,
}

impl Bridge {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let page = folder.path().join("page");
        std::fs::create_dir(&page).expect("made");
        std::fs::write(page.join("index.html"), "<!doctype html><style>html{}</style><p>page").expect("written");
        std::fs::write(folder.path().join("secret.txt"), "secret").expect("written");
        let mut process = Command::new(env!("CARGO_BIN_EXE_rapport-bridge"))
            .args([folder.path().join("vault"), page])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("started");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let ready: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let url = ready["url"].as_str().expect("a url");
        let token = url.split_once("token=").expect("a token").1.to_owned();
        let port = ready["port"].as_u64().and_then(|port| u16::try_from(port).ok()).expect("a port");
        Self { process, port, token, _folder: folder }
    }

    /// Sends one request with these header lines; the whole answer as text.
    fn ask(&self, what: &str, headers: &[String], body: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("connected");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("set");
        let length = body.len();
        let mut request = format!("{what} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n");
        for header in headers {
            request += &format!("{header}\r\n");
        }
        stream.write_all(format!("{request}\r\n{body}").as_bytes()).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answered");
        answer
    }

    fn host(&self) -> String {
        format!("Host: 127.0.0.1:{}", self.port)
    }

    fn cookie(&self) -> String {
        format!("Cookie: other=1; rapport_bridge={}", self.token)
    }

    fn ask_as_friend(&self, what: &str, body: &str) -> String {
        self.ask(what, &[self.host(), self.cookie()], body)
    }
}

impl Drop for Bridge {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

#[test]
fn strangers_are_turned_away() {
    let bridge = Bridge::start();
    let body = "null";
    let call = "POST /call/vault/status";
    assert_eq!(status(&bridge.ask(call, &[bridge.host()], body)), "403", "no token");
    assert_eq!(status(&bridge.ask("GET /news", &[bridge.host()], "")), "403", "no token, news");
    assert_eq!(status(&bridge.ask("GET /", &[bridge.host()], "")), "403", "no token, page");
    assert_eq!(status(&bridge.ask("GET /?token=guess", &[bridge.host()], "")), "403", "a wrong token");
    let guess = "Cookie: rapport_bridge=guess".to_owned();
    assert_eq!(status(&bridge.ask(call, &[bridge.host(), guess], body)), "403", "a wrong cookie");
    let rebound = format!("Host: attacker.example:{}", bridge.port);
    assert_eq!(status(&bridge.ask(call, &[rebound, bridge.cookie()], body)), "421", "another name for loopback");
    let elsewhere = "Origin: http://attacker.example".to_owned();
    assert_eq!(status(&bridge.ask(call, &[bridge.host(), bridge.cookie(), elsewhere], body)), "421", "another page");
}

#[test]
fn a_browser_with_the_token_is_let_in() {
    let bridge = Bridge::start();
    let answer = bridge.ask(&format!("GET /?token={}", bridge.token), &[bridge.host()], "");
    assert_eq!(status(&answer), "303");
    assert!(answer.contains("HttpOnly; SameSite=Strict"), "{answer}");
    let page = bridge.ask_as_friend("GET /people/some-id", "");
    assert_eq!(status(&page), "200", "every screen is the one page");
    let nonce = page.split_once("<style nonce=\"").expect("a nonce").1.split('"').next().expect("closed");
    assert!(page.contains(&format!("style-src 'self' 'nonce-{nonce}'")), "{page}");
    assert!(page.contains("default-src 'none'") && page.contains("connect-src 'self'"), "{page}");
    assert_eq!(status(&bridge.ask_as_friend("GET /../secret.txt", "")), "404", "nothing outside the page's folder");
    assert_eq!(status(&bridge.ask_as_friend("GET /missing.js", "")), "404");
    assert_eq!(status(&bridge.ask_as_friend("PUT /", "")), "405");
}

#[test]
fn the_core_answers_and_refuses_in_its_own_words() {
    let bridge = Bridge::start();
    let answer = bridge.ask_as_friend("POST /call/vault/status", "null");
    assert_eq!(status(&answer), "200", "{answer}");
    let refusal = bridge.ask_as_friend("POST /call/nowhere/nothing", "{}");
    assert_eq!(status(&refusal), "422");
    assert!(refusal.contains("\"code\":\"unknownCommand\""), "{refusal}");
    let broken = bridge.ask_as_friend("POST /call/vault/status", "{");
    assert!(status(&broken) == "422" && broken.contains("\"code\":\"invalid\""), "{broken}");
}

#[test]
fn it_ends_when_its_starter_does() {
    let mut bridge = Bridge::start();
    drop(bridge.process.stdin.take());
    assert!(bridge.process.wait().expect("ended").success());
}
