//! Whether a folder lies on a file system that several machines share: there `SQLite`'s WAL mode fails or corrupts.

use std::path::Path;

/// Numbers of `statfs(2)` and the kernel's `linux/magic.h`.
#[cfg(target_os = "linux")]
const NETWORK: [u32; 15] = [
    0x6969,      // NFS
    0x517B,      // SMB
    0xFF53_4D42, // CIFS
    0xFE53_4D42, // SMB2
    0x0102_1997, // 9P
    0x6573_5546, // FUSE: sshfs and others
    0x5346_414F, // AFS
    0x6B41_4653, // AFS of the kernel
    0x7375_7245, // Coda
    0x00C3_6400, // Ceph
    0x0BD0_0BD0, // Lustre
    0x4750_4653, // GPFS
    0x0116_1970, // GFS2
    0x7461_636F, // OCFS2
    0x786F_4256, // shared folders of VirtualBox
];

/// Whether it does; false when that cannot be told.
#[cfg(target_os = "linux")]
pub(super) fn is_network(folder: &Path) -> bool {
    rustix::fs::statfs(folder).is_ok_and(|found| {
        let kind = i128::from(found.f_type) & 0xFFFF_FFFF;
        NETWORK.iter().any(|&network| i128::from(network) == kind)
    })
}

/// Whether it does; false when that cannot be told.
#[cfg(target_os = "macos")]
pub(super) fn is_network(folder: &Path) -> bool {
    /// `MNT_LOCAL` of `sys/mount.h`.
    const LOCAL: u32 = 0x1000;
    rustix::fs::statfs(folder).is_ok_and(|found| found.f_flags & LOCAL == 0)
}

/// Whether it does: that cannot be told here.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn is_network(_folder: &Path) -> bool {
    false
}
