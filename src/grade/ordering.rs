//! Ordering: Kendall's tau over the pairs that can be decided, floored at 0 (LEARNING 3.2, TIMELINE 3). Knows nothing
//! of screens.

use std::cmp::Ordering;

use super::{Credit, Way};
use crate::{date::true_order, pack::Item};

/// Grades an order: credit, pairs in the right order, pairs that can be decided, and the positions in `given` of a
/// largest subset that is already in order.
///
/// `given` holds indexes of `items` in the learner's order. Texts are in the right order as listed; events are ordered
/// by their dates, and a pair that the dates leave open, or whose source is doubtful, drops out. A pair that `given`
/// leaves out counts as wrong. Where nothing can be decided nothing can be wrong.
pub(super) fn grade_ordering(
    items: &[Item],
    given: &[usize],
) -> (Credit, usize, usize, Vec<usize>) {
    let order = Order::of(items);
    let all: Vec<usize> = (0..items.len()).collect();
    let decidable = pairs(&all)
        .filter(|&(a, b)| order.get(a, b).is_some())
        .count();
    // Positions of known items, each once.
    let mut seen = vec![false; items.len()];
    let placed: Vec<usize> = (0..given.len())
        .filter(|&p| {
            seen.get_mut(given[p])
                .is_some_and(|s| !std::mem::replace(s, true))
        })
        .collect();
    let right = pairs(&placed)
        .filter(|&(p, q)| order.get(given[p], given[q]) == Some(Ordering::Less))
        .count();
    let inverted = |p: usize, q: usize| order.get(given[p], given[q]) == Some(Ordering::Greater);
    let kept = largest_consistent(&placed, inverted);
    (credit(right, decidable), right, decidable, kept)
}

/// Which way the items that are not kept have to move, in the learner's order: past the kept ones on their wrong side.
pub(super) fn moves(items: &[Item], given: &[usize], kept: &[usize]) -> Vec<(usize, Way)> {
    let order = Order::of(items);
    let strays = (0..given.len()).filter(|position| !kept.contains(position));
    strays
        .map(|at| {
            let later_before = kept
                .iter()
                .any(|&k| k < at && order.get(given[k], given[at]) == Some(Ordering::Greater));
            let way = if later_before { Way::Up } else { Way::Down };
            (given[at], way)
        })
        .collect()
}

/// max(0, tau), where tau = (right - wrong) / decidable, rounded to thousandths.
fn credit(right: usize, decidable: usize) -> Credit {
    if decidable == 0 {
        return Credit::FULL;
    }
    let ahead = (2 * right).saturating_sub(decidable);
    let thousandths = (2000 * ahead + decidable) / (2 * decidable);
    Credit::new(u16::try_from(thousandths).unwrap_or(1000))
}

fn pairs(of: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    of.iter()
        .enumerate()
        .flat_map(|(i, &a)| of[i + 1..].iter().map(move |&b| (a, b)))
}

/// What the key says of two items.
enum Order<'a> {
    /// As listed.
    Listed,
    /// By their dates.
    Dated(Vec<&'a crate::date::When>),
}

impl<'a> Order<'a> {
    fn of(items: &'a [Item]) -> Self {
        let dates: Option<Vec<_>> = items
            .iter()
            .map(|item| item.event.as_ref().map(|(_, when)| when))
            .collect();
        dates.map_or(Self::Listed, Self::Dated)
    }

    fn get(&self, a: usize, b: usize) -> Option<Ordering> {
        match self {
            Self::Listed => Some(a.cmp(&b)),
            Self::Dated(dates) if dates[a].uncertain() || dates[b].uncertain() => None,
            Self::Dated(dates) => true_order(dates[a], dates[b]),
        }
    }
}

/// A largest subset of the positions without a definite inversion.
///
/// "Stands earlier and belongs definitely later" is a strict partial order: it is what two partial orders (position
/// and date) have in common. A subset without inversions is an antichain of it, and by Dilworth and König the largest
/// one is what a maximum matching between the two copies of the positions leaves over. It is exact for any number of
/// items, where patience sorting fails on dates that overlap.
fn largest_consistent(positions: &[usize], inverted: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let n = positions.len();
    let edges: Vec<Vec<usize>> = (0..n)
        .map(|i| {
            let after = i + 1..n;
            after
                .filter(|&j| inverted(positions[i], positions[j]))
                .collect()
        })
        .collect();
    let mut left_of: Vec<Option<usize>> = vec![None; n];
    let mut right_of: Vec<Option<usize>> = vec![None; n];
    for root in 0..n {
        let (from, end) = alternating(&[root], &edges, &left_of);
        // Along the path back to the root every right node takes the left one it was reached from.
        let mut free = end;
        while let Some(right) = free {
            let Some(left) = from[right] else { break };
            free = right_of[left].replace(right);
            left_of[right] = Some(left);
        }
    }
    let roots: Vec<usize> = (0..n).filter(|&i| right_of[i].is_none()).collect();
    let (reached, _) = alternating(&roots, &edges, &left_of);
    let is_root = |i: usize| right_of[i].is_none();
    let left_reached = |i: usize| is_root(i) || right_of[i].is_some_and(|r| reached[r].is_some());
    (0..n)
        .filter(|&i| left_reached(i) && reached[i].is_none())
        .map(|i| positions[i])
        .collect()
}

/// Breadth first from left nodes over unmatched edges, and back over matched ones: for each right node the left one it
/// was reached from, and the first unmatched right node, if any.
fn alternating(
    roots: &[usize],
    edges: &[Vec<usize>],
    left_of: &[Option<usize>],
) -> (Vec<Option<usize>>, Option<usize>) {
    let mut from = vec![None; edges.len()];
    let mut queue = roots.to_vec();
    let mut at = 0;
    while let Some(&left) = queue.get(at) {
        at += 1;
        for &right in &edges[left] {
            if from[right].is_some() {
                continue;
            }
            from[right] = Some(left);
            match left_of[right] {
                Some(next) => queue.push(next),
                None => return (from, Some(right)),
            }
        }
    }
    (from, None)
}

#[cfg(test)]
mod tests {
    use super::{Ordering, grade_ordering, true_order};
    use crate::{
        date::When,
        grade::Credit,
        pack::{Id, Item},
    };

    fn texts(n: usize) -> Vec<Item> {
        let item = |i: usize| Item {
            text: i.to_string(),
            event: None,
        };
        (0..n).map(item).collect()
    }

    fn events(dates: &[&str]) -> Vec<Item> {
        let item = |(i, date): (usize, &&str)| Item {
            text: (*date).to_owned(),
            event: Some((
                Id::new(&format!("e{i}")).unwrap(),
                When::read(date).unwrap(),
            )),
        };
        dates.iter().enumerate().map(item).collect()
    }

    fn permutations(n: usize) -> Vec<Vec<usize>> {
        if n == 0 {
            return vec![Vec::new()];
        }
        let mut all = Vec::new();
        for shorter in permutations(n - 1) {
            for at in 0..n {
                let mut longer = shorter.clone();
                longer.insert(at, n - 1);
                all.push(longer);
            }
        }
        all
    }

    #[test]
    fn the_key_earns_all_and_reversing_negates_tau() {
        for n in 2..=5 {
            let items = texts(n);
            let key: Vec<usize> = (0..n).collect();
            assert_eq!(grade_ordering(&items, &key).0, Credit::FULL);
            for given in permutations(n) {
                let back: Vec<usize> = given.iter().rev().copied().collect();
                let (_, right, decidable, _) = grade_ordering(&items, &given);
                let (_, other, _, _) = grade_ordering(&items, &back);
                assert_eq!(right + other, decidable);
                assert_eq!(decidable, n * (n - 1) / 2);
            }
        }
    }

    #[test]
    fn guessing_earns_what_the_study_computed() {
        // TIMELINE 3: the mean of max(0, tau) over all permutations.
        for (n, hundredths) in [(3, 28), (4, 19), (5, 16)] {
            let items = texts(n);
            let all = permutations(n);
            let sum: usize = all
                .iter()
                .map(|given| usize::from(grade_ordering(&items, given).0.thousandths()))
                .sum();
            assert_eq!((sum + 5 * all.len()) / (10 * all.len()), hundredths, "{n}");
        }
    }

    #[test]
    fn slips_cost_as_little_as_they_weigh() {
        for (given, thousandths, kept) in [
            (vec![1, 2, 3, 4, 0], 200, vec![0, 1, 2, 3]),
            (vec![1, 0, 2, 3, 4], 800, vec![0, 2, 3, 4]),
            (vec![4, 3, 2, 1, 0], 0, vec![0]),
        ] {
            let (credit, _, _, held) = grade_ordering(&texts(5), &given);
            assert_eq!(credit.thousandths(), thousandths, "{given:?}");
            assert_eq!(held.len(), kept.len(), "{given:?} {held:?}");
        }
    }

    #[test]
    fn pairs_that_dates_leave_open_never_cost_anything() {
        let items = events(&["1957", "1957-10-04", "1958", "1969?"]);
        for (given, right, decidable) in [
            (vec![0, 1, 2, 3], 2, 2),
            (vec![1, 0, 2, 3], 2, 2),
            (vec![3, 1, 0, 2], 2, 2),
            (vec![2, 0, 1, 3], 0, 2),
        ] {
            let (_, r, d, _) = grade_ordering(&items, &given);
            assert_eq!((r, d), (right, decidable), "{given:?}");
        }
        let open = events(&["1957", "1957-10-04"]);
        assert_eq!(grade_ordering(&open, &[1, 0]).0, Credit::FULL);
    }

    #[test]
    fn what_is_kept_is_as_large_as_brute_force_finds_it() {
        let items = events(&[
            "1950s",
            "1952",
            "c. 1957",
            "1957..1969",
            "1958",
            "1961",
            "1960s",
        ]);
        let when = |i: usize| &items[i].event.as_ref().unwrap().1;
        let inverted = |a, b| true_order(when(a), when(b)) == Some(Ordering::Greater);
        let consistent = |given: &[usize], chosen: &[usize]| {
            chosen.iter().enumerate().all(|(i, &p)| {
                chosen[i + 1..]
                    .iter()
                    .all(|&q| !inverted(given[p], given[q]))
            })
        };
        for given in permutations(items.len()) {
            let kept = grade_ordering(&items, &given).3;
            assert!(consistent(&given, &kept), "{given:?} {kept:?}");
            let best = (0..1_u32 << items.len())
                .filter(|mask| {
                    let chosen: Vec<usize> =
                        (0..items.len()).filter(|p| mask >> p & 1 == 1).collect();
                    consistent(&given, &chosen)
                })
                .map(u32::count_ones)
                .max();
            assert_eq!(u32::try_from(kept.len()).ok(), best, "{given:?}");
        }
    }

    #[test]
    fn items_left_out_or_unknown_count_as_wrong_and_never_panic() {
        let items = texts(3);
        assert_eq!(grade_ordering(&items, &[0, 1]).1, 1);
        assert_eq!(grade_ordering(&items, &[0, 0, 9, 1]).3, vec![0, 3]);
        assert_eq!(grade_ordering(&items, &[]).0, Credit::NONE);
    }
}
