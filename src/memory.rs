//! How much memory a run may take: by what the machine has, and as people write it. Imports nothing of
//! ours.

/// What nearly every machine has, where it does not say.
const UNKNOWN: u64 = 4_000_000_000;

/// What a system tells of memory, in the words of Linux; nothing where it tells nothing.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// `/proc/meminfo`.
    pub machine: Option<String>,
    /// `/proc/self/limits`.
    pub process: Option<String>,
    /// `memory.max` of the group that the process is in.
    pub group: Option<String>,
}

impl Told {
    /// How many bytes a run may take: half of what the machine has, and no more than three fifths of
    /// what this process may have.
    pub fn allowed(&self) -> u64 {
        let machine = self.machine.as_deref().and_then(total);
        let process = self.process.as_deref().and_then(address_space);
        let group = self
            .group
            .as_deref()
            .and_then(|text| text.trim().parse().ok());
        let own = [process, group].into_iter().flatten();
        let own = own.map(|bytes: u64| bytes / 5 * 3);
        let half = machine.map(|bytes| bytes / 2);
        half.into_iter().chain(own).min().unwrap_or(UNKNOWN)
    }
}

/// `MemTotal:       24000000 kB`.
fn total(text: &str) -> Option<u64> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kilobytes.checked_mul(1 << 10)
}

/// The smaller of what may be addressed and what may be data: the first of two numbers.
fn address_space(text: &str) -> Option<u64> {
    let named = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    let both = [named("Max address space"), named("Max data size")];
    both.into_iter().flatten().min()
}

/// A number of bytes as people write it: `2GB`, `1.5 GB`, `800 mb`.
///
/// # Errors
/// What it should look like.
pub fn read_size(text: &str) -> Result<u64, String> {
    const SMALLEST: u64 = 10_000_000;
    let expected = || "a size is a number with MB or GB, such as 800MB or 2.5GB".to_owned();
    let lower = text.trim().to_ascii_lowercase();
    let (number, unit) = if let Some(number) = lower.strip_suffix("gb") {
        (number, 1_000_000_000_u64)
    } else {
        let number = lower.strip_suffix("mb").ok_or_else(expected)?;
        (number, 1_000_000)
    };
    let (whole, part) = number
        .trim()
        .split_once('.')
        .unwrap_or((number.trim(), "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 3 {
        return Err(expected());
    }
    let thousandths: u64 = format!("{part:0<3}").parse().map_err(|_| expected())?;
    let whole: u64 = whole.parse().map_err(|_| expected())?;
    let bytes = whole
        .checked_mul(unit)
        .and_then(|bytes| bytes.checked_add(unit / 1_000 * thousandths))
        .ok_or_else(expected)?;
    if bytes < SMALLEST {
        return Err("nothing can be audited in less than 10MB".to_owned());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_may_take_half_of_a_machine_and_three_fifths_of_its_own() {
        let told = |machine: &str, process: &str, group: &str| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let (machine, process, group) = (some(machine), some(process), some(group));
            Told {
                machine,
                process,
                group,
            }
            .allowed()
        };
        let machine = "MemTotal:       8000000 kB\nMemFree: 1 kB\n";
        assert_eq!(told(machine, "", ""), 4_096_000_000);
        let process = "Limit  Soft Limit  Hard Limit  Units\nMax data size  unlimited  unlimited  bytes\n\
                       Max address space         3000000000           unlimited            bytes\n";
        assert_eq!(told(machine, process, "max\n"), 1_800_000_000);
        let data = "Max data size  500000000  unlimited  bytes\nMax address space  unlimited  unlimited  bytes\n";
        assert_eq!(told(machine, data, ""), 300_000_000);
        assert_eq!(told(machine, "", "1000000000\n"), 600_000_000);
        assert_eq!(told("", "", ""), 4_000_000_000);
        assert_eq!(told("nonsense", "nonsense", "nonsense"), 4_000_000_000);
    }

    #[test]
    fn sizes_as_people_write_them() {
        for (text, bytes) in [
            ("2GB", 2_000_000_000),
            ("1.5 GB", 1_500_000_000),
            (" 800mb", 800_000_000),
            ("0.025GB", 25_000_000),
        ] {
            assert_eq!(read_size(text), Ok(bytes), "{text}");
        }
        for text in [
            "",
            "2",
            "GB",
            "2 TB",
            "-1GB",
            "1.GB",
            "1e3GB",
            "99999999999999GB",
            "1.2345GB",
            "9MB",
        ] {
            assert!(read_size(text).is_err(), "{text}");
        }
    }
}
