//! Labels along an axis, moved apart until none covers another and as little as that takes.

/// A label: where its first pixel would like to be, and how many it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub(super) wish: f64,
    pub(super) size: f64,
}

/// The first pixel of each label, in order, between `from` and `to` if there is room: the sum of squared distances from
/// the wishes is least (isotonic regression by pooling adjacent violators, Ayer et al. 1955).
pub(super) fn spread(labels: &[Label], from: f64, to: f64) -> Vec<f64> {
    let total: f64 = labels.iter().map(|label| label.size).sum();
    let last = (to - total).max(from);
    // Less the sizes of those before, starts may not fall; labels that would are pooled at their mean.
    let mut pools: Vec<(f64, f64)> = Vec::with_capacity(labels.len());
    let mut before = 0.0;
    for label in labels {
        let mut pool = (label.wish - before, 1.0);
        before += label.size;
        while let Some((mean, count)) = pools.last().copied().filter(|(mean, _)| *mean > pool.0) {
            let sum = count + pool.1;
            pool = ((mean * count + pool.0 * pool.1) / sum, sum);
            pools.pop();
        }
        pools.push(pool);
    }
    let mut starts = Vec::with_capacity(labels.len());
    let mut before = 0.0;
    let mut pools = pools.into_iter();
    let mut pool = (from, 0.0);
    for label in labels {
        if pool.1 < 0.5 {
            pool = pools.next().unwrap_or(pool);
        }
        starts.push(pool.0.clamp(from, last) + before);
        pool.1 -= 1.0;
        before += label.size;
    }
    starts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, proptest};

    use super::{Label, spread};

    fn of(labels: &[(f64, f64)]) -> Vec<f64> {
        let labels: Vec<Label> = labels
            .iter()
            .map(|&(wish, size)| Label { wish, size })
            .collect();
        spread(&labels, 0.0, 100.0)
    }

    #[test]
    fn labels_with_room_stay_and_others_share_the_way() {
        assert_eq!(of(&[(10.0, 10.0), (50.0, 10.0)]), [10.0, 50.0]);
        assert_eq!(of(&[(50.0, 10.0), (50.0, 10.0)]), [45.0, 55.0]);
        assert_eq!(of(&[(0.0, 10.0), (0.0, 10.0)]), [0.0, 10.0]);
        assert_eq!(of(&[(99.0, 10.0), (99.0, 10.0)]), [80.0, 90.0]);
        assert_eq!(of(&[]), Vec::<f64>::new());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn no_label_covers_another(
            mut wishes in proptest::collection::vec(0.0..1000.0_f64, 0..40),
            size in 1.0..60.0_f64,
        ) {
            wishes.sort_by(f64::total_cmp);
            let labels: Vec<Label> = wishes.iter().map(|&wish| Label { wish, size }).collect();
            let starts = spread(&labels, 0.0, 1000.0);
            prop_assert!(starts.len() == labels.len());
            for pair in starts.windows(2) {
                prop_assert!(pair[0] + size <= pair[1] + 1e-6);
            }
            prop_assert!(starts.iter().all(|start| *start >= 0.0));
        }
    }
}
