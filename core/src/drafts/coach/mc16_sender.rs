//! MC16: a letter comes from a human being: not from a mailbox nobody reads, not from one without a name.

use super::finding::{CoachLevel, Found, Outcome};
use super::letter::Letter;
use super::names::fold;
use super::reading::Reading;

const SOURCE: &str = "64de pitfall 1";

/// What is in the names of mailboxes that nobody reads, without separators. Addresses are of no language.
const UNREAD: &[&str] = &[
    "noreply",
    "donotreply",
    "dontreply",
    "notreply",
    "noanswer",
    "unmonitored",
    "nichtantworten",
    "bittenichtantworten",
    "keineantwort",
    "noresponder",
    "norespondas",
    "nepasrepondre",
];

/// Mailboxes of a role, without separators.
const ROLES: &[&str] = &[
    "info",
    "sales",
    "support",
    "team",
    "hello",
    "contact",
    "office",
    "admin",
    "help",
    "helpdesk",
    "service",
    "care",
    "marketing",
    "billing",
    "accounts",
    "mail",
    "post",
    "shop",
    "orders",
    "customerservice",
    "customercare",
    "newsletter",
    "news",
    "hallo",
    "kontakt",
    "vertrieb",
    "kundenservice",
    "kundendienst",
    "buero",
    "verkauf",
    "rechnung",
    "hola",
    "contacto",
    "ventas",
    "soporte",
    "atencion",
    "atencionalcliente",
    "clientes",
    "pedidos",
    "tienda",
    "facturacion",
];

pub(super) fn check(letter: &Letter, _reading: &Reading<'_>) -> Outcome {
    let sender = &letter.sender;
    let local = sender.email.rsplit_once('@').map_or(sender.email.as_str(), |(local, _)| local);
    if !letter.channel.trim().eq_ignore_ascii_case("email") || local.trim().is_empty() {
        return Outcome::DoesNotApply;
    }
    // What follows a plus only sorts the mail: `info+spring@…` is still the mailbox `info`.
    let mailbox: String = local.split('+').next().unwrap_or_default().chars().filter(|c| c.is_alphanumeric()).collect();
    let mailbox = fold(&mailbox);
    if UNREAD.iter().any(|unread| mailbox.contains(unread)) {
        return found(CoachLevel::Stop, "noReply", letter);
    }
    let has_name = has_name_of(&sender.display_name, &sender.name);
    if ROLES.contains(&mailbox.as_str()) && !has_name {
        return found(CoachLevel::Warn, "roleMailbox", letter);
    }
    if !sender.display_name.trim().is_empty() && !sender.name.trim().is_empty() && !has_name {
        return found(CoachLevel::Warn, "displayName", letter);
    }
    let shown = if has_name { &sender.display_name } else { &sender.email };
    Outcome::Passed([("sender", shown.clone())].into())
}

/// Whether several people read an address.
pub(super) fn is_role_mailbox(address: &str) -> bool {
    let Some((local, _)) = address.rsplit_once('@') else { return false };
    let mailbox: String = local.split('+').next().unwrap_or_default().chars().filter(|c| c.is_alphanumeric()).collect();
    ROLES.contains(&fold(&mailbox).as_str())
}

fn found(level: CoachLevel, variant: &'static str, letter: &Letter) -> Outcome {
    let sender = &letter.sender;
    Outcome::Found(vec![
        Found::new(level, variant, None, SOURCE)
            .with("email", sender.email.as_str())
            .with("displayName", sender.display_name.as_str())
            .with("name", sender.name.as_str()),
    ])
}

/// Whether the name beside the address holds a part of the sender's name: “Ana from Linden” does.
fn has_name_of(display_name: &str, name: &str) -> bool {
    let (display_name, name) = (fold(display_name), fold(name));
    let shown: Vec<&str> = display_name.split(|c: char| !c.is_alphanumeric()).collect();
    name.split_whitespace().any(|part| shown.contains(&part))
}
