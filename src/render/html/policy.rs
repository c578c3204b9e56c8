//! What the page may do in a browser: use its own style and script, known by their digests, and
//! nothing else.

use std::fmt::Write as _;

use identifiers::text::SafeText;
use sha2::{Digest as _, Sha256};

/// The policy for a page with one style and one script. Whatever gets into the page beside them,
/// no browser runs it or fetches anything for it.
pub(super) fn policy(style: &'static str, script: &'static str) -> SafeText {
    let mut policy = String::from("default-src 'none'; ");
    for (what, text) in [("style-src", style), ("script-src", script)] {
        let digest = base64(&Sha256::digest(text.as_bytes()));
        let _ = write!(policy, "{what} 'sha256-{digest}'; ");
    }
    policy.push_str("base-uri 'none'; form-action 'none'");
    SafeText::assume_safe(policy)
}

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes in the spelling that browsers ask for: six bits to a sign.
fn base64(bytes: &[u8]) -> String {
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .chain([&0, &0])
            .take(3)
            .fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        for at in 0..4 {
            let sign = SIGNS.get(bits >> (18 - 6 * at) & 63);
            // A sign of which no bit comes from the bytes is a filler.
            let sign = sign.filter(|_| at <= three.len());
            out.push(sign.map_or('=', |sign| char::from(*sign)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_spelled_as_the_standard_does() {
        for (bytes, spelled) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), spelled);
        }
    }
}
