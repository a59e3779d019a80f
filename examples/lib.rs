//! Runnable examples of Collegium; one file each beside this one.
