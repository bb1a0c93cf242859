//! Headings → a mapping to propose. The user can change it before anything is read.

use super::heading::{lookup, plain};
use super::layout::{Layout, numbered};
use super::target::{Column, Field, Mapping, Target};
use std::collections::HashSet;

/// Proposes where each column goes, by its heading; where there are no headings, by what the sample rows hold.
#[must_use]
pub fn propose(headings: &[String], sample: &[Vec<String>]) -> Mapping {
    let layout = Layout::of(headings);
    let mut columns: Vec<Column> = headings
        .iter()
        .map(|heading| {
            let target = numbered(heading).or_else(|| lookup(heading)).unwrap_or_default();
            Column { header: heading.clone(), target }
        })
        .collect();
    settle_program(&mut columns, layout);
    settle_names(&mut columns);
    settle_addresses(&mut columns);
    settle_repeats(&mut columns);
    if columns.iter().all(|column| column.target.field == Field::Keep) {
        guess_by_cells(&mut columns, sample);
    }
    Mapping { columns }
}

/// What a heading means in one program only.
fn settle_program(columns: &mut [Column], layout: Layout) {
    let job_title = columns.iter().any(|column| plain(&column.header) == "job title");
    for column in columns {
        let target = &mut column.target;
        match (layout, plain(&column.header).as_str()) {
            // Outlook's "Title" is "Dr."; the job has a column of its own.
            (_, "title" | "titre") if job_title => *target = Target::of(Field::Prefix),
            (Layout::LinkedIn, "url") => *target = Target::with(Field::Social, "linkedin", 0),
            (Layout::GoogleOld, "name") => *target = Target::of(Field::FullName),
            _ => {}
        }
    }
}

/// `Name` beside `Vorname` is the family name; `Nombre` or `Nom` alone is the whole name.
fn settle_names(columns: &mut [Column]) {
    let has = |columns: &[Column], field| columns.iter().any(|column| column.target.field == field);
    let (given, family, full) =
        (has(columns, Field::Given), has(columns, Field::Family), has(columns, Field::FullName));
    for column in columns {
        let heading = plain(&column.header);
        column.target.field = match (column.target.field, heading.as_str()) {
            (Field::FullName, "name" | "naam") if given && !family => Field::Family,
            (Field::Given, "nombre" | "nome" | "first") if !family && !full => Field::FullName,
            // A genre, a surname, a status: alone it says nothing.
            (Field::Family, "family") if !given => Field::Keep,
            (Field::Family, "nom" | "last") if !given && !full => Field::FullName,
            (field, _) => field,
        };
    }
}

/// `Address` is the street where town or postal code have columns of their own, and the whole address elsewhere.
fn settle_addresses(columns: &mut [Column]) {
    let slots = |fits: fn(&Column) -> bool| -> HashSet<u32> {
        columns.iter().filter(|column| fits(column)).map(|column| column.target.slot).collect()
    };
    // "Home Address 2" goes on where "Home Address" ends: that is no street of its own.
    let streets = slots(|column| column.target.field == Field::Street && names_street(&plain(&column.header)));
    let towns = slots(|column| matches!(column.target.field, Field::City | Field::PostalCode));
    for Column { target, .. } in columns {
        if target.field == Field::Address && towns.contains(&target.slot) && !streets.contains(&target.slot) {
            target.field = Field::Street;
        }
    }
}

fn names_street(heading: &str) -> bool {
    heading.contains("street") || !heading.contains("address")
}

/// A field that a contact has once is filled by the first column of its name; a second one is kept as it is.
fn settle_repeats(columns: &mut [Column]) {
    let mut seen = HashSet::new();
    for column in columns {
        let target = &mut column.target;
        let once = match target.field {
            Field::FullName
            | Field::Prefix
            | Field::Given
            | Field::Middle
            | Field::Family
            | Field::Suffix
            | Field::Maiden => true,
            Field::SaidGiven | Field::SaidMiddle | Field::SaidFamily | Field::Photo | Field::Uid | Field::Birthday => {
                true
            }
            Field::BirthYear | Field::BirthMonth | Field::BirthDay => true,
            field => field.is_address() && field != Field::Street,
        };
        if once && !seen.insert((target.field, target.slot)) {
            *target = Target::default();
        }
    }
}

/// A table without known headings: addresses of e-mail, numbers, and the first column of words beside them.
fn guess_by_cells(columns: &mut [Column], sample: &[Vec<String>]) {
    let share = |at: usize, test: fn(&str) -> bool| {
        let cells: Vec<&str> = sample
            .iter()
            .filter_map(|row| row.get(at))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        !cells.is_empty() && cells.iter().filter(|cell| test(cell)).count() * 10 >= cells.len() * 8
    };
    for (at, column) in columns.iter_mut().enumerate() {
        if share(at, is_email) {
            column.target.field = Field::Email;
        } else if share(at, is_phone) {
            column.target.field = Field::Phone;
        }
    }
    if columns.iter().all(|column| column.target.field != Field::Email) {
        // Numbers alone can be anything.
        columns.iter_mut().for_each(|column| column.target = Target::default());
        return;
    }
    let words = (0..columns.len())
        .find(|&at| columns[at].target.field == Field::Keep && share(at, |cell| cell.contains(char::is_alphabetic)));
    if let Some(at) = words {
        columns[at].target.field = Field::FullName;
    }
}

fn is_email(cell: &str) -> bool {
    cell.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !cell.contains(char::is_whitespace))
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    (6..=15).contains(&digits) && cell.chars().all(|c| c.is_ascii_digit() || "+()-./ ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(headings: &str) -> Vec<Field> {
        let headings: Vec<String> = headings.split(',').map(str::to_owned).collect();
        propose(&headings, &[]).columns.into_iter().map(|column| column.target.field).collect()
    }

    #[test]
    fn headings_help_each_other() {
        use Field::{Address, City, Email, Family, FullName, Given, Keep, Phone, PostalCode, Prefix, Street, Title};
        for (headings, expected) in [
            ("Vorname,Name,Titel", vec![Given, Family, Prefix]),
            ("Name,Titel", vec![FullName, Prefix]),
            ("Nombre,Correo,Telefono", vec![FullName, Email, Phone]),
            ("Nombre,Apellidos", vec![Given, Family]),
            ("Nom,Prénom", vec![Family, Given]),
            ("Nom,Courriel", vec![FullName, Email]),
            ("Title,First Name,Job Title", vec![Prefix, Given, Title]),
            ("Title,Name", vec![Title, FullName]),
            ("Name,Address", vec![FullName, Address]),
            ("Name,Address,City,Zip", vec![FullName, Street, City, PostalCode]),
            ("Home Address,Home Street,Home City", vec![Address, Street, City]),
            ("Home Address,Home Address 2,Home City", vec![Street, Street, City]),
            ("Name,Email,Phone,Name,Email", vec![FullName, Email, Phone, Keep, Email]),
        ] {
            assert_eq!(fields(headings), expected, "{headings}");
        }
    }

    #[test]
    fn without_headings_the_cells_tell() {
        let headings = ["Column 1", "Column 2", "Column 3"].map(str::to_owned);
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let mapping =
            propose(&headings, &[row(["a@b.example", "+41 44 555 11 22", "Ana"]), row(["c@d.example", "", "Bo"])]);
        let fields: Vec<_> = mapping.columns.iter().map(|column| column.target.field).collect();
        assert_eq!(fields, [Field::Email, Field::Phone, Field::FullName]);
        let numbers = propose(&headings, &[row(["1", "229932", "x"])]);
        assert!(numbers.columns.iter().all(|column| column.target.field == Field::Keep));
    }
}
