//! What the columns of a table of purchases mean, by their headings; the user can say otherwise.

use crate::exchange::csv::plain;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column of a table of purchases holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum OrderField {
    /// Nothing that is taken in.
    #[default]
    Ignore,
    /// The name of who bought.
    Person,
    /// Given name of who bought.
    Given,
    /// Family name of who bought.
    Family,
    /// Their e-mail address.
    Email,
    /// The organisation it was for.
    Organisation,
    /// The day.
    Date,
    /// How much.
    Amount,
    /// In which currency.
    Currency,
    /// What it was.
    Item,
    /// The number of the order or the invoice.
    Reference,
}

/// A column and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OrderColumn {
    /// Its heading.
    pub header: String,
    /// What it holds.
    pub field: OrderField,
}

/// Headings in English, German, French and Spanish, made plain; of several columns for one field the first in this order
/// is taken.
const KNOWN: [(OrderField, &[&str]); 10] = [
    (
        OrderField::Email,
        &[
            "email",
            "e mail",
            "mail",
            "customer email",
            "billing email",
            "e mail adresse",
            "email address",
            "correo",
            "correo electronico",
            "courriel",
        ],
    ),
    (
        OrderField::Person,
        &[
            "name",
            "customer",
            "customer name",
            "person",
            "contact",
            "full name",
            "billing name",
            "kunde",
            "kundenname",
            "client",
            "cliente",
            "nom",
            "nombre",
            "buyer",
        ],
    ),
    (OrderField::Given, &["first name", "given name", "billing first name", "vorname", "prenom"]),
    (
        OrderField::Family,
        &["last name", "family name", "billing last name", "surname", "nachname", "apellido", "apellidos"],
    ),
    (
        OrderField::Organisation,
        &[
            "organisation",
            "organization",
            "company",
            "billing company",
            "firma",
            "unternehmen",
            "societe",
            "entreprise",
            "empresa",
            "account",
        ],
    ),
    (
        OrderField::Date,
        &[
            "date",
            "day",
            "order date",
            "purchase date",
            "invoice date",
            "paid at",
            "created at",
            "datum",
            "bestelldatum",
            "rechnungsdatum",
            "fecha",
        ],
    ),
    (
        OrderField::Amount,
        &[
            "amount",
            "total",
            "order total",
            "grand total",
            "sum",
            "price",
            "betrag",
            "summe",
            "gesamt",
            "gesamtbetrag",
            "preis",
            "montant",
            "importe",
            "prix",
            "precio",
            "revenue",
            "umsatz",
        ],
    ),
    (OrderField::Currency, &["currency", "currency code", "order currency", "wahrung", "devise", "moneda"]),
    (
        OrderField::Item,
        &[
            "item",
            "product",
            "product name",
            "line item",
            "lineitem name",
            "description",
            "item name",
            "artikel",
            "produkt",
            "bezeichnung",
            "article",
            "produit",
            "articulo",
            "producto",
            "what",
        ],
    ),
    (
        OrderField::Reference,
        &[
            "reference",
            "order",
            "order number",
            "order id",
            "order no",
            "invoice",
            "invoice number",
            "invoice no",
            "number",
            "id",
            "bestellnummer",
            "rechnungsnummer",
            "auftragsnummer",
            "belegnummer",
            "commande",
            "facture",
            "pedido",
            "factura",
            "numero",
        ],
    ),
];

/// Says what each column holds, by its heading; each field is given once.
pub(super) fn propose(headings: &[String]) -> Vec<OrderColumn> {
    let plains: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let mut fields = vec![OrderField::Ignore; headings.len()];
    for (field, words) in KNOWN {
        let at = words.iter().find_map(|word| plains.iter().position(|p| p == word));
        if let Some(at) = at.filter(|at| fields[*at] == OrderField::Ignore) {
            fields[at] = field;
        }
    }
    headings.iter().zip(fields).map(|(header, field)| OrderColumn { header: header.clone(), field }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_understood_once_each() {
        let of = |headings: &[&str]| -> Vec<OrderField> {
            propose(&headings.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>()).iter().map(|c| c.field).collect()
        };
        use OrderField::{Amount, Currency, Date, Email, Ignore, Item, Organisation, Person, Reference};
        assert_eq!(
            of(&["Order ID", "Customer Name", "Customer E-mail", "Total", "Currency", "Order Date", "Notes"]),
            [Reference, Person, Ignore, Amount, Currency, Date, Ignore]
        );
        assert_eq!(
            of(&["E-Mail", "Betrag", "Währung", "Datum", "Artikel", "Firma"]),
            [Email, Amount, Currency, Date, Item, Organisation]
        );
        assert_eq!(of(&["Total", "Amount", "Kunde"]), [Ignore, Amount, Person], "what is named better wins");
    }
}
