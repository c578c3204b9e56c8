//! What stops the program. While files are written it waits until what was begun is taken away.

#[cfg(unix)]
pub(super) use unix::{came, guarded, listen};

#[cfg(not(unix))]
pub(super) use elsewhere::{came, guarded, listen};

#[cfg(unix)]
mod unix {
    use std::ffi::c_int;
    use std::fs;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::{flag, low_level};

    /// Whether nothing is being written, so that a signal may end the program at once.
    static IDLE: AtomicBool = AtomicBool::new(true);

    /// The signal that came while something was written; 0 for none.
    static CAME: AtomicUsize = AtomicUsize::new(0);

    /// Whether a file grew beyond what may be written: with this heard, it is an error of its writer.
    static TOO_LARGE: AtomicBool = AtomicBool::new(false);

    /// Settles what signals do. Those that whoever started the program wants it to ignore stay
    /// ignored. A machine that refuses to tell of them stops the program as it did before.
    pub(in crate::world) fn listen() {
        let ignored = ignored();
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            let bit = u32::try_from(signal - 1).unwrap_or(u32::MAX);
            if ignored.checked_shr(bit).unwrap_or(0) & 1 == 1 {
                continue;
            }
            let number = usize::try_from(signal).unwrap_or_default();
            let _ = flag::register_conditional_default(signal, &IDLE);
            let _ = flag::register_usize(signal, &CAME, number);
        }
        let _ = flag::register(SIGXFSZ, &TOO_LARGE);
    }

    /// The signals that are ignored, a bit for each, where the system tells.
    fn ignored() -> u64 {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
            .unwrap_or(0)
    }

    /// Whether a signal wants the program to end.
    pub(in crate::world) fn came() -> bool {
        CAME.load(Ordering::SeqCst) != 0
    }

    /// Does work that no signal ends halfway: it asks [`came`] in between, and takes away what it
    /// began. Then the signal does what it would have done.
    pub(in crate::world) fn guarded<T>(work: impl FnOnce() -> T) -> T {
        IDLE.store(false, Ordering::SeqCst);
        let done = work();
        IDLE.store(true, Ordering::SeqCst);
        let signal = CAME.load(Ordering::SeqCst);
        if let (true, Ok(signal)) = (signal != 0, c_int::try_from(signal)) {
            let _ = low_level::emulate_default_handler(signal);
        }
        done
    }
}

/// Where there are no such signals, what is stopped halfway leaves files whose names begin with
/// `.charter-audit-`.
#[cfg(not(unix))]
mod elsewhere {
    pub(in crate::world) fn listen() {}

    pub(in crate::world) fn came() -> bool {
        false
    }

    pub(in crate::world) fn guarded<T>(work: impl FnOnce() -> T) -> T {
        work()
    }
}
