//! Reading whole packs: what is accepted, what every fault is called and where it is shown, and hostile files.

mod accepted;
mod cases;
mod faults;
mod hostile;
