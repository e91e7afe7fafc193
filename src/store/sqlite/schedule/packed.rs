//! Replies as bytes: 26 each, little-endian. A blob of another length is no cache of ours and is computed anew.

use crate::study::{Grade, Reply};

const LENGTH: usize = 26;

const RIGHT: u8 = 1;
const FIRST: u8 = 2;
const ESSAY: u8 = 4;

/// Replies, each with the number of its attempt.
pub(super) fn pack(said: &[(i64, Reply)]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(said.len() * LENGTH);
    for (attempt, reply) in said {
        let flag = |set: bool, flag: u8| if set { flag } else { 0 };
        bytes.extend(attempt.to_le_bytes());
        bytes.extend(reply.at_ms.to_le_bytes());
        bytes.extend(reply.seq.to_le_bytes());
        bytes.extend(reply.day.to_le_bytes());
        bytes.push(reply.grade as u8);
        bytes.push(flag(reply.right, RIGHT) | flag(reply.first, FIRST) | flag(reply.essay, ESSAY));
    }
    bytes
}

/// The replies of bytes; none when they are not ours.
pub(super) fn unpack(bytes: &[u8]) -> Option<Vec<(i64, Reply)>> {
    let (all, rest) = bytes.as_chunks::<LENGTH>();
    if !rest.is_empty() {
        return None;
    }
    all.iter()
        .map(|one| {
            let flags = one[25];
            let reply = Reply {
                at_ms: i64::from_le_bytes(one[8..16].try_into().ok()?),
                seq: u32::from_le_bytes(one[16..20].try_into().ok()?),
                day: i32::from_le_bytes(one[20..24].try_into().ok()?),
                grade: Grade::numbered(one[24])?,
                right: flags & RIGHT != 0,
                first: flags & FIRST != 0,
                essay: flags & ESSAY != 0,
            };
            Some((i64::from_le_bytes(one[..8].try_into().ok()?), reply))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};
    use crate::study::{Grade, Reply};

    #[test]
    fn replies_survive_their_bytes_and_other_bytes_are_refused() {
        let reply = Reply {
            at_ms: -5,
            seq: u32::MAX,
            day: i32::MIN,
            grade: Grade::Hard,
            right: true,
            first: false,
            essay: true,
        };
        let said = [
            (i64::MAX, reply),
            (
                1,
                Reply {
                    first: true,
                    ..reply
                },
            ),
        ];
        let mut bytes = pack(&said);
        assert_eq!(unpack(&bytes).unwrap(), said);
        bytes[24] = 9;
        assert_eq!(unpack(&bytes), None);
        assert_eq!(unpack(&bytes[1..]), None);
        assert_eq!(unpack(&[]), Some(Vec::new()));
    }
}
