//! A list of blocks of lines in a window of few rows: the selected block is always in sight. Pure.

use super::{
    line::{Line, Tone},
    marks::Marks,
};

/// As many lines of the blocks as fit the rows, around the selected one. What is left out is counted at the edges.
pub(super) fn window(
    blocks: &[Vec<Line>],
    selected: Option<usize>,
    rows: usize,
    marks: Marks,
) -> Vec<Line> {
    let total: usize = blocks.iter().map(Vec::len).sum();
    let all = || blocks.iter().flatten().cloned();
    if total <= rows {
        return all().collect();
    }
    let rows = rows.max(1);
    let at = selected.unwrap_or(0).min(blocks.len().saturating_sub(1));
    let start: usize = blocks[..at].iter().map(Vec::len).sum();
    let len = blocks[at].len();
    // Rows for the two counts, where there is room for them.
    let edge = usize::from(rows >= len.min(rows) + 2 && rows >= 3);
    let from = if len + 2 * edge >= rows {
        start.saturating_sub(edge)
    } else {
        (start + len / 2).saturating_sub(rows / 2).clamp(
            (start + len + edge).saturating_sub(rows),
            start.saturating_sub(edge),
        )
    }
    .min(total - rows);
    let mut shown: Vec<Line> = all().skip(from).take(rows).collect();
    if edge == 1 {
        // A block counts as out of sight when its first line is.
        let first_lines = |range: std::ops::Range<usize>| {
            let mut at = 0;
            blocks
                .iter()
                .filter(|block| {
                    let inside = range.contains(&at);
                    at += block.len();
                    inside
                })
                .count()
        };
        if from > 0 && start > from {
            let above = first_lines(0..from + 1);
            shown[0] = more(above, marks.up);
        }
        let end = from + rows;
        if end < total && start + len < end {
            let below = first_lines(end - 1..total);
            let last = shown.len() - 1;
            shown[last] = more(below, marks.down);
        }
    }
    shown
}

fn more(count: usize, mark: &str) -> Line {
    let text = if count == 0 {
        format!("  {mark}")
    } else {
        format!("  {mark} {count} more")
    };
    Line::new(Tone::Dim, text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, proptest};

    use super::window;
    use crate::ui::terminal::{
        line::{Line, Tone},
        marks::Marks,
    };

    fn blocks(heights: &[usize]) -> Vec<Vec<Line>> {
        heights
            .iter()
            .enumerate()
            .map(|(block, height)| {
                (0..*height)
                    .map(|row| Line::new(Tone::Plain, format!("{block}:{row}")))
                    .collect()
            })
            .collect()
    }

    #[test]
    fn a_short_list_is_shown_whole() {
        let shown = window(&blocks(&[1, 2, 1]), Some(2), 4, Marks::UNICODE);
        assert_eq!(shown.len(), 4);
        assert_eq!(shown[3].text(), "2:0");
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let shown = window(&blocks(&[1; 10]), Some(5), 5, Marks::ASCII);
        assert_eq!(shown[0].text(), "  ^ 4 more");
        assert_eq!(shown[4].text(), "  v 3 more");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn the_first_line_of_the_selected_block_is_always_in_sight(
            heights in proptest::collection::vec(1_usize..6, 1..40),
            selected: usize,
            rows in 1_usize..30,
        ) {
            let blocks = blocks(&heights);
            let selected = selected % heights.len();
            let shown = window(&blocks, Some(selected), rows, Marks::ASCII);
            prop_assert!(shown.len() <= rows);
            let first = format!("{selected}:0");
            prop_assert!(shown.iter().any(|line| line.text() == first));
            if heights[selected] <= rows {
                let last = format!("{selected}:{}", heights[selected] - 1);
                prop_assert!(shown.iter().any(|line| line.text() == last), "{last} not in {shown:?}");
            }
        }
    }
}
