//! The properties that are understood, under all the names that programs give them.

use crate::exchange::contact::DateKind;

/// What a property says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// Nothing about the contact: `BEGIN`, `END`, `VERSION`, `PRODID`, `PROFILE`.
    Frame,
    /// The name to show.
    FullName,
    /// The parts of the name.
    NameParts,
    /// Nicknames.
    Nickname,
    /// Family name before marriage.
    Maiden,
    /// How one part of the name is said.
    Said(Part),
    /// How the whole name is said, as Japanese telephones write it.
    SaidWhole,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Postal address.
    Address,
    /// An address as it stands on an envelope.
    AddressLabel,
    /// The country of a grouped address.
    AddressCountry,
    /// The user's own word for a group.
    Label,
    /// Web page, with the word for it.
    Web(&'static str),
    /// Messenger; the service, or empty when the value or a parameter says it.
    Messenger(&'static str),
    /// Social profile; the service, or empty.
    Social(&'static str),
    /// Organisation.
    Org,
    /// Job title.
    Title,
    /// Role.
    Role,
    /// A day.
    Date(DateKind),
    /// A note.
    Note,
    /// Tags.
    Categories,
    /// Somebody related; the relation, or empty when a parameter or label says it.
    Related(&'static str),
    /// Identifier.
    Uid,
    /// Person, organisation or group.
    Kind,
    /// Whether it is shown as a company.
    ShowAs,
    /// Member of a group.
    Member,
    /// When it was changed.
    Revised,
    /// The picture.
    Photo,
    /// Android's own kinds of data.
    Android,
    /// A table's column that Rapport wrote.
    Column,
    /// A line without a name that Rapport wrote.
    Loose,
}

/// A part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Given name.
    Given,
    /// Middle name.
    Middle,
    /// Family name.
    Family,
}

/// How a value is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One text.
    Single,
    /// One text, though its name promises a date or an address on the net.
    Typed,
    /// Texts between semicolons.
    Parts,
    /// Texts between commas.
    List,
}

impl Property {
    /// The property of that name, in any case of letters; none for what is not understood.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name.bytes().any(|byte| byte.is_ascii_lowercase()) {
            standard(&name.to_ascii_uppercase())
        } else {
            standard(name)
        }
    }

    /// Whether it says something about the other properties of its group.
    #[must_use]
    pub fn is_label(self) -> bool {
        matches!(self, Self::Label | Self::AddressCountry)
    }

    /// How its value is built.
    #[must_use]
    pub fn shape(self) -> Shape {
        match self {
            Self::NameParts | Self::Address | Self::Org => Shape::Parts,
            Self::Nickname | Self::Categories => Shape::List,
            Self::FullName | Self::Email | Self::Phone | Self::Note | Self::Title | Self::Role | Self::Kind => {
                Shape::Single
            }
            _ => Shape::Typed,
        }
    }
}

fn standard(name: &str) -> Option<Property> {
    Some(match name {
        "BEGIN" | "END" | "VERSION" | "PRODID" | "PROFILE" => Property::Frame,
        "FN" => Property::FullName,
        "N" => Property::NameParts,
        "NICKNAME" => Property::Nickname,
        "EMAIL" => Property::Email,
        "TEL" => Property::Phone,
        "ADR" => Property::Address,
        "LABEL" => Property::AddressLabel,
        "URL" => Property::Web(""),
        "IMPP" => Property::Messenger(""),
        "SOCIALPROFILE" => Property::Social(""),
        "ORG" => Property::Org,
        "TITLE" => Property::Title,
        "ROLE" => Property::Role,
        "BDAY" => Property::Date(DateKind::Birthday),
        "ANNIVERSARY" => Property::Date(DateKind::Anniversary),
        "DEATHDATE" => Property::Date(DateKind::Death),
        "NOTE" => Property::Note,
        "CATEGORIES" => Property::Categories,
        "RELATED" => Property::Related(""),
        "UID" => Property::Uid,
        "KIND" => Property::Kind,
        "MEMBER" => Property::Member,
        "REV" => Property::Revised,
        "PHOTO" => Property::Photo,
        "SOUND" => Property::SaidWhole,
        _ => return extension(name.strip_prefix("X-")?),
    })
}

/// Extensions, without their `X-`. Evolution and KDE put their own name before what others write too.
fn extension(name: &str) -> Option<Property> {
    if let Some(service) = name.strip_prefix("MESSAGING/").and_then(|rest| rest.split('-').next()) {
        return if service == "TWITTER" {
            Some(Property::Social("twitter"))
        } else {
            messenger(service).map(Property::Messenger)
        };
    }
    let prefixes = ["EVOLUTION-", "KADDRESSBOOK-X-", "KADDRESSBOOK-"];
    let name = prefixes.iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(name);
    Some(match name {
        "ABLABEL" => Property::Label,
        "ABADR" => Property::AddressCountry,
        "ABSHOWAS" => Property::ShowAs,
        "ADDRESSBOOKSERVER-KIND" => Property::Kind,
        "ADDRESSBOOKSERVER-MEMBER" => Property::Member,
        "PHONETIC-FIRST-NAME" => Property::Said(Part::Given),
        "PHONETIC-MIDDLE-NAME" => Property::Said(Part::Middle),
        "PHONETIC-LAST-NAME" => Property::Said(Part::Family),
        "MAIDENNAME" | "MAIDEN-NAME" => Property::Maiden,
        "SOCIALPROFILE" | "SOCIAL-PROFILE" => Property::Social(""),
        "TWITTER" => Property::Social("twitter"),
        "ABDATE" => Property::Date(DateKind::Other),
        "ANNIVERSARY" | "MS-ANNIVERSARY" => Property::Date(DateKind::Anniversary),
        "ABRELATEDNAMES" => Property::Related(""),
        "SPOUSE" | "MS-SPOUSE" | "SPOUSESNAME" | "SPOUSE-NAME" => Property::Related("spouse"),
        "MANAGER" | "MS-MANAGER" | "MANAGERSNAME" => Property::Related("manager"),
        "ASSISTANT" | "MS-ASSISTANT" | "ASSISTANTSNAME" => Property::Related("assistant"),
        "PROFESSION" => Property::Role,
        "BLOG-URL" | "BLOGFEED" => Property::Web("blog"),
        "ANDROID-CUSTOM" => Property::Android,
        "RAPPORT-COLUMN" => Property::Column,
        "RAPPORT-LINE" => Property::Loose,
        _ => return messenger(name).map(Property::Messenger),
    })
}

fn messenger(name: &str) -> Option<&'static str> {
    Some(match name {
        "AIM" => "aim",
        "ICQ" => "icq",
        "MSN" | "MS-MSN" => "msn",
        "YAHOO" => "yahoo",
        "JABBER" => "jabber",
        "XMPP" => "xmpp",
        "SKYPE" | "SKYPE-USERNAME" => "skype",
        "GOOGLE-TALK" | "GTALK" | "GOOGLE TALK" => "google-talk",
        "QQ" => "qq",
        "GADUGADU" => "gadugadu",
        "GROUPWISE" => "groupwise",
        "MATRIX" => "matrix",
        "TELEGRAM" => "telegram",
        "SAMETIME" => "sametime",
        "IRC" => "irc",
        "MS-IMADDRESS" | "IMADDRESS" => "im",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_any_case_and_dress() {
        for (name, expected) in [
            ("fn", Some(Property::FullName)),
            ("X-AbLabel", Some(Property::Label)),
            ("X-EVOLUTION-SPOUSE", Some(Property::Related("spouse"))),
            ("X-KADDRESSBOOK-X-Anniversary", Some(Property::Date(DateKind::Anniversary))),
            ("X-messaging/irc-All", Some(Property::Messenger("irc"))),
            ("X-KADDRESSBOOK-BLOGFEED", Some(Property::Web("blog"))),
            ("X-SKYPE", Some(Property::Messenger("skype"))),
            ("GENDER", None),
            ("X-UNHEARD-OF", None),
            ("X-", None),
        ] {
            assert_eq!(Property::named(name), expected, "{name}");
        }
    }
}
