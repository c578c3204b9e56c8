//! What belongs to a meeting and not to a person: its numbers and its place.

use super::Certainty::{High, Low, Medium};
use super::{Kind, each_finds, none_finds};

/// What people dial to join a meeting is nobody's; what stands below an invitation is somebody's.
#[test]
fn numbers_of_an_invitation() {
    each_finds(
        Kind::Phone,
        Low,
        &[
            "One tap mobile\n+«442079460123»,,81234567890#,,,,*123456# United Kingdom",
            "Dial by your location\n+«44 20 7946 0124» United Kingdom",
            "Join by phone\n+1 646 555 0100 US\n- +«44 20 7946 0124» UK Toll",
            "ring in: «020 7946 0124»#",
            "Or dial: (GB) +«44 20 7946 0124» PIN: 123 456 789",
        ],
    );
    each_finds(
        Kind::Phone,
        Medium,
        &[
            "Meeting ID: 812 3456 7890\nPat Example\n«020 7946 0124»",
            "Dial by your location\nPat: «020 7946 0124»",
        ],
    );
    each_finds(
        Kind::Phone,
        High,
        &["Dial by your location\n«07700 900461»"],
    );
}

#[test]
fn postcodes_of_venues() {
    none_finds(&[
        "Venue: Elm Hall, ZZ99 1AA",
        "**Venue:** Elm House, WA1 1AA",
        "Venue:\nElm Hall\nElm Street\nWA1 1AA",
        "Venue address: Elm Hall, WA1 1AA",
        "We met at Elm Hall, WA1 1AA.",
        "The workshop was held at the Elm Centre, WA1 1AA, from 10am",
        "Location - Elm Hall WA1 1AA",
    ]);
    each_finds(
        Kind::Postcode,
        Medium,
        &[
            "Venue: Elm Hall. Pat: «WA1 1AA»",
            "Venue: Elm Hall\nFrom: «WA1 1AA»",
            "We met at ten. Pat came from «WA1 1AA»",
            "somewhere in «WA1 1AA»",
            "Pat works from home.\n\n«WA1 1AA» is closed",
            "at «WA1 1AA», next to the pool.\n\nPat lives far away",
            "Venue: Elm Hall\n- «WA1 1AA»",
        ],
    );
    each_finds(
        Kind::Postcode,
        High,
        &[
            "Venue: at home, «WA1 1AA»",
            "We met at her home, «WA1 1AA»",
            "Pat's address: «WA1 1AA»",
        ],
    );
}
