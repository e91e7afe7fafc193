//! Chance as games use it: shuffles and picks over a source of draws that is handed in.

/// A source of draws: a place below a bound of at least 1.
pub(super) struct Chance<'a>(pub(super) &'a mut dyn FnMut(usize) -> usize);

impl Chance<'_> {
    /// A place below `bound`; 0 when the bound is.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { (self.0)(bound) }
    }

    /// Puts items in a new order, each as likely as any other (Fisher-Yates).
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// The places below `len` in a new order.
    pub(super) fn places(&mut self, len: usize) -> Vec<usize> {
        let mut places: Vec<usize> = (0..len).collect();
        self.shuffle(&mut places);
        places
    }

    /// One of them; none when there is none.
    pub(super) fn one<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        of.get(self.below(of.len())).copied()
    }
}
