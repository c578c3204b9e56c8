//! Whole files, as programs wrote them.
