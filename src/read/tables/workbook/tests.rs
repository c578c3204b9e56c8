//! Workbooks that other programs made, and some that nobody should.
