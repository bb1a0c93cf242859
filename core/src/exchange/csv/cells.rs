//! What is in a cell: several values, labels, parts of addresses and organisations.

use super::target::{Field, Target};
use crate::exchange::contact::{Address, OrgTie, Purpose};
use crate::exchange::vcard::purpose as vcard_purpose;

/// Google puts several values of a kind into one cell, with this between them.
const SEVERAL: &str = " ::: ";

/// Values with the labels of their slots.
#[derive(Debug, Default)]
pub struct Labelled {
    values: Vec<(u32, String, String)>,
    labels: Vec<(u32, String)>,
}

impl Labelled {
    /// Adds what a cell holds.
    pub fn add(&mut self, target: &Target, cell: &str) {
        for value in several(cell) {
            self.values.push((target.slot, value.to_owned(), target.word.clone()));
        }
    }

    /// Adds the label of a slot.
    pub fn label(&mut self, slot: u32, cell: &str) {
        self.labels.push((slot, cell.to_owned()));
    }

    /// Slot, value, word of the column, label of the slot.
    pub fn finish_with_words(self) -> impl Iterator<Item = (u32, String, String, String)> {
        let labels = self.labels;
        let mut nth = Vec::<(u32, usize)>::new();
        self.values.into_iter().map(move |(slot, value, word)| {
            let at = nth.iter().filter(|(of, _)| *of == slot).count();
            nth.push((slot, at));
            let cell = labels.iter().find(|(of, _)| *of == slot).map_or("", |(_, label)| label.as_str());
            // As many labels as values, or one for all.
            let label = several(cell).nth(at).or_else(|| several(cell).last()).unwrap_or_default().to_owned();
            (slot, value, word, label)
        })
    }

    /// Slot, value and what it is for.
    pub fn finish(self) -> impl Iterator<Item = (u32, String, Purpose)> {
        self.finish_with_words()
            .map(|(slot, value, word, label)| (slot, value, purpose(if label.is_empty() { &word } else { &label })))
    }
}

/// The values in a cell.
pub(super) fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(SEVERAL).map(str::trim).filter(|value| !value.is_empty())
}

/// What a word like `work fax`, `* Home` or `Holiday home` says. Google marks the first choice with an asterisk.
#[must_use]
pub fn purpose(word: &str) -> Purpose {
    let plain = without_mark(word);
    let mut purpose = Purpose { preferred: plain.len() < word.trim().len(), ..Purpose::default() };
    let words = ["work", "home", "other", "mobile", "cell", "fax", "pager", "main", "textphone"];
    let known = |word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    if !plain.is_empty() && plain.split(' ').all(known) {
        plain.split(' ').for_each(|word| vcard_purpose::add(&mut purpose, word));
    } else {
        vcard_purpose::apply_label(&mut purpose, plain);
    }
    purpose
}

/// A label without Google's asterisk.
#[must_use]
pub fn without_mark(label: &str) -> &str {
    let label = label.trim();
    if label == "*" { "" } else { label.strip_prefix("* ").unwrap_or(label).trim() }
}

/// The tags in a cell. `myContacts` is Google's group of everybody and says nothing.
pub fn tags(cell: &str) -> impl Iterator<Item = String> {
    let separator = [SEVERAL, ";", ","].into_iter().find(|separator| cell.contains(separator)).unwrap_or(SEVERAL);
    cell.split(separator).map(|tag| without_mark(tag).to_owned()).filter(|tag| !tag.is_empty() && tag != "myContacts")
}

/// The addresses in a cell: several values, or a list whose every part is one.
pub fn emails(cell: &str) -> Vec<&str> {
    let parts: Vec<&str> = cell.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && parts.iter().all(|part| part.contains('@')) { parts } else { vec![cell] }
}

/// Whether a spreadsheet rounded a telephone number: `4.91512E+11`.
#[must_use]
pub fn is_rounded(value: &str) -> bool {
    let Some((digits, power)) = value.split_once(['E', 'e']) else { return false };
    let number =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
    number(digits)
        && power
            .strip_prefix('+')
            .is_some_and(|power| !power.is_empty() && power.bytes().all(|byte| byte.is_ascii_digit()))
}

/// HubSpot escapes what an e-mail's sender was called.
#[must_use]
pub fn unescape_html(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// The postal addresses of a row.
#[derive(Debug, Default)]
pub struct Places(Vec<(u32, Vec<Address>, String)>);

impl Places {
    /// Adds one part.
    pub fn add(&mut self, target: &Target, cell: &str) {
        let at = self.0.iter().position(|(slot, ..)| *slot == target.slot).unwrap_or_else(|| {
            self.0.push((target.slot, Vec::new(), String::new()));
            self.0.len() - 1
        });
        let (_, addresses, label) = &mut self.0[at];
        if target.field == Field::AddressLabel {
            cell.clone_into(label);
            return;
        }
        if label.is_empty() {
            target.word.clone_into(label);
        }
        for (nth, value) in several(cell).enumerate() {
            if addresses.len() <= nth {
                addresses.push(Address::default());
            }
            put(part(&mut addresses[nth], target.field), value, "\n");
        }
    }

    /// The addresses that say anything.
    #[must_use]
    pub fn finish(self) -> Vec<Address> {
        let labelled = |(_, addresses, label): (u32, Vec<Address>, String)| {
            let labels: Vec<Purpose> = several(&label).map(purpose).collect();
            addresses.into_iter().enumerate().map(move |(nth, address)| {
                let purpose = labels.get(nth).or(labels.last()).cloned().unwrap_or_default();
                Address { purpose, ..address }
            })
        };
        self.0.into_iter().flat_map(labelled).collect()
    }
}

fn part(address: &mut Address, field: Field) -> &mut String {
    match field {
        Field::PoBox => &mut address.po_box,
        Field::Extended => &mut address.extended,
        Field::Street => &mut address.street,
        Field::City => &mut address.city,
        Field::Region => &mut address.region,
        Field::PostalCode => &mut address.postal_code,
        Field::Country => &mut address.country,
        _ => &mut address.formatted,
    }
}

/// The organisations of a row.
#[derive(Debug, Default)]
pub struct Orgs(Vec<(u32, Vec<OrgTie>)>);

impl Orgs {
    /// Adds one part.
    pub fn add(&mut self, target: &Target, cell: &str) {
        let at = self.0.iter().position(|(slot, _)| *slot == target.slot).unwrap_or_else(|| {
            self.0.push((target.slot, Vec::new()));
            self.0.len() - 1
        });
        let ties = &mut self.0[at].1;
        for (nth, value) in several(cell).enumerate() {
            if ties.len() <= nth {
                ties.push(OrgTie::default());
            }
            // A second company of the same name says nothing new; another one is another tie.
            let full = ties.iter().position(|tie| tie.name.is_empty());
            match target.field {
                Field::Org if ties.iter().any(|tie| tie.name == value) => {}
                Field::Org => match full.filter(|&at| at >= nth) {
                    Some(at) => value.clone_into(&mut ties[at].name),
                    None => ties.push(OrgTie { name: value.to_owned(), ..OrgTie::default() }),
                },
                Field::Unit => ties[nth].units.push(value.to_owned()),
                Field::Title => put(&mut ties[nth].title, value, ", "),
                _ => put(&mut ties[nth].role, value, ", "),
            }
        }
    }

    /// The ties; those whose organisation is known come first.
    #[must_use]
    pub fn finish(self) -> Vec<OrgTie> {
        let mut ties: Vec<OrgTie> = self.0.into_iter().flat_map(|(_, ties)| ties).collect();
        ties.sort_by_key(|tie| tie.name.is_empty());
        ties
    }
}

/// Sets a field, or goes on in it.
fn put(field: &mut String, value: &str, between: &str) {
    if !field.is_empty() && field != value {
        field.push_str(between);
    }
    if field != value {
        field.push_str(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_labels_say_what_for() {
        for (word, types, label, preferred) in [
            ("work fax", &["work", "fax"][..], None, false),
            ("* Mobile", &["cell"], None, true),
            ("Work Fax", &["work", "fax"], None, false),
            ("Holiday home", &[], Some("Holiday home"), false),
            ("*", &[], None, true),
            ("", &[], None, false),
        ] {
            let expected = Purpose { label: label.map(str::to_owned), preferred, ..Purpose::of(types) };
            assert_eq!(purpose(word), expected, "{word:?}");
        }
    }

    #[test]
    fn cells_hold_several_values() {
        assert_eq!(tags("* myContacts ::: * starred ::: a, b").collect::<Vec<_>>(), ["starred", "a, b"]);
        assert_eq!(tags("myContacts;vip, x").collect::<Vec<_>>(), ["vip, x"]);
        assert_eq!(tags("vip,x").collect::<Vec<_>>(), ["vip", "x"]);
        assert_eq!(emails("a@b.example; c@d.example"), ["a@b.example", "c@d.example"]);
        assert_eq!(emails("Ruiz, Ana <a@b.example>"), ["Ruiz, Ana <a@b.example>"]);
        let mut reach = Labelled::default();
        reach.add(&Target::with(Field::Phone, "", 1), "1 ::: 2");
        reach.label(1, "Home ::: Work");
        let found: Vec<_> = reach.finish().map(|(_, value, purpose)| (value, purpose.types.join("+"))).collect();
        assert_eq!(found, [("1".to_owned(), "home".to_owned()), ("2".to_owned(), "work".to_owned())]);
    }

    #[test]
    fn rounded_numbers_are_seen() {
        for (value, rounded) in
            [("4.91512E+11", true), ("4,9E+11", true), ("1E5", false), ("Ext. E+1", false), ("+49 1", false)]
        {
            assert_eq!(is_rounded(value), rounded, "{value}");
        }
    }
}
