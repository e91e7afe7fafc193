//! Walking timelines of any size in windows of any size.
