//! Who may speak to the bridge: only a browser that was given the token, and only under the bridge's own address, so that
//! no page on the machine can reach a vault under test through a name that resolves to loopback.

use crate::http::{Answer, Request};

const COOKIE: &str = "rapport_bridge";

/// The bridge's address and the token that opens it.
pub struct Gate {
    host: String,
    token: String,
}

impl Gate {
    /// A gate with a new random token.
    pub fn new(port: u16) -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self { host: format!("127.0.0.1:{port}"), token: data_encoding::HEXLOWER.encode(&bytes) })
    }

    /// The address that lets a browser in.
    pub fn entrance(&self) -> String {
        format!("http://{}/?token={}", self.host, self.token)
    }

    /// Lets a browser in that comes with the token: gives it the cookie, and takes the token out of the address.
    pub fn admits(&self, request: &Request) -> Option<Answer> {
        let given = request.target.strip_prefix("/?token=")?;
        (self.is_own_address(request) && request.method == "GET" && given == self.token).then(|| {
            let cookie = format!("{COOKIE}={}; HttpOnly; SameSite=Strict; Path=/", self.token);
            Answer::empty(303).with("Set-Cookie", cookie).with("Location", "/")
        })
    }

    /// The refusal of a request from elsewhere (421) or without the token (403).
    pub fn refuses(&self, request: &Request) -> Option<Answer> {
        let status = if !self.is_own_address(request) {
            421
        } else if !self.knows(request) {
            403
        } else {
            return None;
        };
        Some(Answer::empty(status))
    }

    /// Whether the request names the bridge by its own address, and comes from no other page.
    fn is_own_address(&self, request: &Request) -> bool {
        let origin = format!("http://{}", self.host);
        request.header("Host") == Some(&self.host) && request.header("Origin").is_none_or(|from| from == origin)
    }

    fn knows(&self, request: &Request) -> bool {
        let cookies = request.header("Cookie").unwrap_or_default();
        cookies.split("; ").filter_map(|cookie| cookie.split_once('=')).any(|pair| pair == (COOKIE, &*self.token))
    }
}
