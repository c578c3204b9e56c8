//! Words of people who meet on a screen.

use std::collections::BTreeSet;

/// Words that say that people meet on a screen.
pub(crate) const ONLINE: &[&str] = &[
    "online",
    "on-line",
    "virtual",
    "virtually",
    "remote",
    "remotely",
    "teams",
    "zoom",
    "webex",
    "skype",
    "meet.google.com",
    "gotomeeting",
    "webinar",
];

/// Words around those that name no place.
pub(crate) const AROUND: &[&str] = &[
    "a",
    "and",
    "any",
    "app",
    "at",
    "be",
    "by",
    "call",
    "chat",
    "cisco",
    "code",
    "conference",
    "confirmed",
    "details",
    "dial",
    "e-mail",
    "email",
    "emails",
    "event",
    "follow",
    "for",
    "google",
    "held",
    "here",
    "hybrid",
    "id",
    "ids",
    "in",
    "invitation",
    "invite",
    "is",
    "join",
    "joining",
    "landline",
    "link",
    "links",
    "meet",
    "meeting",
    "microsoft",
    "ms",
    "no",
    "number",
    "of",
    "on",
    "only",
    "our",
    "passcode",
    "password",
    "phone",
    "phones",
    "pin",
    "please",
    "see",
    "sent",
    "session",
    "tbc",
    "telephone",
    "the",
    "to",
    "using",
    "via",
    "video",
    "will",
    "with",
    "your",
];

/// Those of them that name no program.
const ANY: &[&str] = &[
    "online",
    "virtual",
    "virtually",
    "remote",
    "remotely",
    "webinar",
];

/// The programs by which people meet, of the words of a place that says nothing else: `microsoft teams
/// meeting`, `teams` and `online via teams` are one. None of them where it only says that it is online.
pub(super) fn programs(words: &str) -> Option<BTreeSet<&str>> {
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let said = words.split(' ');
    let said = said.filter(|word| !AROUND.contains(word) && !is_number(word));
    let said: BTreeSet<&str> = said.collect();
    let is_screen = !said.is_empty() && said.iter().all(|word| ONLINE.contains(word));
    is_screen.then(|| {
        said.into_iter()
            .filter(|word| !ANY.contains(word))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::programs;

    #[test]
    fn programs_behind_other_words() {
        for (words, expected) in [
            ("microsoft teams meeting", Some(&["teams"][..])),
            ("online via teams", Some(&["teams"])),
            ("zoom 845 2201 7763", Some(&["zoom"])),
            ("teams or zoom", None),
            ("online", Some(&[])),
            ("orchard hall", None),
            ("orchard hall and teams", None),
            ("meeting", None),
            ("", None),
        ] {
            let found = programs(words).map(|all| all.into_iter().collect::<Vec<_>>());
            assert_eq!(found.as_deref(), expected, "{words}");
        }
    }
}
