//! The loop that joins a session, a user interface and a store.
