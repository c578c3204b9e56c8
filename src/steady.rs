//! Reading files that somebody may be saving at this moment. Imports nothing of ours.

use std::io::{self, Seek};

/// Reads a file of which somebody knows the state that it is in, once more where it changed meanwhile:
/// half of an old and half of a new file would be something that nobody wrote. Nothing comes back
/// where it changed both times.
///
/// # Errors
/// Those of the file and of the two functions.
pub fn read<F: Seek, S: PartialEq>(
    file: &mut F,
    mut before: S,
    state: impl Fn(&F) -> io::Result<S>,
    bytes: impl Fn(&mut F, &S) -> io::Result<Vec<u8>>,
) -> io::Result<Option<Vec<u8>>> {
    let read = bytes(file, &before)?;
    let after = state(file)?;
    if after == before {
        return Ok(Some(read));
    }
    before = after;
    file.rewind()?;
    let again = bytes(file, &before)?;
    Ok((state(file)? == before).then_some(again))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::io::{Cursor, Read as _};

    use super::*;

    #[test]
    fn a_file_that_changes_is_read_once_more_and_then_given_up() {
        // Saved during each of the first so many readings.
        for (saved, expected, times) in [
            (0, Some(b"all".to_vec()), 1),
            (1, Some(b"all".to_vec()), 2),
            (9, None, 2),
        ] {
            let readings = Cell::new(0);
            let read = read(
                &mut Cursor::new(b"all"),
                0,
                |_| Ok(readings.get().min(saved)),
                |file, _| {
                    readings.set(readings.get() + 1);
                    let mut bytes = Vec::new();
                    file.read_to_end(&mut bytes)?;
                    Ok(bytes)
                },
            );
            assert_eq!((read.unwrap(), readings.get()), (expected, times));
        }
    }

    #[test]
    fn a_file_that_is_gone_is_an_error() {
        let gone = |_: &Cursor<&[u8]>| Err(io::Error::from(io::ErrorKind::NotFound));
        let mut file = Cursor::new(&b""[..]);
        assert!(read(&mut file, 1, gone, |_, _| Ok(Vec::new())).is_err());
        assert!(read(&mut file, 1, |_| Ok(1), |_, _| Err(io::Error::other(""))).is_err());
    }
}
