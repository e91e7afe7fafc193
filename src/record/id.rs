//! Identities of attempts and rows.

use jiff::Timestamp;
use uuid::{Builder, Uuid};

/// A version 7 UUID (RFC 9562, section 5.7) of a time and random bytes: ids sort as they were made. A time before 1970
/// counts as 1970.
#[must_use]
pub fn new_id(at: Timestamp, random: [u8; 10]) -> Uuid {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::new_id;
    use jiff::Timestamp;

    #[test]
    fn ids_sort_as_they_were_made() {
        let at = |millis| Timestamp::from_millisecond(millis).unwrap();
        let first = new_id(at(1_000), [0xff; 10]);
        let second = new_id(at(1_001), [0; 10]);
        assert!(first < second);
        assert_eq!(first.get_version_num(), 7);
        assert_eq!(new_id(at(-5), [0; 10]), new_id(at(0), [0; 10]));
    }
}
