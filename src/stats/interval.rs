//! What few answers allow to say of a share: the interval it lies in, and when there are too few to say anything.

/// Answers below which a share is not shown as a figure.
pub const FEW: u64 = 5;

/// The 97.5th percentile of the standard normal distribution: for intervals of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// The ends of a 95 % interval of a share, each from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// The score interval of a share of so many (Wilson 1927, "Probable inference, the law of succession, and
    /// statistical inference", without correction for continuity); none of none.
    #[must_use]
    pub fn of(right: u64, all: u64) -> Option<Self> {
        if all == 0 {
            return None;
        }
        let (right, all) = (real(right.min(all)), real(all));
        let share = right / all;
        let middle = share + Z * Z / (2.0 * all);
        let reach = Z * (share * (1.0 - share) / all + Z * Z / (4.0 * all * all)).sqrt();
        let whole = 1.0 + Z * Z / all;
        Some(Self {
            low: ((middle - reach) / whole).max(0.0),
            high: ((middle + reach) / whole).min(1.0),
        })
    }
}

/// A count as a real number; counts of answers stay far below 2^53.
#[expect(
    clippy::cast_precision_loss,
    reason = "nobody gives 2^53 answers, and beyond only the last digits would be lost"
)]
fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{Interval, real};

    /// Published figures: Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
    #[test]
    fn intervals_are_the_published_ones() {
        for (right, all, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
            (29, 29, 0.8830, 1.0),
        ] {
            let found = Interval::of(right, all).unwrap();
            assert!(
                (found.low - low).abs() < 6e-5,
                "{right} of {all}: {found:?}"
            );
            assert!(
                (found.high - high).abs() < 6e-5,
                "{right} of {all}: {found:?}"
            );
        }
        assert_eq!(Interval::of(0, 0), None);
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_share_and_lies_within_0_and_1(right in 0..=10_000_u64, more in 0..10_000_u64) {
            let all = right + more;
            if let Some(Interval { low, high }) = Interval::of(right, all) {
                let share = real(right) / real(all);
                prop_assert!(0.0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1.0);
            }
        }
    }
}
