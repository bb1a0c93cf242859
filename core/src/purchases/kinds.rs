//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A purchase.
    pub mod purchase = 26 in Purchases "purchase" {
        PERSON = 1 "person" -> 1; ORGANISATION = 2 "organisation" -> 2; DATE = 3 "date"; AMOUNT = 4 "amount";
        CURRENCY = 5 "currency"; ITEM = 6 "item"; REFERENCE = 7 "reference"; CREATED_AT = 8 "created_at";
    }
    /// What one unit of a currency was worth on a day.
    pub mod exchange_rate = 27 in Purchases "exchange_rate" {
        CURRENCY = 1 "currency"; BASE = 2 "base"; RATE = 3 "rate"; DAY = 4 "day";
    }
}
