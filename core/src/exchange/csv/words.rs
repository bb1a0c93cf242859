//! What columns are called, in several languages and programs.

use super::target::Field;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Field, word, and the headings for it, plain.
type Words = (Field, &'static str, &'static str);

/// Headings of names.
const NAMES: [Words; 14] = [
    (
        Field::FullName,
        "",
        "name|full name|display name|anzeigename|vollstandiger name|nom complet|nom affiche|nombre completo|nome completo|naam|volledige naam|imie i nazwisko|ad soyad",
    ),
    (
        Field::Given,
        "",
        "first name|firstname|first|given name|given|forename|vorname|prenom|nombre|nombre de pila|nome|voornaam|primeiro nome|imie|fornavn|fornamn|etunimi|jmeno",
    ),
    (
        Field::Family,
        "",
        "last name|lastname|last|surname|family name|family|nachname|familienname|zuname|nom|nom de famille|apellido|apellidos|cognome|achternaam|sobrenome|nazwisko|etternavn|efternavn|efternamn|sukunimi|prijmeni|soyad",
    ),
    (
        Field::Middle,
        "",
        "middle name|middle|additional name|second name|zweiter vorname|weitere vornamen|deuxieme prenom|segundo nombre|secondo nome|tweede voornaam|segundo nome",
    ),
    (
        Field::Prefix,
        "",
        "prefix|name prefix|salutation|honorific|honorific prefix|anrede|titel|civilite|tratamiento|trattamento|aanhef",
    ),
    (Field::Suffix, "", "suffix|name suffix|honorific suffix|namenszusatz|suffixe|sufijo|suffisso|achtervoegsel"),
    (Field::Maiden, "", "maiden name|geburtsname|madchenname|nom de jeune fille"),
    (Field::Nickname, "", "nickname|nick name|nick|alias|spitzname|surnom|apodo|soprannome|bijnaam"),
    (Field::SaidGiven, "", "phonetic first name|given name yomi|given yomi"),
    (Field::SaidMiddle, "", "phonetic middle name|additional name yomi"),
    (Field::SaidFamily, "", "phonetic last name|family name yomi|surname yomi"),
    (Field::Photo, "", "photo|photo url|avatar|picture|image url|profile picture"),
    (Field::Uid, "", "record id|contact id|uid"),
    (Field::Keep, "", "company yomi|organization yomi name|yomi name"),
];

/// Headings of addresses, numbers and links. Words for places have been taken off.
const REACHES: [Words; 25] = [
    (
        Field::Email,
        "",
        "email|e mail|mail|email address|e mail address|mail address|email id|primary email|secondary email|alternate email|emailadresse|email adresse|e mail adresse|mailadresse|courriel|adresse de messagerie|adresse e mail|adresse email|adresse electronique|correo|correo electronico|direccion de correo|direccion de correo electronico|posta elettronica|indirizzo e mail|indirizzo email|indirizzo di posta elettronica|indirizzo posta elettronica|mailadres|emailadres|e mailadres|endereco de e mail|endereco de email",
    ),
    (
        Field::Phone,
        "",
        "phone|phone number|phone no|telephone|telephone number|tel|tel no|tel nr|contact number|telefon|telefonnummer|rufnummer|numero de telephone|telefono|numero de telefono|numero di telefono|telefoon|telefoonnummer|telefone|numero de telefone",
    ),
    (
        Field::Phone,
        "mobile",
        "mobile|mobile phone|mobile number|mobile phone number|mobile no|phone mobile|phone cell|telefon mobil|cell|cell phone|cellphone|cell number|mob|handy|handynummer|mobil|mobiltelefon|mobilnummer|mobilfunk|tel mobile|telephone mobile|portable|telephone portable|movil|telefono movil|celular|cellulare|telefono cellulare|mobiel|mobiele telefoon|mobiel nummer|telemovel|gsm",
    ),
    (Field::Phone, "fax", "fax|fax number|phone fax|faxnummer|telefax|telecopie|numero de fax"),
    (Field::Phone, "pager", "pager|pager number|pieper"),
    (
        Field::Phone,
        "main",
        "primary phone|main phone|company main phone|hauptnummer|telefone principal|telefono principal|telephone principal",
    ),
    (Field::Phone, "Assistant", "assistant s phone|assistant phone|telefon assistent"),
    (Field::Phone, "Car", "car phone|autotelefon"),
    (Field::Phone, "Callback", "callback|ruckruf"),
    (Field::Phone, "Radio", "radio phone|funkruf"),
    (Field::Phone, "ISDN", "isdn"),
    (Field::Phone, "Telex", "telex"),
    (Field::Phone, "textphone", "tty tdd phone|tty tdd"),
    (Field::Phone, "WhatsApp", "whatsapp|whatsapp number"),
    (
        Field::Web,
        "",
        "website|web site|url|homepage|home page|web page|webpage|web|webseite|internetseite|site web|page web|sitio web|pagina web|sito web|sito|website url|websites",
    ),
    (Field::Web, "blog", "blog|blog url"),
    (Field::Social, "linkedin", "linkedin|linked in|linkedin url|linked in url|linkedin profile|linked in profile"),
    (Field::Social, "twitter", "twitter|twitter handle|twitter username"),
    (Field::Social, "facebook", "facebook|facebook url"),
    (Field::Social, "instagram", "instagram"),
    (Field::Social, "xing", "xing"),
    (Field::Social, "github", "github|git hub"),
    (Field::Messenger, "skype", "skype|skype id|skype name"),
    (Field::Messenger, "im", "im|im address|imaddress|screen name"),
    (Field::Messenger, "telegram", "telegram"),
];

/// Headings of postal addresses.
const PLACES: [Words; 9] = [
    (
        Field::Address,
        "",
        "address|adresse|anschrift|postal address|mailing address|postanschrift|full address|direccion|direccion postal|indirizzo|adres|endereco",
    ),
    (
        Field::Street,
        "",
        "street|street address|street 1|address line 1|address 1|addr 1|strasse|str|strasse und hausnummer|rue|calle|via|straat|rua|address 2|address line 2|address 3|address line 3|addr 2",
    ),
    (Field::Extended, "", "extended address|apartment|apt|suite|adresszusatz|complement d adresse"),
    (Field::PoBox, "", "po box|address po box|postfach|boite postale|apartado|apartado postal|casella postale|postbus"),
    (
        Field::City,
        "",
        "city|town|ort|stadt|wohnort|ville|localite|ciudad|poblacion|localidad|citta|comune|localita|stad|plaats|woonplaats|cidade|suburb|miasto",
    ),
    (
        Field::Region,
        "",
        "state|region|province|county|state region|state province|state county|bundesland|kanton|bundesland kanton|dep region|provincia|estado|estado o provincia|provincia o estado|regione|provincie",
    ),
    (
        Field::PostalCode,
        "",
        "zip|zip code|zipcode|zip postal code|postal code|postcode|post code|plz|postleitzahl|code postal|codigo postal|cp|cap|codice postale|cep|postnummer|kod pocztowy",
    ),
    (
        Field::Country,
        "",
        "country|country region|land|land region|pays|pays region|pais|pais region|pais o region|paese|paese area geografica|nazione|kraj",
    ),
    (Field::Keep, "", "business name|home page template|other email template"),
];

/// Headings of everything else.
const REST: [Words; 19] = [
    (
        Field::Org,
        "",
        "company|company name|organization|organisation|organization name|organisation name|associated company|employer|account name|firm|firma|firmenname|unternehmen|arbeitgeber|societe|entreprise|nom de la societe|empresa|nombre de la empresa|organizacion|compania|azienda|societa|ditta|bedrijf|bedrijfsnaam|organisatie|organizacao",
    ),
    (
        Field::Unit,
        "",
        "department|dept|organization department|division|abteilung|service|departamento|reparto|afdeling",
    ),
    (
        Field::Title,
        "",
        "title|job title|jobtitle|job|position|designation|occupation|organization title|berufsbezeichnung|beruf|stelle|funktion|poste|fonction|titre|intitule du poste|cargo|puesto|puesto de trabajo|posizione|qualifica|functie|functietitel|stanowisko",
    ),
    (Field::Role, "", "role|profession|rolle|metier|profesion|professione|beroep"),
    (
        Field::Birthday,
        "",
        "birthday|birth date|birthdate|date of birth|dob|bday|born|geburtstag|geburtsdatum|geb datum|naissance|date de naissance|anniversaire|cumpleanos|fecha de nacimiento|nacimiento|compleanno|data di nascita|geboortedatum|verjaardag|data de nascimento",
    ),
    (Field::BirthYear, "", "birth year|geburtsjahr"),
    (Field::BirthMonth, "", "birth month|geburtsmonat"),
    (Field::BirthDay, "", "birth day"),
    (
        Field::Anniversary,
        "",
        "anniversary|wedding anniversary|jahrestag|hochzeitstag|anniversaire de mariage|anniversaire de mariage ou fete|aniversario|anniversario|trouwdag",
    ),
    (Field::FirstMet, "", "connected on|first met|met on|kennengelernt am"),
    (
        Field::Note,
        "",
        "notes|note|comment|comments|remarks|description|notizen|notiz|bemerkung|bemerkungen|kommentar|remarques|commentaires|notas|nota|observaciones|comentarios|annotazioni|opmerkingen|notities|observacoes|uwagi",
    ),
    (
        Field::Tags,
        "",
        "tags|tag|labels|label|categories|category|groups|group|group membership|circles|kategorien|kategorie|schlagworter|stichworte|gruppe|gruppen|etiquettes|categorie|etiquetas|categorias|grupos|categorieen|groepen",
    ),
    (Field::Related, "spouse", "spouse|ehepartner|lebenspartner|conjoint|conyuge|coniuge|echtgenoot"),
    (Field::Related, "child", "children|child|kinder|enfants|hijos|figli|kinderen|filhos"),
    (Field::Related, "assistant", "assistant|assistant s name|assistant name|name assistent"),
    (Field::Related, "manager", "manager|manager s name|vorgesetzter|superieur|jefe"),
    (Field::Related, "referred by", "referred by|empfohlen von"),
    (
        Field::FullName,
        "",
        "customer name|client name|contact name|lead name|person name|person|contact|kontakt|ansprechpartner",
    ),
    (Field::Keep, "", "other|home|work|business|mobile country code"),
];

/// All of them, by heading.
pub(super) static KNOWN: LazyLock<HashMap<&'static str, (Field, &'static str)>> = LazyLock::new(|| {
    let all = NAMES.iter().chain(&REACHES).chain(&PLACES).chain(&REST);
    all.flat_map(|&(field, word, headings)| headings.split('|').map(move |heading| (heading, (field, word)))).collect()
});

#[cfg(test)]
mod tests {
    use super::super::heading::plain;
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_heading_has_one_meaning() {
        let mut seen = HashSet::new();
        for &(_, _, headings) in NAMES.iter().chain(&REACHES).chain(&PLACES).chain(&REST) {
            for heading in headings.split('|') {
                assert!(seen.insert(heading), "{heading} stands twice");
                assert_eq!(heading, plain(heading), "as it is looked up");
            }
        }
    }
}
