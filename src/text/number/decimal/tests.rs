//! Exact values: their forms, their order, their arithmetic.

use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

use super::Decimal;

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_value_is_shown_in_plain_normal_form() {
    for (written, shown) in [
        ("0", "0"),
        ("-0", "0"),
        ("0.000", "0"),
        ("2000", "2000"),
        ("2_000.50", "2000.5"),
        ("-0.05", "-0.05"),
        ("1.5e9", "1500000000"),
        ("5E-1", "0.5"),
        ("000123", "123"),
        ("0.000001", "0.000001"),
        ("1.2e-9", "1.2e-9"),
        ("6.02214076e23", "602214076000000000000000"),
        ("6.02e40", "6.02e40"),
    ] {
        assert_eq!(number(written).to_string(), shown, "{written}");
        assert_eq!(number(shown), number(written), "{written}");
    }
}

#[test]
fn what_is_no_plain_number_is_refused() {
    for written in [
        "", "-", "+", ".", "1.", ".5", "1__0", "_1", "1_", "0x10", "inf", "nan", "1e", "1e+",
        "1e999999", "1e121", "1e-130", "--1", "1e5.5", " 1", "1,5", "١",
    ] {
        assert!(written.parse::<Decimal>().is_err(), "{written}");
    }
    assert!("1".repeat(37).parse::<Decimal>().is_err());
    assert!("9".repeat(100_000).parse::<Decimal>().is_err());
    assert!(
        format!("1{}", "0".repeat(100_000))
            .parse::<Decimal>()
            .is_err()
    );
    assert_eq!(number(&format!("1{}", "0".repeat(119))), number("1e119"));
}

#[test]
fn sums_and_products_have_no_rounding() {
    assert_eq!(
        number("0.1").checked_add(number("0.2")),
        Some(number("0.3"))
    );
    assert_eq!(number("1").checked_sub(number("0.9")), Some(number("0.1")));
    assert_eq!(
        number("200").checked_percent(number("2.5")),
        Some(number("5"))
    );
    assert_eq!(number("1.25").checked_mul(number("8")), Some(number("10")));
    assert_eq!(
        number("2000").checked_div(number("1.25")),
        Some(number("1600"))
    );
    assert_eq!(number("1").checked_div(Decimal::ZERO), None);
    assert_eq!(number("1e100").checked_add(number("1")), None);
    assert_eq!(number("1e100").checked_mul(number("1e100")), None);
}

#[test]
fn thousands_can_be_set_off() {
    for (value, shown) in [
        ("2000", "2,000"),
        ("200", "200"),
        ("-1234567.125", "-1,234,567.125"),
        ("0.5", "0.5"),
    ] {
        assert_eq!(number(value).grouped(','), shown);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn decimals_stand_in_the_order_of_their_values(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000, p in -4_i32..5, q in -4_i32..5) {
        let left = Decimal::new(a.into(), p).unwrap();
        let right = Decimal::new(b.into(), q).unwrap();
        let scale = |v: i64, e: i32| i128::from(v) * 10_i128.pow(u32::try_from(e + 4).unwrap());
        prop_assert_eq!(left.cmp(&right), scale(a, p).cmp(&scale(b, q)));
        prop_assert_eq!(left == right, scale(a, p) == scale(b, q));
        prop_assert_eq!(left.checked_add(right).unwrap().checked_sub(right), Some(left));
    }

    #[test]
    fn what_is_shown_reads_back_the_same(digits in any::<i64>(), exponent in -100_i32..100) {
        let value = Decimal::new(digits.into(), exponent).unwrap();
        prop_assert_eq!(value.to_string().parse::<Decimal>().unwrap(), value);
    }

    #[test]
    fn no_text_makes_reading_panic(text in "[-+0-9e._]{0,60}") {
        if let Ok(value) = text.parse::<Decimal>() {
            prop_assert!(value.to_string().len() < 64);
        }
    }
}
