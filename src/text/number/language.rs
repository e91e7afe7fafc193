//! What depends on a language: the sign that groups thousands, words for multiples, numbers and currencies.

/// The sign that groups thousands in a language (a BCP 47 tag); none where a space does. By CLDR's number symbols;
/// a language not listed here counts as CLDR's root, which groups by a comma.
#[must_use]
pub fn thousands(language: &str) -> Option<char> {
    let lower = language.to_ascii_lowercase();
    let mut parts = lower.split(['-', '_']);
    let primary = parts.next().unwrap_or_default();
    let region = parts.find(|part| part.len() == 2).unwrap_or_default();
    match (primary, region) {
        ("de" | "it", "ch" | "li") => Some('\''),
        ("es", "mx" | "us" | "pr" | "gt" | "hn" | "ni" | "sv" | "do" | "pa" | "pe" | "cu") => {
            Some(',')
        }
        (
            "de" | "es" | "it" | "nl" | "id" | "tr" | "da" | "el" | "ro" | "hr" | "sr" | "sl"
            | "bs" | "mk" | "is" | "vi" | "ca" | "gl" | "eu" | "lb" | "az" | "fo" | "fy",
            _,
        ) => Some('.'),
        ("pt", region) => (region != "pt").then_some('.'),
        (
            "fr" | "ru" | "uk" | "be" | "bg" | "pl" | "cs" | "sk" | "sv" | "nb" | "nn" | "no"
            | "fi" | "et" | "lv" | "lt" | "hu" | "kk" | "ky" | "hy" | "ka" | "sq" | "eo" | "af",
            _,
        ) => None,
        _ => Some(','),
    }
}

/// The power of ten that a word multiplies by; `word` is lower case.
pub(super) fn multiple(word: &str, language: &str) -> Option<i32> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let spanish = matches!(language.get(..2), Some("es" | "pt"));
    Some(match word {
        "hundred" | "hundreds" | "hundert" => 2,
        "k" | "thousand" | "thousands" | "thsd" | "tsd" | "tausend" | "mille" | "duizend"
        | "тыс" | "千" | "천" => 3,
        "万" | "萬" | "만" => 4,
        "lakh" | "lakhs" => 5,
        "mil" if spanish => 3,
        // In spoken English `mil` is a million.
        "mil" | "m" | "mn" | "mln" | "mio" | "mill" | "million" | "millions" | "millionen"
        | "millón" | "millon" | "millones" | "milione" | "milioni" | "milhão" | "milhao"
        | "milhões" | "milhoes" | "miljoen" | "млн" => 6,
        "crore" | "crores" => 7,
        "亿" | "億" | "억" => 8,
        "b" | "bn" | "bln" | "bil" | "mrd" | "mia" | "md" | "milliard" | "milliards"
        | "milliarde" | "milliarden" | "miliardo" | "miliardi" | "miljard" | "bilhão"
        | "bilhões" | "млрд" => 9,
        "billion" | "billions" | "billionen" | "billón" | "billones" => {
            if long_scale(language) {
                12
            } else {
                9
            }
        }
        "兆" | "조" | "tn" | "trn" | "bio" => 12,
        "trillion" | "trillions" | "trillionen" => {
            if long_scale(language) {
                18
            } else {
                12
            }
        }
        _ => return None,
    })
}

/// Whether a billion is a million millions.
fn long_scale(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    matches!(
        primary.to_ascii_lowercase().as_str(),
        "de" | "fr"
            | "es"
            | "it"
            | "nl"
            | "da"
            | "sv"
            | "nb"
            | "nn"
            | "no"
            | "fi"
            | "pl"
            | "cs"
            | "sk"
            | "hu"
            | "hr"
            | "sl"
            | "ca"
            | "is"
            | "lb"
    )
}

/// A number in English words, up to twelve.
pub(super) fn cardinal(word: &str) -> Option<i64> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let index = WORDS.iter().position(|known| *known == word)?;
    i64::try_from(index).ok()
}

/// The currency that a sign, a code or a word stands for; `word` is lower case.
pub(super) fn currency(word: &str) -> Option<&'static str> {
    Some(match word.strip_suffix('.').unwrap_or(word) {
        "$" | "us$" | "usd" | "dollar" | "dollars" | "us-dollar" | "a$" | "c$" | "hk$" | "nt$"
        | "s$" => "$",
        "€" | "eur" | "euro" | "euros" => "€",
        "£" | "gbp" | "pound" | "pounds" | "sterling" => "£",
        "¥" | "jpy" | "yen" | "cn¥" | "cny" | "rmb" | "yuan" | "renminbi" => "¥",
        "₹" | "inr" | "rupee" | "rupees" => "₹",
        "₩" | "krw" | "won" => "₩",
        "₽" | "rub" | "rouble" | "roubles" | "ruble" | "rubles" => "₽",
        "chf" | "franken" | "fr" => "chf",
        _ => return None,
    })
}

/// The currency that a unit is in (`$` for `million dollars`), if it is in one.
#[must_use]
pub fn currency_of(unit: &str) -> Option<&'static str> {
    unit.to_lowercase().split_whitespace().find_map(currency)
}

/// Words before a number that say it is not exact.
pub(super) const ABOUT: &[&str] = &[
    "approximately",
    "approx.",
    "approx",
    "around",
    "about",
    "roughly",
    "nearly",
    "almost",
    "circa",
    "ca.",
    "ca",
    "c.",
    "some",
    "etwa",
    "rund",
    "ungefähr",
    "environ",
    "unos",
    "unas",
    "~",
    "≈",
    "≃",
];

#[cfg(test)]
mod tests {
    use super::{multiple, thousands};

    #[test]
    fn thousands_are_grouped_as_the_language_does() {
        for (language, sign) in [
            ("en", Some(',')),
            ("en-GB", Some(',')),
            ("", Some(',')),
            ("tlh", Some(',')),
            ("de", Some('.')),
            ("de-AT", Some('.')),
            ("de_CH", Some('\'')),
            ("de-Latn-CH", Some('\'')),
            ("es", Some('.')),
            ("es-MX", Some(',')),
            ("pt-BR", Some('.')),
            ("pt-PT", None),
            ("fr", None),
        ] {
            assert_eq!(thousands(language), sign, "{language}");
        }
    }

    #[test]
    fn a_billion_is_what_the_language_calls_one() {
        assert_eq!(multiple("billion", "en"), Some(9));
        assert_eq!(multiple("billionen", "de"), Some(12));
        assert_eq!(multiple("mrd", "de"), Some(9));
        assert_eq!(multiple("bn", "de"), Some(9));
    }
}
