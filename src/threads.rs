//! Work on every core, or on one thread where a machine gives no more. Imports nothing of ours.

use std::io;

use rayon::{ThreadBuilder, ThreadPoolBuilder};

/// As much as a main thread has: work is done on other threads, and nests as deep there.
const STACK: usize = 8 << 20;

/// Does work that is shared out over a thread for each core. `start` starts one; where it cannot,
/// whoever called does all of the work alone, and what comes out is the same.
pub fn on_every_core<T: Send>(
    start: impl FnMut(ThreadBuilder) -> io::Result<()>,
    work: impl FnOnce() -> T + Send,
) -> T {
    let several = ThreadPoolBuilder::new()
        .stack_size(STACK)
        .spawn_handler(start);
    if let Ok(pool) = several.build() {
        return pool.install(work);
    }
    // This thread is the pool as long as it lives, and no other is started.
    let alone = ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    let _alone = alone.build();
    work()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use rayon::prelude::*;

    use super::*;

    fn started(thread: ThreadBuilder) -> io::Result<()> {
        thread::Builder::new().spawn(|| thread.run()).map(|_| ())
    }

    fn sum() -> (u64, usize) {
        let sum = (1..=10_000_u64).into_par_iter().sum();
        (sum, rayon::current_num_threads())
    }

    #[test]
    fn where_no_thread_can_be_had_one_does_all_of_the_work() {
        let asked = AtomicUsize::new(0);
        let refused = |_: ThreadBuilder| {
            asked.fetch_add(1, Ordering::Relaxed);
            Err(io::Error::from(io::ErrorKind::WouldBlock))
        };
        let here = thread::current().id();
        let (result, at) = on_every_core(refused, || (sum(), thread::current().id()));
        assert_eq!((result, at), ((50_005_000, 1), here));
        assert_eq!(asked.into_inner(), 1);
    }

    #[test]
    fn where_only_some_can_be_had_one_does_all_of_the_work() {
        // The pool may want one thread only, so the first one is refused where it is alone.
        let several = rayon::current_num_threads() > 1;
        let mut asked = 0;
        let some = |thread: ThreadBuilder| {
            asked += 1;
            if asked == 1 && several {
                return started(thread);
            }
            Err(io::Error::from(io::ErrorKind::OutOfMemory))
        };
        assert_eq!(on_every_core(some, sum), (50_005_000, 1));
    }

    #[test]
    fn threads_that_can_be_had_are_used() {
        let here = thread::current().id();
        let (sum, at) = on_every_core(started, || (sum().0, thread::current().id()));
        assert_eq!(sum, 50_005_000);
        assert_ne!(at, here);
    }
}
