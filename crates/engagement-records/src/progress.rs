//! How far a long run is, for those who wait for it. Nothing else may depend on it. Imports nothing
//! of ours.

/// Hears how far the work is, from several threads at once.
pub trait Progress: Sync {
    /// There are so many parts to do.
    fn begin(&self, parts: usize);

    /// So many more of them are done.
    fn advance(&self, parts: usize);
}

/// Nobody waits.
impl Progress for () {
    fn begin(&self, _: usize) {}

    fn advance(&self, _: usize) {}
}
