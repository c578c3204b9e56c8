//! Reading files that somebody may be saving at this moment. Imports nothing of ours.

use std::io;

/// Reads a file, once more where what shows that it has changed became another meanwhile: half of an
/// old and half of a new file would be something that nobody wrote. Nothing comes back where it
/// changed both times.
///
/// # Errors
/// Those of the two functions.
pub fn read<S: PartialEq>(
    state: impl Fn() -> io::Result<S>,
    mut bytes: impl FnMut() -> io::Result<Vec<u8>>,
) -> io::Result<Option<Vec<u8>>> {
    for _ in 0..2 {
        let before = state()?;
        let read = bytes()?;
        if state()? == before {
            return Ok(Some(read));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_file_that_changes_is_read_once_more_and_then_given_up() {
        // Saved during each of the first so many readings.
        for (saved, expected, times) in [(0, Some(vec![1]), 1), (1, Some(vec![2]), 2), (9, None, 2)]
        {
            let readings = Cell::new(0);
            let read = read(
                || Ok(readings.get().min(saved)),
                || {
                    readings.set(readings.get() + 1);
                    Ok(vec![readings.get()])
                },
            );
            assert_eq!((read.unwrap(), readings.get()), (expected, times));
        }
    }

    #[test]
    fn a_file_that_is_gone_is_an_error() {
        let gone = || Err(io::Error::from(io::ErrorKind::NotFound));
        assert!(read(|| Ok(1), gone).is_err());
    }
}
