//! Bytes in, charters and records out. One file per format; nothing here touches the disk.

mod encoding;
mod yaml;
