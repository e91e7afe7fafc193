//! A calendar of weeks, Monday first, and how full each day was. Knows nothing of how it is drawn.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};

use crate::stats::Tally;

/// Days of a week, as they are labelled.
pub(super) const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Weeks up to today.
#[derive(Debug)]
pub(super) struct Calendar<'a> {
    days: &'a BTreeMap<Date, Tally>,
    today: Date,
    /// The Mondays of its weeks, oldest first.
    pub(super) weeks: Vec<Date>,
    /// The most answers that each level above none holds.
    bounds: [u64; 4],
}

impl<'a> Calendar<'a> {
    /// The weeks from the first day with answers to today: at least `least` of them, at most `most`.
    pub(super) fn new(
        days: &'a BTreeMap<Date, Tally>,
        today: Date,
        least: usize,
        most: usize,
    ) -> Self {
        let newest = monday(today);
        let first = days.keys().next().map_or(newest, |first| monday(*first));
        let needed = newest.since(first).map_or(0, |span| span.get_days()) / 7 + 1;
        let count = usize::try_from(needed).unwrap_or(0).max(least).min(most);
        let mut weeks: Vec<Date> =
            std::iter::successors(Some(newest), |week| week.checked_sub(7.days()).ok())
                .take(count)
                .collect();
        weeks.reverse();
        let from = weeks.first().copied().unwrap_or(today);
        let counts = days.iter().filter(|(day, _)| (from..=today).contains(day));
        let max = counts.map(|(_, tally)| tally.answers).max().unwrap_or(0);
        Self {
            days,
            today,
            weeks,
            bounds: [1, 2, 3, 4].map(|part| (max * part).div_ceil(4)),
        }
    }

    /// A day of a week, 0 for Monday; none when it is still to come.
    pub(super) fn day(&self, week: Date, weekday: i8) -> Option<Date> {
        let day = week.checked_add(i64::from(weekday).days()).ok()?;
        (day <= self.today).then_some(day)
    }

    /// Answers on a day.
    pub(super) fn answers(&self, day: Date) -> u64 {
        self.days.get(&day).map_or(0, |tally| tally.answers)
    }

    /// How full a day was: 0 for nothing, up to 4.
    pub(super) fn level(&self, answers: u64) -> usize {
        if answers == 0 {
            return 0;
        }
        let level = self.bounds.iter().position(|most| answers <= *most);
        level.map_or(4, |at| at + 1)
    }

    /// Levels above none that a day can have here, each with its least and its most answers.
    pub(super) fn legend(&self) -> impl Iterator<Item = (usize, u64, u64)> {
        let from = |level: usize| match level {
            1 => 1,
            _ => self.bounds[level - 2] + 1,
        };
        (1..=4)
            .map(move |level| (level, from(level), self.bounds[level - 1]))
            .filter(|(_, least, most)| least <= most)
    }

    /// The month that begins in a week, to stand above it; the year instead where one begins.
    pub(super) fn heading(week: Date) -> Option<String> {
        let end = week.checked_add(6.days()).ok()?;
        let begins = week.day() == 1 || week.month() != end.month();
        let month = usize::try_from(end.month()).ok()?.checked_sub(1)?;
        begins.then(|| match month {
            0 => end.year().to_string(),
            _ => MONTHS[month].to_owned(),
        })
    }
}

fn monday(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset()).days();
    day.saturating_sub(back)
}

/// `23 November 2026`.
pub(super) fn long(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::{Date, date};

    use super::Calendar;
    use crate::stats::Tally;

    fn days(days: &[(Date, u64)]) -> BTreeMap<Date, Tally> {
        let tally = |answers| Tally {
            answers,
            ..Tally::default()
        };
        days.iter()
            .map(|(day, count)| (*day, tally(*count)))
            .collect()
    }

    #[test]
    fn weeks_reach_from_the_first_day_to_today() {
        let today = date(2026, 11, 23);
        for (first, least, most, weeks) in [
            (date(2026, 11, 23), 1, 53, 1),
            (date(2026, 11, 22), 1, 53, 2),
            (date(2026, 11, 16), 1, 53, 2),
            (date(2026, 11, 15), 1, 53, 3),
            (date(2020, 1, 1), 1, 53, 53),
            (date(2026, 11, 23), 13, 53, 13),
            // A clock went wrong.
            (date(2031, 1, 1), 4, 53, 4),
        ] {
            let days = days(&[(first, 1)]);
            let calendar = Calendar::new(&days, today, least, most);
            assert_eq!(calendar.weeks.len(), weeks, "{first}");
            assert_eq!(calendar.weeks.last(), Some(&today));
            assert_eq!(calendar.day(today, 0), Some(today));
            assert_eq!(calendar.day(today, 1), None, "tomorrow is not yet");
        }
    }

    #[test]
    fn levels_and_their_legend_say_the_same() {
        let today = date(2026, 11, 23);
        for max in [0, 1, 2, 3, 4, 5, 7, 100] {
            let days = days(&[(today, max)]);
            let calendar = Calendar::new(&days, today, 1, 10);
            let mut told = 1;
            for (level, least, most) in calendar.legend() {
                assert_eq!(least, told);
                told = most + 1;
                for answers in least..=most {
                    assert_eq!(calendar.level(answers), level, "{answers} of {max}");
                }
            }
            assert_eq!(told, max + 1, "every count is told");
            assert_eq!(calendar.level(0), 0);
        }
    }

    #[test]
    fn a_month_stands_where_its_first_day_is() {
        let days = BTreeMap::new();
        let calendar = Calendar::new(&days, date(2027, 1, 10), 12, 12);
        let heads: Vec<_> = calendar
            .weeks
            .iter()
            .filter_map(|week| Calendar::heading(*week))
            .collect();
        assert_eq!(heads, ["Nov", "Dec", "2027"]);
    }
}
