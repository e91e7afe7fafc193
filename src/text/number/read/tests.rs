//! Numbers as people write them, and what is none.

use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

use super::{read, readings};
use crate::text::number::{Decimal, NumberFault};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_number_is_read_as_people_write_it() {
    for (written, language, value) in [
        ("2000", "en", "2000"),
        ("2,000", "en", "2000"),
        ("2 000", "en", "2000"),
        ("2\u{a0}000", "fr", "2000"),
        ("2\u{202f}000", "fr", "2000"),
        ("2\u{2009}000", "en", "2000"),
        ("2'000", "de-CH", "2000"),
        ("2’000.50", "de-CH", "2000.5"),
        ("2.000", "de", "2000"),
        ("2.000", "en", "2"),
        ("2,000", "fr", "2"),
        ("2_000", "en", "2000"),
        ("2k", "en", "2000"),
        ("2 K", "en", "2000"),
        ("1.5 million", "en", "1500000"),
        ("5.6M", "en", "5600000"),
        ("$5.6 million", "en", "5600000"),
        ("US$5.6M", "en", "5600000"),
        ("US$ 5.6 m", "en", "5600000"),
        ("5.6 million US dollars", "en", "5600000"),
        ("USD 5.6 million", "en", "5600000"),
        ("5.6 million USD", "en", "5600000"),
        ("1,5 Mrd", "de", "1500000000"),
        ("1,5 Mrd. €", "de", "1500000000"),
        ("1,5 Billionen", "de", "1500000000000"),
        ("3 bn", "en", "3000000000"),
        ("£3bn", "en", "3000000000"),
        ("589 billion", "en", "589000000000"),
        ("5 mil millones", "es", "5000000000"),
        ("2 hundred thousand", "en", "200000"),
        ("1.5e9", "en", "1500000000"),
        ("1.5E+9", "en", "1500000000"),
        ("15e-1", "en", "1.5"),
        ("1.5×10^9", "en", "1500000000"),
        ("1.5 x 10⁹", "en", "1500000000"),
        ("10^6", "en", "1000000"),
        ("10⁻³", "en", "0.001"),
        ("-3", "en", "-3"),
        ("−3", "en", "-3"),
        ("–3", "en", "-3"),
        ("+3", "en", "3"),
        ("minus 3", "en", "-3"),
        ("-$3", "en", "-3"),
        ("$-3", "en", "-3"),
        ("€ 5", "en", "5"),
        ("5 €", "de", "5"),
        ("5k$", "en", "5000"),
        ("5%", "en", "5"),
        ("5 per cent", "en", "5"),
        ("about 2,000", "en", "2000"),
        ("~2000", "en", "2000"),
        ("c. 2000", "en", "2000"),
        ("approx. $2k", "en", "2000"),
        (".5", "en", "0.5"),
        ("0.125", "en", "0.125"),
        ("0,125", "en", "0.125"),
        ("1,5", "en", "1.5"),
        ("1.5", "de", "1.5"),
        ("1234.567", "de", "1234.567"),
        ("1,234.56", "de", "1234.56"),
        ("1.234,56", "en", "1234.56"),
        ("1 234,567", "en", "1234.567"),
        ("1,234,567", "fr", "1234567"),
        ("1.234.567", "en", "1234567"),
        ("12,34,567", "en-IN", "1234567"),
        ("2000.", "en", "2000"),
        ("0", "en", "0"),
        ("-0", "en", "0"),
        ("007", "en", "7"),
        ("seven", "en", "7"),
        ("Twelve", "en", "12"),
        ("a million", "en", "1000000"),
        ("two thousand", "en", "2000"),
        ("２０００", "ja", "2000"),
        ("3万", "zh", "30000"),
        ("٢٠٠٠", "ar", "2000"),
        ("  42  ", "en", "42"),
    ] {
        assert_eq!(
            read(written, language).map(|value| value.to_string()),
            Ok(value.to_owned()),
            "{written} in {language}"
        );
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for written in [
        "",
        " ",
        "-",
        "$",
        "abc",
        "a",
        "million",
        "2 00",
        "2 0000",
        "1,2,3",
        "1.2.3",
        "1,234.5.6",
        "1'23",
        "1 234 56",
        "1,234 567",
        "2000 or 3000",
        "1500-2500",
        "2000 bananas",
        "1/2",
        "½",
        "2½",
        "--3",
        "-+3",
        "$€3",
        "$3 €",
        "3,",
        "e9",
        "1e999999",
        "1e9999999999",
        "over 5",
        "less than 5",
        "\u{1b}[31m5",
        "5\u{202e}",
        "NaN",
        "inf",
        "0x10",
        "7 of 9",
    ] {
        assert!(read(written, "en").is_err(), "{written}");
    }
    assert!(read(&"9".repeat(1_000_000), "en").is_err());
    assert_eq!(read("", "en"), Err(NumberFault::Empty));
}

#[test]
fn a_form_with_two_readings_gives_both() {
    for (written, language, value, other) in [
        ("2,000", "en", "2000", Some("2")),
        ("2.000", "en", "2", Some("2000")),
        ("2.000", "de", "2000", Some("2")),
        ("2,345", "fr", "2.345", Some("2345")),
        ("2.345 million", "en", "2345000", Some("2345000000")),
        ("-2,000", "en", "-2000", Some("-2")),
        ("0.125", "en", "0.125", None),
        ("2 000", "en", "2000", None),
        ("1,234,567", "en", "1234567", None),
        ("1,234.5", "en", "1234.5", None),
        ("2.50", "en", "2.5", None),
    ] {
        let reading = readings(written, None, language).unwrap();
        assert_eq!(reading.value, number(value), "{written} in {language}");
        assert_eq!(reading.other, other.map(number), "{written} in {language}");
    }
}

#[test]
fn a_unit_may_be_left_out() {
    for (written, unit, value, other) in [
        ("2000 chips", "chips", "2000", None),
        ("2000 chip", "chips", "2000", None),
        ("2k Chips.", "chips", "2000", None),
        ("2000", "chips", "2000", None),
        ("5 m", "m", "5", None),
        ("5 million m", "m", "5000000", None),
        ("5km/h", "km/h", "5", None),
        ("5 m²", "m^2", "5", None),
        ("20 °C", "°C", "20", None),
        ("17%", "%", "17", None),
        ("17 percent", "%", "17", None),
        ("6", "million dollars", "6", None),
        ("6 million", "million dollars", "6", None),
        ("$6 million", "million dollars", "6", None),
        ("6 million dollars", "million dollars", "6", None),
        ("$6m", "million dollars", "6", None),
        ("6,000,000 dollars", "million dollars", "6", None),
        ("6000 thousand", "million dollars", "6", None),
        ("6 dollars", "million dollars", "0.000006", None),
        ("6000000", "million dollars", "6000000", Some("6")),
    ] {
        let reading = readings(written, Some(unit), "en").unwrap();
        assert_eq!(reading.value, number(value), "{written} in {unit}");
        if other.is_some() {
            assert_eq!(reading.other, other.map(number), "{written} in {unit}");
        }
    }
    assert!(readings("2000 bananas", Some("chips"), "en").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC{0,40}", unit in "\\PC{0,10}", language in "[a-z]{0,3}(-[A-Z]{2})?") {
        let _ = readings(&text, Some(&unit), &language);
        let _ = readings(&text, None, &language);
    }

    #[test]
    fn no_near_number_makes_reading_panic(text in "[-+~$€ .,'_ex^0-9kmM²a−]{0,24}") {
        let _ = read(&text, "en");
        let _ = read(&text, "de");
    }

    #[test]
    fn grouping_never_changes_a_value(value in 0_i64..1_000_000_000_000) {
        let value = Decimal::from(value);
        prop_assert_eq!(read(&value.to_string(), "en"), Ok(value));
        prop_assert_eq!(read(&value.grouped(','), "en"), Ok(value));
        prop_assert_eq!(read(&value.grouped('.'), "de"), Ok(value));
        prop_assert_eq!(read(&value.grouped('\u{202f}'), "fr"), Ok(value));
        prop_assert_eq!(read(&value.grouped('\''), "de-CH"), Ok(value));
    }
}
