//! E-mail addresses, also with the sign in words: `name (at) example.org`.

mod announced;
mod nobodys;
mod roles;

use super::normalised::{NormalisedText, is_one_of, of_word};
use super::signs::Signs;
use super::{Found, Kind};
use announced::is_announced;
use nobodys::{is_of_a_message, is_pattern};
use roles::certainty;

/// How domains end that are spelled in words only.
const TOPS: &[&str] = &[
    "com", "org", "net", "uk", "eu", "info", "test", "example", "invalid", "me", "scot", "wales",
];

/// What a sign between a name and its domain may begin with.
const MAY_BEGIN: Signs = Signs::of(b"a@([{<=_-*'\"/~");

/// Every address in a text, those of role mailboxes and of an allow-list left out. The list holds
/// whole addresses and `@` with a domain, in small letters.
pub(super) fn find(text: &NormalisedText<'_>, allowed: &[String], found: &mut Vec<Found>) {
    let mut done = 0;
    for at in MAY_BEGIN.places(text.bytes()) {
        let next = text.at(at + 1);
        let is_bare = text.at(at) == b'a' && next == b't' && !is_in_letters(text, at);
        let begins = match text.at(at) {
            b'a' => {
                next == b't' && (!is_bare || text.before(at) == b' ' && text.at(at + 2) == b' ')
            }
            b'_' | b'-' | b'*' | b'\'' | b'"' | b'/' | b'~' => next == b'a',
            _ => true,
        };
        if !begins || at < done {
            continue;
        }
        let address = if is_bare {
            at_provider(text, at)
        } else {
            address(text, at)
        };
        if let Some((range, local, domain)) = address {
            done = range.end;
            let is_nobodys = is_of_a_message(text, range.start) || is_pattern(&local);
            let certainty = certainty(&local, &domain).filter(|_| !is_nobodys);
            if let Some(certainty) = certainty.filter(|_| !is_listed(&local, &domain, allowed)) {
                found.push(Found {
                    range: text.range(range),
                    kind: Kind::Email,
                    certainty,
                    test_value: is_for_tests(&domain),
                });
            }
        }
    }
}

/// Providers of mailboxes that people name without the rest of the domain.
const PROVIDERS: &str = "aol btinternet gmail googlemail hotmail icloud outlook protonmail yahoo";

/// The address at such a provider whose ` at ` begins at a place, if its first half is no word: `xxxx.99
/// at gmail`.
fn at_provider(
    text: &NormalisedText<'_>,
    at: usize,
) -> Option<(std::ops::Range<usize>, String, String)> {
    let rest = text.slice(at + 3..at + 16);
    let provider = rest.split(|byte| !of_word(*byte)).next()?;
    if !b"abghiopy".contains(provider.first()?) || !is_one_of(PROVIDERS, provider) {
        return None;
    }
    let before = text.slice(at.saturating_sub(65)..at - 1);
    let of_local = |byte: &&u8| of_word(**byte) || b".-_+".contains(byte);
    let length = before.iter().rev().take_while(of_local).count();
    let start = at - 1 - length;
    let local = text.slice(start..at - 1);
    let is_no_word = local.iter().any(|byte| !byte.is_ascii_alphabetic());
    let is_one = length > 2 && of_word(text.at(start)) && of_word(text.before(at - 1));
    (is_one && is_no_word).then(|| {
        let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let domain = format!("{}.com", words(provider));
        (start..at + 3 + provider.len(), words(local), domain)
    })
}

/// Whether a text is, as a whole, an address that may be in records: of a role, or of the list.
pub(super) fn is_allowed(text: &NormalisedText<'_>, allowed: &[String]) -> bool {
    let sign = text.bytes().iter().position(|byte| *byte == b'@');
    let found = sign.and_then(|at| address(text, at));
    found.is_some_and(|(range, local, domain)| {
        range == (0..text.bytes().len())
            && (certainty(&local, &domain).is_none() || is_listed(&local, &domain, allowed))
    })
}

fn is_listed(local: &str, domain: &str, allowed: &[String]) -> bool {
    let whole = format!("{local}@{domain}");
    allowed.iter().any(|allowed| {
        *allowed == whole || allowed.strip_prefix('@').is_some_and(|of| of == domain)
    })
}

/// The address whose sign begins at a place: where it is, its local part and its domain.
fn address(
    text: &NormalisedText<'_>,
    at: usize,
) -> Option<(std::ops::Range<usize>, String, String)> {
    let (sign_end, how) = sign(text, at)?;
    let in_words = matches!(how, Sign::InWords | Sign::Bare | Sign::Set);
    let before = text.slice(at.saturating_sub(70)..at);
    let blanks = before
        .iter()
        .rev()
        .take_while(|byte| **byte == b' ')
        .count();
    let of_local = |byte: u8| of_word(byte) || b".-_+%'".contains(&byte);
    let local_end = at - if blanks <= 3 || in_words { blanks } else { 0 };
    let before = text.slice(local_end.saturating_sub(64)..local_end);
    let length = before
        .iter()
        .rev()
        .take_while(|byte| of_local(**byte))
        .count();
    let mut start = local_end - length;
    while let Some(earlier) = before_dot(text, start) {
        start = earlier;
    }
    let (end, domain) = domain(text, sign_end, how)?;
    let is_plain = text.slice(sign_end..end).contains(&b'.');
    if how == Sign::Bare && !is_plain {
        while let Some(earlier) = before_bare_dot(text, start) {
            start = earlier;
        }
    }
    while start < local_end && !of_word(text.at(start)) {
        start += 1;
    }
    let local = text.slice(start..local_end);
    let is_seen = is_one_of(SEEN, local);
    if how == Sign::Bare && (is_seen || is_plain && !is_announced(text, start, local)) {
        return None;
    }
    (!local.is_empty()).then(|| {
        (
            start..end,
            String::from_utf8_lossy(local).into_owned(),
            domain,
        )
    })
}

/// What is done at an address of the web: `looked at example dot org`.
const SEEN: &str = "\
available find found hosted is it live look looked looking online page published site us was website";

/// Where the word begins that stands before a dot in words, where that ends at a place: `xxxx [dot] `.
fn before_dot(text: &NormalisedText<'_>, place: usize) -> Option<usize> {
    let from = place.saturating_sub(8);
    let mut starts = from..place;
    let dot = starts.find(|at| {
        let end = bracketed(text, *at, b"dot");
        end.is_some_and(|end| text.slice(end..place).iter().all(|byte| *byte == b' '))
    })?;
    let before = text.slice(dot.saturating_sub(64)..dot);
    let word = before.trim_ascii_end();
    let length = word.iter().rev().take_while(|byte| of_word(**byte)).count();
    (length > 0).then(|| dot - (before.len() - word.len()) - length)
}

/// Where the word begins that stands before a bare ` dot ` or another sign in words, where that ends
/// at a place.
fn before_bare_dot(text: &NormalisedText<'_>, place: usize) -> Option<usize> {
    const SIGNS: [&[u8]; 4] = [b" dot ", b" underscore ", b" dash ", b" hyphen "];
    let before = |sign: &&[u8]| place.checked_sub(sign.len());
    let is_sign =
        |sign: &&&[u8]| before(sign).is_some_and(|start| text.slice(start..place) == **sign);
    let start = SIGNS.iter().find(is_sign).and_then(before)?;
    let word = text.slice(start.saturating_sub(64)..start);
    let length = word.iter().rev().take_while(|byte| of_word(**byte)).count();
    (length > 0).then(|| start - length)
}

/// How the sign between a name and its domain is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plain,
    /// `(at)`.
    InWords,
    /// ` at `, as anywhere.
    Bare,
    /// Between two other signs, with blanks around them or not: `*at*`, ` -at- `.
    Set,
    /// Joined to both, as in `name_at_example.org` and `nameATexample.org`, or as mail programs write
    /// it: `=40`.
    Joined,
}

/// The end of an at sign that begins here, and how it is written.
fn sign(text: &NormalisedText<'_>, at: usize) -> Option<(usize, Sign)> {
    match text.at(at) {
        b'@' => Some((at + 1, Sign::Plain)),
        b'(' | b'[' | b'{' | b'<' => bracketed(text, at, b"at")
            .or_else(|| bracketed(text, at, b"@"))
            .map(|end| (end, Sign::InWords)),
        b'a' if text.before(at) == b' ' => Some((at + 2, Sign::Bare)),
        b'a' => Some((at + 2, Sign::Joined)),
        b'=' if text.slice(at..at + 3) == b"=40" => Some((at + 3, Sign::Joined)),
        sign @ (b'_' | b'-' | b'*' | b'\'' | b'"' | b'/' | b'~')
            if text.slice(at + 1..at + 3) == b"at" && text.at(at + 3) == sign =>
        {
            let is_joined = of_word(text.before(at)) && b"_-".contains(&sign);
            Some((at + 4, if is_joined { Sign::Joined } else { Sign::Set }))
        }
        _ => None,
    }
}

/// Whether the `at` at a place may be a sign: a word by itself before what may be a domain, or in
/// capital letters between small ones, as in `nameATexample.org`.
fn is_in_letters(text: &NormalisedText<'_>, at: usize) -> bool {
    if text.before(at) == b' ' && text.at(at + 2) == b' ' {
        let end = at
            + 3
            + text
                .slice(at + 3..at + 66)
                .iter()
                .take_while(|byte| of_word(**byte) || **byte == b'-')
                .count();
        return text.at(end) == b'.' && of_word(text.at(end + 1))
            || text.slice(end..end + 3) == b" . "
            || dot(text, end, true).is_some();
    }
    let is_small = |at: usize| text.at(at).is_ascii_alphanumeric() && !text.capital(at);
    of_word(text.before(at))
        && of_word(text.at(at + 2))
        && text.capital(at)
        && text.capital(at + 1)
        && is_small(at - 1)
        && is_small(at + 2)
}

/// The end of a word in brackets: `(at)`, `[ dot ]`.
fn bracketed(text: &NormalisedText<'_>, at: usize, word: &[u8]) -> Option<usize> {
    let blank = |at: usize| usize::from(text.at(at) == b' ');
    let start = at + 1 + blank(at + 1);
    let end = start + word.len();
    let close = end + blank(end);
    (b"([{<".contains(&text.at(at))
        && text.slice(start..end) == word
        && b")]}>".contains(&text.at(close)))
    .then_some(close + 1)
}

/// The domain from a place on, and its end. In plain spelling blanks may follow the sign, and a
/// number of the network in brackets; where the sign is a bare word, the dots must be words as well.
fn domain(text: &NormalisedText<'_>, from: usize, how: Sign) -> Option<(usize, String)> {
    let in_words = matches!(how, Sign::InWords | Sign::Bare);
    let blanks = text.slice(from..from + 3);
    let blanks = blanks.iter().take_while(|byte| **byte == b' ').count();
    let mut at = from + if how == Sign::Joined { 0 } else { blanks };
    if let Some(end) = network_number(text, at).filter(|_| how == Sign::Plain) {
        return Some((
            end,
            String::from_utf8_lossy(text.slice(at..end)).into_owned(),
        ));
    }
    // `tag @name.place` is how people are named elsewhere, and `coffee @ the.place` says where.
    let is_handle = how == Sign::Plain
        && text.before(from - 1) == b' '
        && (blanks == 0 || ends_in_a_word(text, from - 1));
    let mut needs_known_top = is_handle || matches!(how, Sign::Bare | Sign::Joined | Sign::Set);
    let mut domain = String::new();
    let mut end = None;
    for part in 0..8 {
        let length = label(text, at)?;
        let letters = text.slice(at..at + length);
        domain.push_str(&String::from_utf8_lossy(letters));
        at += length;
        let last = letters.len() >= 2 && letters.iter().all(|byte| !byte.is_ascii_digit());
        if part > 0 && last {
            end = Some((at, domain.len()));
        }
        let parted = parted_dot(text, at, how).filter(|_| end.is_none());
        let next = match how {
            Sign::Joined if matches!(text.slice(at..at + 5), b"_dot_" | b"-dot-") => Some(at + 5),
            Sign::Plain | Sign::InWords | Sign::Bare | Sign::Set | Sign::Joined => {
                parted.or_else(|| dot(text, at, in_words))
            }
        };
        needs_known_top |= parted.is_some();
        let Some(next) = next else {
            break;
        };
        domain.push('.');
        at = next;
        if label(text, at).is_none() {
            break;
        }
    }
    let (end, length) = end?;
    domain.truncate(length);
    // `look at the dot on the map` has every word that an address in words has.
    let top = domain.rsplit('.').next().unwrap_or_default();
    let address = !needs_known_top || TOPS.contains(&top);
    address.then_some((end, domain))
}

/// Whether letters and nothing else stand before the blanks before a place.
fn ends_in_a_word(text: &NormalisedText<'_>, place: usize) -> bool {
    let before = text.slice(place.saturating_sub(64)..place).trim_ascii_end();
    let word = before.rsplit(|byte| *byte == b' ').next().unwrap_or(&[]);
    word.iter().all(u8::is_ascii_alphabetic)
}

/// The end of a dot with blanks beside it, or of a comma typed for one. Behind a whole domain, either
/// ends a sentence.
fn parted_dot(text: &NormalisedText<'_>, at: usize, how: Sign) -> Option<usize> {
    let signs: &[&[u8]] = match how {
        Sign::Plain => &[b" . ", b" .", b". ", b","],
        Sign::Bare => &[b" . "],
        Sign::InWords | Sign::Set | Sign::Joined => return None,
    };
    let is_sign = |sign: &&&[u8]| text.slice(at..at + sign.len()) == **sign;
    let next = at + signs.iter().find(is_sign)?.len();
    of_word(text.at(next)).then_some(next)
}

/// The end of a number of the network in brackets: `[192.0.2.1]`, `[IPv6:2001:db8::1]`.
fn network_number(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let inside = text.slice(at..at + 60).strip_prefix(b"[")?;
    let length = inside.iter().position(|byte| *byte == b']')?;
    let number = inside.get(..length)?;
    let number = number.strip_prefix(b"ipv6:").unwrap_or(number);
    let of_number = |byte: &u8| byte.is_ascii_hexdigit() || b".:".contains(byte);
    let signs = number.iter().filter(|byte| b".:".contains(byte)).count();
    (number.iter().all(of_number) && signs > 1).then_some(at + length + 2)
}

fn label(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let label = text.slice(at..at + 63);
    let of_label = |byte: &&u8| of_word(**byte) || **byte == b'-';
    let length = label.iter().take_while(of_label).count();
    (of_word(text.at(at)) && length > 0).then_some(length)
}

/// The end of a dot, as a sign or as a word.
fn dot(text: &NormalisedText<'_>, at: usize, in_words: bool) -> Option<usize> {
    if text.at(at) == b'.' {
        return Some(at + 1);
    }
    let skip = at + usize::from(text.at(at) == b' ');
    let after = |end: usize| end + usize::from(text.at(end) == b' ');
    if let Some(end) = bracketed(text, skip, b"dot") {
        return Some(after(end));
    }
    (in_words && skip > at && text.slice(skip..skip + 4) == b"dot ").then_some(skip + 4)
}

/// Whether a domain is reserved for tests and examples (RFC 2606, RFC 6761), or a number of the
/// network is (RFC 5737, RFC 3849).
fn is_for_tests(domain: &str) -> bool {
    let mut labels = domain.rsplit('.');
    let (top, second) = (labels.next(), labels.next());
    if domain.starts_with("[192.0.2.") || domain.starts_with("[ipv6:2001:db8:") {
        return true;
    }
    match top {
        Some("test" | "example" | "invalid" | "localhost") => true,
        Some("org" | "com" | "net") => second == Some("example"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_domains() {
        assert!(is_for_tests("example.org") && is_for_tests("mail.example.com"));
        assert!(is_for_tests("x.test") && is_for_tests("a.b.invalid"));
        assert!(!is_for_tests("example.gov.uk") && !is_for_tests("myexample.org"));
    }
}
