//! Reading files that somebody may be saving at this moment.

use std::fs::Metadata;
use std::io;
use std::time::SystemTime;

use anyhow::{Result, bail};

/// What shows that a file has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    length: u64,
    saved: Option<SystemTime>,
}

impl State {
    /// The state of a file; when it was saved is not known on every disk.
    pub(super) fn of(about: &Metadata) -> Self {
        State {
            length: about.len(),
            saved: about.modified().ok(),
        }
    }
}

/// Reads a file, once more where it changed meanwhile: half of an old and half of a new file would
/// be something that nobody wrote.
pub(super) fn read(
    state: impl Fn() -> io::Result<State>,
    mut bytes: impl FnMut() -> io::Result<Vec<u8>>,
) -> Result<Vec<u8>> {
    for _ in 0..2 {
        let before = state()?;
        let read = bytes()?;
        if state()? == before {
            return Ok(read);
        }
    }
    bail!("it changed while it was read; run the audit again when nobody is saving it")
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::time::Duration;

    use super::*;

    /// Reads a file that is saved during each of the first so many readings.
    fn read_while(saved: u8) -> (Result<Vec<u8>>, u8) {
        let readings = Cell::new(0);
        let state = || {
            let times = u64::from(readings.get().min(saved));
            Ok(State {
                length: 1,
                saved: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(times)),
            })
        };
        let read = read(state, || {
            readings.set(readings.get() + 1);
            Ok(vec![readings.get()])
        });
        (read, readings.get())
    }

    #[test]
    fn a_file_that_changes_is_read_once_more_and_then_given_up() {
        let (read, readings) = read_while(0);
        assert_eq!((read.unwrap(), readings), (vec![1], 1));
        let (read, readings) = read_while(1);
        assert_eq!((read.unwrap(), readings), (vec![2], 2));
        let (read, readings) = read_while(9);
        assert!(read.unwrap_err().to_string().contains("nobody is saving"));
        assert_eq!(readings, 2);
    }

    #[test]
    fn a_change_of_length_is_a_change() {
        let length = Cell::new(0);
        let state = || {
            Ok(State {
                length: length.get(),
                saved: None,
            })
        };
        let grows = || {
            length.set(length.get() + 1);
            Ok(Vec::new())
        };
        assert!(read(state, grows).is_err());
        let gone = || Err(io::Error::from(io::ErrorKind::NotFound));
        assert!(read(state, gone).is_err());
    }
}
