//! A file as it comes in: bytes, and the name to call it by.

/// The bytes of one file with the name that faults call it by. Reading the file is the caller's task.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What to call the file in faults; usually its name.
    pub label: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

impl<'a> Source<'a> {
    /// A file called `label` that holds `bytes`.
    pub const fn new(label: &'a str, bytes: &'a [u8]) -> Self {
        Self { label, bytes }
    }
}
