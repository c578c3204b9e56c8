//! The zones that names stand for: in the lists of IANA and of Windows, and as people in the
//! United Kingdom call their own.

use std::str::FromStr as _;

use calcard::common::timezone::Tz as Named;
use chrono_tz::Tz;

pub(crate) const LONDON: Tz = Tz::Europe__London;

/// The zone that a name stands for.
pub(crate) fn known(name: &str) -> Option<Tz> {
    let lower = name.to_ascii_lowercase();
    // Older Windows names list cities: `(GMT) Greenwich Mean Time: Dublin, Edinburgh, London`.
    if lower.contains("london") || lower.contains("edinburgh") {
        return Some(LONDON);
    }
    // How Outlook for Windows writes universal time.
    if lower == "tzone://microsoft/utc" {
        return Some(Tz::UTC);
    }
    match Named::from_str(name) {
        Ok(Named::Tz(zone)) => Some(zone),
        Ok(Named::Fixed(_) | Named::Floating) | Err(()) => None,
    }
}

/// The zone that a number of Outlook's stands for.
pub(crate) fn of_outlook(number: &str) -> Option<Tz> {
    match Named::from_ms_cdo_zone_id(number)? {
        Named::Tz(zone) => Some(zone),
        Named::Fixed(_) | Named::Floating => None,
    }
}

/// Whether a zone's clock is the one in the United Kingdom.
pub(crate) fn is_of_the_uk(zone: Tz) -> bool {
    matches!(
        zone,
        LONDON
            | Tz::GB
            | Tz::GBEire
            | Tz::Europe__Belfast
            | Tz::Europe__Jersey
            | Tz::Europe__Guernsey
            | Tz::Europe__Isle_of_Man
    )
}

/// Whether a name is one that people have for the civil time of the United Kingdom.
pub(crate) fn is_called_uk_time(name: &str) -> bool {
    [
        "GMT",
        "BST",
        "GMT/BST",
        "GMT Daylight Time",
        "British Summer Time",
        "British Time",
        "UK",
        "UK Time",
    ]
    .iter()
    .any(|known| name.eq_ignore_ascii_case(known))
}

/// A name without the number that Outlook puts behind it where several zones share it.
pub(crate) fn bare(name: &str) -> &str {
    let name = name.trim();
    match name.rsplit_once(' ') {
        Some((before, number))
            if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            before.trim_end()
        }
        _ => name,
    }
}
