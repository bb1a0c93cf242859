//! How people are named in many places. Lists are ours: common names, no real person meant.

use super::chance::Chance;

/// A naming culture: given names, family names, which stands first, how a number begins.
pub struct Culture {
    /// Language of letters, a BCP 47 tag.
    pub language: &'static str,
    given: &'static [&'static str],
    family: &'static [&'static str],
    order: Order,
    prefix: &'static str,
}

enum Order {
    GivenFirst,
    FamilyFirst,
    /// Family name first and no space: 김민준.
    Joined,
    /// Two family names.
    Double,
    /// Only one name.
    Single,
}

/// A name as it is written, with its parts.
pub struct Name {
    /// As it is written.
    pub whole: String,
    /// Given name; empty for people with one name.
    pub given: String,
    /// Family name.
    pub family: String,
}

impl Culture {
    /// Somebody's name.
    pub fn name(&self, chance: &mut Chance) -> Name {
        let given = chance.of(self.given).to_owned();
        let latin = self.given[0].chars().all(|c| c < '\u{250}');
        let rare = latin && chance.percent(30);
        let family = match self.family {
            [] => String::new(),
            // Any real book has more names than a list can hold.
            _ if rare => chance.word(),
            common => chance.of(common).to_owned(),
        };
        match self.order {
            Order::GivenFirst if chance.percent(8) && given.is_ascii() => {
                let middle = char::from(b'A' + u8::try_from(chance.below(24)).unwrap_or(0));
                Name { whole: format!("{given} {middle}. {family}"), given, family }
            }
            Order::GivenFirst => Name { whole: format!("{given} {family}"), given, family },
            Order::FamilyFirst => Name { whole: format!("{family} {given}"), given, family },
            Order::Joined => Name { whole: format!("{family}{given}"), given, family },
            Order::Double => {
                let second = chance.of(self.family);
                let family = format!("{family} {second}");
                Name { whole: format!("{given} {family}"), given, family }
            }
            Order::Single => Name { whole: given.clone(), given, family: String::new() },
        }
    }

    /// Somebody's telephone number, in a range that is kept free for examples where there is one.
    pub fn phone(&self, chance: &mut Chance) -> String {
        format!("{} {} {:03} {:04}", self.prefix, chance.between(20, 99), chance.below(1000), chance.below(10_000))
    }
}

macro_rules! culture {
    ($language:literal, $order:ident, $prefix:literal, [$($given:literal)+], [$($family:literal)*]) => {
        Culture { language: $language, given: &[$($given),+], family: &[$($family),*], order: Order::$order, prefix: $prefix }
    };
}

/// The cultures of a seeded book.
pub static CULTURES: &[Culture] = &[
    culture!("en", GivenFirst, "+44", ["Olivia" "Amelia" "Isla" "George" "Arthur" "Freya" "Harriet" "Callum" "Niamh" "Oscar" "Rosalind" "Hugh"], ["Smith" "Jones" "Taylor" "Whitfield" "Okonkwo-Reed" "Hargreaves" "O’Connor" "MacLeod" "Ashworth" "Pemberton"]),
    culture!("en", GivenFirst, "+1", ["Emma" "Noah" "Ava" "Mason" "Harper" "Jamal" "Latoya" "Ethan" "Madison" "Tyrell" "Grace" "Wyatt"], ["Johnson" "Williams" "Brown" "Washington" "Miller" "Kowalski" "Begay" "Nguyen" "Fitzgerald" "Van Buren"]),
    culture!("de", GivenFirst, "+49", ["Jürgen" "Anneliese" "Bärbel" "Lukas" "Mia" "Jörg" "Käthe" "Sören" "Heike" "Florian" "Ute" "Matthias"], ["Müller" "Groß" "Schäfer" "Weiß" "von der Heide" "Böhm" "Köhler" "Straßburger" "Jäger" "Hübner"]),
    culture!("es", Double, "+34", ["María" "José" "Lucía" "Íñigo" "Begoña" "Marisol" "Andrés" "Ximena" "Álvaro" "Inés" "Joaquín" "Rocío"], ["García" "Rodríguez" "Ibarra" "Núñez" "Peña" "Muñoz" "Castaño" "Ruiz" "Zúñiga" "Echeverría"]),
    culture!("pt", GivenFirst, "+55", ["João" "Conceição" "Thaís" "Luís" "Antônia" "Gonçalo" "Inês" "Caetano" "Fátima" "Vinícius"], ["da Silva" "dos Santos" "Araújo" "Magalhães" "Brandão" "Leitão" "Figueirêdo" "Conceição"]),
    culture!("fr", GivenFirst, "+33", ["Anaïs" "Benoît" "Chloé" "Gaëlle" "Hélène" "Loïc" "Noémie" "François" "Jérôme" "Zoé"], ["Lefèvre" "Dupré" "d’Aubigny" "Le Goff" "Béranger" "Château" "Rousseau" "Fauré"]),
    culture!("it", GivenFirst, "+39", ["Aurelio" "Chiara" "Niccolò" "Giulia" "Matteo" "Ludovica" "Salvatore" "Ornella"], ["Bianchi" "De Luca" "Esposito" "D’Angelo" "Cattaneo" "Mondò" "Ferraro"]),
    culture!("is", GivenFirst, "+354", ["Jónas" "Dagný" "Þórður" "Guðrún" "Æsa" "Björk" "Ólafur" "Sigríður"], ["Lárusson" "Jónsdóttir" "Ólafsdóttir" "Þórðarson" "Björnsson" "Eiríksdóttir"]),
    culture!("pl", GivenFirst, "+48", ["Łukasz" "Małgorzata" "Zofia" "Wojciech" "Grażyna" "Michał" "Bożena" "Stanisław"], ["Kowalczyk" "Wiśniewska" "Dąbrowski" "Żak" "Łuczak" "Szczepańska" "Wójcik"]),
    culture!("tr", GivenFirst, "+90", ["İrem" "Işıl" "Çağlar" "Gülşen" "Ömer" "Şebnem" "Yiğit" "Özge"], ["Yılmaz" "İnan" "Çelik" "Öztürk" "Şahin" "Kılıç" "Aydın"]),
    culture!("vi", FamilyFirst, "+84", ["Thị Ngọc" "Văn Hùng" "Minh Châu" "Thanh Hương" "Quốc Bảo" "Thùy Linh"], ["Nguyễn" "Trần" "Lê" "Phạm" "Đặng" "Bùi"]),
    culture!("ko", Joined, "+82", ["민준" "서연" "현우" "지우" "하은" "도윤"], ["김" "이" "박" "최" "정" "강"]),
    culture!("ja", Joined, "+81", ["陽菜" "蓮" "美咲" "大翔" "さくら" "健太"], ["佐藤" "鈴木" "高橋" "田中" "伊藤" "渡辺"]),
    culture!("zh", Joined, "+86", ["伟" "芳" "秀英" "敏" "静" "建国"], ["王" "李" "张" "刘" "陈" "欧阳"]),
    culture!("ar", GivenFirst, "+20", ["يوسف" "فاطمة" "محمد" "ليلى" "خالد" "نور"], ["حداد" "المصري" "الخوري" "عبد الرحمن" "النجار" "بن علي"]),
    culture!("he", GivenFirst, "+972", ["נועה" "דוד" "יעל" "אורי" "תמר" "איתן"], ["כהן" "לוי" "מזרחי" "פרידמן" "בן־דוד"]),
    culture!("ru", GivenFirst, "+7", ["Анна" "Дмитрий" "Ольга" "Сергей" "Екатерина" "Алёна"], ["Иванова" "Смирнов" "Кузнецова" "Соловьёв" "Попова"]),
    culture!("el", GivenFirst, "+30", ["Ελένη" "Γιώργος" "Κατερίνα" "Νίκος" "Δήμητρα"], ["Παπαδοπούλου" "Νικολαΐδης" "Γεωργίου" "Αντωνίου"]),
    culture!("hi", GivenFirst, "+91", ["Priya" "Arjun" "Lakshmi" "Rohan" "Ananya" "प्रिया" "Sanjay" "Meera"], ["Deshmukh" "Iyer" "Chatterjee" "Singh" "Patel" "शर्मा" "Krishnamurthy"]),
    culture!("en", GivenFirst, "+234", ["Ifeoma" "Chukwuemeka" "Adébáyọ̀" "Ngozi" "Oluwaseun" "Amaka"], ["Okafor" "Adeyemi" "Nwosu" "Balogun" "Eze"]),
    culture!("id", Single, "+62", ["Suharti" "Sukarnoputri" "Hartono" "Wulandari" "Budiman" "Mulyani" "Susilo"], []),
    culture!("hu", FamilyFirst, "+36", ["Ágnes" "László" "Zsófia" "Győző" "Örs" "Réka"], ["Nagy" "Kovács" "Szűcs" "Őry" "Tóth" "Fehér"]),
];
