//! Mailboxes of posts and teams, which may be in records, and those of people.

use std::sync::LazyLock;

use crate::find::Certainty;

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

/// What the local part of a role mailbox is made of.
const ROLE_WORDS: &str = "\
access accessibility accounts activities activity admin administration admissions adoption \
advice advisory agenda agendas all allergies ambassadors and annual answer answers appeals \
appointments archive area assessment audiology audit autism benefits bids board booking bookings \
breaks brokerage business camhs care carer carers case casework caseworker caseworkers catering \
centre chair champions child children childrens city clerk clinic clinics club clubs co \
commissioning comms communication communications community complaints compliance consultation \
consultations contact contactus coordinator coproduction council councillor councillors county \
customer data dco deaf democratic desk digital direct director disability disabled dmo donate \
donotreply door dpo dsco duty early editor editors education educational ehc ehcco ehcp \
emergency engagement enquiries enquiry ep eps equipment events families family feedback finance \
foi for forum fostering freedom front fundraising general governance governors grants hall head \
health healthwatch hearing hello help helpdesk helpline hire holiday housing hr hub icb \
inclusion info information integrated invoices invoicing involvement it jobs join lead learning \
legal leisure lettings library licensing local localoffer mail mailbox manager media mediation \
medical meetings membership mental mhst minutes moderation monitoring museum needs network \
newsletter no noreply nursery nurses nursing offer office officer ot outofhours outreach paed \
paediatric paediatrics paeds panel panels papers parent parents parking participation partners \
partnership payments payroll pcf people personal physio physiotherapy planning plans play \
playscheme policy portage post postmaster press primary principal privacy procurement programme \
project psychologists psychology quality reception records recruitment referral referrals \
register rep reply report reports reps request requests respite review reviews room rooms rota \
safeguarding salt school schools secondary secretary sen senco send sendco sendias sendiass \
sensory service services short shortbreaks site slt social special sports staff statistics \
statutory steering strategic strategy summer support survey surveys switchboard systems taxis \
team telephone the therapies therapist therapists therapy training transition transitions \
transport travel treasurer tribunal tribunals trust tutors update updates us virtual vision \
visits voice volunteer volunteers wards web webmaster website welcome wellbeing wheelchair \
wheelchairs work year years young your youth";

/// The role words one by one.
static ROLES: LazyLock<Vec<&str>> = LazyLock::new(|| ROLE_WORDS.split(' ').collect());

/// How sure it is that an address is a person's own; nothing where it is that of a role.
pub(super) fn certainty(local: &str, domain: &str) -> Option<Certainty> {
    let (first, rest) = domain.split_once('.').unwrap_or((domain, ""));
    let private = PERSONAL.split(' ').any(|name| name == first) && PUBLIC.contains(&rest);
    // Rooms of calls are numbers: `812345000@calls.example.org`.
    if local.bytes().all(|byte| byte.is_ascii_digit()) && local.len() > 7 {
        return Some(Certainty::Low);
    }
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

#[cfg(test)]
mod tests {
    use super::is_role;

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
}
