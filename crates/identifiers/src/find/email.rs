//! E-mail addresses, also with the sign in words: `name (at) example.org`.

use std::sync::LazyLock;

use super::normalised::{NormalisedText, is_one_of, of_word, words};
use super::{Certainty, Found, Kind};

/// Domains at which people have private mailboxes: the first part of the domain.
const PERSONAL: &str = "\
gmail googlemail hotmail outlook live msn yahoo ymail icloud me mac aol btinternet btopenworld \
sky virginmedia virgin ntlworld blueyonder talktalk tiscali plusnet proton protonmail pm gmx \
mail tutanota fastmail zoho";

/// What comes after that in such domains.
const PUBLIC: &[&str] = &[
    "com", "co.uk", "net", "org", "me", "ch", "uk", "ie", "fr", "de", "es", "it", "pl", "in",
    "co.in", "com.au",
];

/// How domains end that are spelled in words only.
const TOPS: &[&str] = &[
    "com", "org", "net", "uk", "eu", "info", "test", "example", "invalid", "me", "scot", "wales",
];

/// What the local part of a role mailbox is made of.
const ROLE_WORDS: &str = "\
access accessibility admin administration admissions advice advisory all and area assessment \
board booking bookings breaks business camhs care carer carers case centre chair child children \
childrens city clerk co commissioning communication communications community complaints comms \
consultation consultations contact contactus coordinator coproduction council county customer \
data desk director disability disabled dpo early education ehc ehcp engagement enquiries \
enquiry events families family feedback finance foi for forum general governance head health \
healthwatch hello help helpdesk helpline hub icb inclusion info information integrated \
involvement lead learning local localoffer mail mailbox manager media meetings membership needs \
network newsletter no noreply offer office officer parent parents participation partnership pcf \
people planning policy post postmaster press principal privacy programme project quality \
reception register reply rep reps respite safeguarding schools school secretary sen send sendco \
sendiass sendias senco service services short shortbreaks social special staff strategy \
strategic steering support survey surveys team the training transition transitions transport \
travel treasurer trust us voice volunteer volunteers web webmaster welcome work young youth";

/// The role words one by one.
static ROLES: LazyLock<Vec<&str>> = LazyLock::new(|| ROLE_WORDS.split(' ').collect());

/// Every address in a text, those of role mailboxes and of an allow-list left out. The list holds
/// whole addresses and `@` with a domain, in small letters.
pub(super) fn find(text: &NormalisedText<'_>, allowed: &[String], found: &mut Vec<Found>) {
    let mut done = 0;
    for (at, byte) in text.bytes().iter().enumerate() {
        let begins = match byte {
            b'@' | b'(' | b'[' | b'{' | b'<' | b'=' => true,
            b'_' | b'-' | b'*' | b'\'' | b'"' | b'/' | b'~' => text.at(at + 1) == b'a',
            b'a' => text.at(at + 1) == b't',
            _ => false,
        };
        if !begins || at < done {
            continue;
        }
        if let Some((range, local, domain)) = address(text, at) {
            done = range.end;
            let certainty = certainty(&local, &domain);
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
    if how == Sign::Bare && is_plain && !is_announced(text, start, local) {
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

/// Where the word begins that stands before a bare ` dot `, where that ends at a place.
fn before_bare_dot(text: &NormalisedText<'_>, place: usize) -> Option<usize> {
    let dot = place.checked_sub(5)?;
    let word = text.slice(dot.saturating_sub(64)..dot);
    let length = word.iter().rev().take_while(|byte| of_word(**byte)).count();
    (text.slice(dot..place) == b" dot " && length > 0).then(|| dot - length)
}

/// Words that announce an address.
const ANNOUNCING: &str = "\
address contact email emails mail mailto reply write";

/// Words between those and the address.
const BETWEEN: &str = "\
address at back is mine new on to via was";

/// Who is no part of an address: `write to us at example.org`.
const NO_NAMES: &str = "\
address all anybody anyone anything both everybody everyone form her here him it me online \
page somebody someone them there these this those website you";

/// Endings of files, which have a dot in their names as well.
const FILES: &str = "\
csv doc docx htm html jpg md ods odt pdf png pptx txt xls xlsx";

/// Whether a word before a bare ` at ` and a domain is the first half of an address, and no ordinary
/// word, as in `published at example.org`: it has a dot or an underscore in it, or is announced.
fn is_announced(text: &NormalisedText<'_>, start: usize, local: &[u8]) -> bool {
    let parts: Vec<&[u8]> = local.split(|byte| b"._".contains(byte)).collect();
    let is_word = |part: &&[u8]| part.first().is_some_and(u8::is_ascii_alphabetic);
    let of_file = parts.last().is_some_and(|last| is_one_of(FILES, last));
    if parts.len() > 1 && parts.iter().all(|part| is_word(&part)) {
        return !of_file;
    }
    let before = text.slice(start.saturating_sub(32)..start);
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or(&[]);
    // A sentence before it announces nothing.
    let line = line
        .windows(2)
        .rposition(|two| two == b". ")
        .and_then(|at| line.get(at..))
        .unwrap_or(line);
    let mut back = words(line).rev();
    let announcing = |word: &&[u8]| is_one_of(ANNOUNCING, word);
    let nearest = back.find(|word| announcing(word) || !is_one_of(BETWEEN, word));
    !is_one_of(NO_NAMES, local) && nearest.is_some_and(|word| is_one_of(ANNOUNCING, word))
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
        b'a' if text.slice(at..at + 3) == b"at " && text.before(at) == b' ' => {
            Some((at + 2, Sign::Bare))
        }
        b'a' if is_capital_word(text, at) => Some((at + 2, Sign::Joined)),
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

/// Whether an `AT` in capital letters stands between small ones: `nameATexample.org`.
fn is_capital_word(text: &NormalisedText<'_>, at: usize) -> bool {
    let is_small = |at: usize| text.at(at).is_ascii_alphanumeric() && !text.capital(at);
    at > 0
        && text.at(at + 1) == b't'
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
    let mut needs_known_top = matches!(how, Sign::Bare | Sign::Joined | Sign::Set);
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
        // A full stop behind a whole domain ends a sentence.
        let parted =
            how == Sign::Plain && blanks > 0 && end.is_none() && text.slice(at..at + 3) == b" . ";
        let next = match how {
            Sign::Joined if matches!(text.slice(at..at + 5), b"_dot_" | b"-dot-") => Some(at + 5),
            Sign::Plain if parted => Some(at + 3),
            Sign::Plain | Sign::InWords | Sign::Bare | Sign::Set | Sign::Joined => {
                dot(text, at, in_words)
            }
        };
        needs_known_top |= parted;
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

fn certainty(local: &str, domain: &str) -> Option<Certainty> {
    let (first, rest) = domain.split_once('.').unwrap_or((domain, ""));
    let private = PERSONAL.split(' ').any(|name| name == first) && PUBLIC.contains(&rest);
    match (is_role(local), private) {
        // A forum without a domain of its own has one of these: worth a remark, no more.
        (true, true) => Some(Certainty::Low),
        (true, false) => None,
        (false, true) if is_of_group(local) => Some(Certainty::Low),
        (false, true) => Some(Certainty::High),
        (false, false) => Some(Certainty::Medium),
    }
}

/// Whether the part before the sign names a post or a team: words for those and nothing else.
fn is_role(local: &str) -> bool {
    let local = local.split('+').next().unwrap_or(local);
    let mut parts = local
        .split(|character: char| !character.is_ascii_alphabetic())
        .filter(|part| !part.is_empty())
        .peekable();
    parts.peek().is_some() && parts.all(|part| made_of_roles(part, 4))
}

/// Whether the part before the sign ends in a word for a group: `elmforum`.
fn is_of_group(local: &str) -> bool {
    let word = local.trim_end_matches(|sign: char| !sign.is_ascii_alphabetic());
    let groups = [
        "forum", "pcf", "parents", "carers", "group", "council", "network", "charity", "trust",
        "voice",
    ];
    groups.iter().any(|group| word.ends_with(group))
}

/// Whether a word is made of up to so many role words: `sendteam`.
fn made_of_roles(word: &str, most: usize) -> bool {
    ROLES.iter().any(|role| {
        word.strip_prefix(role).is_some_and(|rest| {
            let joins = role.len() > 2 && rest.len() > 2;
            rest.is_empty() || joins && most > 1 && made_of_roles(rest, most - 1)
        })
    })
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
    fn roles_are_told_from_people() {
        for role in [
            "info",
            "send.team",
            "participation-officer",
            "sendiass",
            "sendteam",
            "parentforum",
            "participation.officer",
            "local_offer2",
            "info+news",
            "chair",
        ] {
            assert!(is_role(role), "{role}");
        }
        for person in [
            "name",
            "n.ame",
            "sam.support",
            "sendak",
            "officera",
            "1",
            "a",
        ] {
            assert!(!is_role(person), "{person}");
        }
    }

    #[test]
    fn reserved_domains() {
        assert!(is_for_tests("example.org") && is_for_tests("mail.example.com"));
        assert!(is_for_tests("x.test") && is_for_tests("a.b.invalid"));
        assert!(!is_for_tests("example.gov.uk") && !is_for_tests("myexample.org"));
    }
}
