//! Orders: a stand-in that knows right from not right until dates can be compared.

use super::Credit;
use crate::pack::Item;

/// Grades an order.
pub(super) fn grade_ordering(
    items: &[Item],
    given: &[usize],
) -> (Credit, usize, usize, Vec<usize>) {
    let pairs = items.len() * items.len().saturating_sub(1) / 2;
    if given.is_sorted() {
        (Credit::FULL, pairs, pairs, (0..given.len()).collect())
    } else {
        (Credit::NONE, 0, pairs, Vec::new())
    }
}
