//! Calendars as programs write them.
