//! The legend of numbered marks: number, date, title; and the numbers above the marks, of which those too close are
//! joined to a range.

use super::{
    line::{Line, Role},
    look::Signs,
    order::Timeline,
    row::{self, Columns},
};

/// A number, or a range of them, above the marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// The first column of the marks it stands for.
    pub(super) column: usize,
    /// The first column it takes.
    pub(super) start: usize,
    first: usize,
    last: usize,
}

impl Tag {
    pub(super) fn text(&self, signs: &Signs) -> String {
        if self.first == self.last {
            self.first.to_string()
        } else {
            format!("{}{}{}", self.first, signs.range, self.last)
        }
    }

    fn width(&self) -> usize {
        let digits = |n: usize| n.to_string().len();
        if self.first == self.last {
            digits(self.first)
        } else {
            digits(self.first) + 1 + digits(self.last)
        }
    }
}

/// The numbers above marks in these columns, which never go back: joined wherever fewer than one space would be left,
/// moved left at the right edge, and looked at again until nothing changes.
pub(super) fn tags(columns: &[usize], width: usize) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        tags.push(Tag {
            column: *column,
            start: *column,
            first: at + 1,
            last: at + 1,
        });
        // What is joined becomes wider and may touch its neighbour.
        while let Some(last) = tags.last_mut() {
            last.start = last.column.min(width.saturating_sub(last.width()));
            let (start, end) = (last.start, last.last);
            let Some(before) = tags.len().checked_sub(2).map(|at| &mut tags[at]) else {
                break;
            };
            if before.start + before.width() < start {
                break;
            }
            before.last = end;
            tags.pop();
        }
    }
    tags
}

/// The legend: the events at these places, numbered in this order.
pub(super) fn legend(
    timeline: &Timeline,
    places: &[usize],
    numbers: &dyn Fn(usize) -> usize,
    signs: &Signs,
    width: usize,
) -> Vec<Line> {
    let digits = timeline.len().to_string().len();
    let columns = Columns::of(timeline, signs, width, (digits + 3, digits + 1));
    let mut lines = Vec::with_capacity(places.len());
    for place in places {
        let number = numbers(*place).to_string();
        let rows = row::rows(timeline, *place, columns, signs);
        for (at, (date, title)) in rows.into_iter().enumerate() {
            let mut line = Line::of(*place);
            let number = if at == 0 { number.as_str() } else { "" };
            line.push(Role::Number, format!("{number:>digits$} "));
            if columns.stacked() {
                line.push(Role::Date, date.unwrap_or_default());
            } else {
                row::push_date(&mut line, date, columns.date);
                line.push(Role::Plain, "  ");
            }
            line.push(Role::Title, title.unwrap_or_default());
            lines.push(line);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

    use super::tags;
    use crate::timeline::look::Look;

    fn written(columns: &[usize], width: usize) -> String {
        let signs = Look::of_width(width).signs();
        let tags = tags(columns, width);
        let texts: Vec<String> = tags
            .iter()
            .map(|tag| format!("{}@{}", tag.text(signs), tag.start))
            .collect();
        texts.join(" ")
    }

    #[test]
    fn numbers_too_close_become_a_range() {
        assert_eq!(written(&[2, 3, 4, 20], 40), "1–3@2 4@20");
        assert_eq!(written(&[0, 2, 4], 40), "1@0 2@2 3@4");
        // At the right edge a range moves left and swallows what it would touch.
        let mut columns = vec![0; 6];
        columns.extend([30, 35, 37, 38, 39]);
        assert_eq!(written(&columns, 40), "1–6@0 7@30 8–11@35");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn numbers_keep_a_space_between_them_and_all_are_there(
            mut columns in proptest::collection::vec(0_usize..200, 1..60),
            width in 20_usize..=200,
        ) {
            for column in &mut columns {
                *column %= width;
            }
            columns.sort_unstable();
            let tags = tags(&columns, width);
            for pair in tags.windows(2) {
                prop_assert!(pair[0].start + pair[0].width() < pair[1].start);
                prop_assert_eq!(pair[0].last + 1, pair[1].first);
            }
            let last = tags.last().unwrap();
            prop_assert!(last.start + last.width() <= width);
            prop_assert_eq!((tags[0].first, last.last), (1, columns.len()));
        }
    }
}
