//! Diagnoses: their names, and where a text has them.

use std::cell::OnceCell;
use std::ops::Range;

use crate::find::context_words;
use crate::find::normalised::{NormalisedText, of_word};

/// Names of diagnoses, and of what goes with them, in small letters without signs.
const DIAGNOSES: &[&str] = &[
    "autism",
    "autistic",
    "asd",
    "asc",
    "adhd",
    "asperger",
    "aspergers",
    "angelman",
    "arfid",
    "dcd",
    "developmental delay",
    "diabetes",
    "dld",
    "down syndrome",
    "downs syndrome",
    "down s syndrome",
    "downs",
    "cerebral palsy",
    "epilepsy",
    "epileptic",
    "dyslexia",
    "dyslexic",
    "dyspraxia",
    "dyspraxic",
    "dyscalculia",
    "duchenne",
    "fragile x",
    "leukaemia",
    "ocd",
    "prader willi",
    "rett syndrome",
    "sickle cell",
    "williams syndrome",
    "hearing impairment",
    "visual impairment",
    "deaf",
    "blind",
    "pda",
    "fasd",
    "fetal alcohol",
    "foetal alcohol",
    "muscular dystrophy",
    "spina bifida",
    "cystic fibrosis",
    "selective mutism",
    "tourette",
    "tourettes",
    "tourette s",
    "learning disability",
    "pmld",
    "slcn",
    "semh",
    "achondroplasia",
    "albinism",
    "arthrogryposis",
    "ataxia",
    "attachment disorder",
    "bipolar",
    "brain injury",
    "brain tumour",
    "brittle bones",
    "cancer",
    "charge syndrome",
    "cleft palate",
    "colostomy",
    "cornelia de lange",
    "crohns",
    "crohn s",
    "cri du chat",
    "dravet",
    "duchenne muscular dystrophy",
    "eating disorder",
    "edwards syndrome",
    "ehlers danlos",
    "gastrostomy",
    "global delay",
    "global developmental delay",
    "haemophilia",
    "heart condition",
    "hydrocephalus",
    "hypermobility",
    "juvenile arthritis",
    "kabuki syndrome",
    "klinefelter",
    "lennox gastaut",
    "marfan",
    "microcephaly",
    "mitochondrial disease",
    "neurofibromatosis",
    "noonan syndrome",
    "osteogenesis imperfecta",
    "phenylketonuria",
    "quadriplegia",
    "scoliosis",
    "sensory processing disorder",
    "spinal muscular atrophy",
    "stoma",
    "tracheomalacia",
    "tracheostomy",
    "tuberous sclerosis",
    "turner syndrome",
    "usher syndrome",
];

/// Every diagnosis in a text, looked for once and only when there is an age: a text can hold any
/// number of ages, and each would search its sentence again.
#[derive(Default)]
pub(in crate::find) struct Diagnoses(OnceCell<Vec<Range<usize>>>);

impl Diagnoses {
    pub(super) fn of(&self, text: &NormalisedText<'_>) -> &[Range<usize>] {
        self.0.get_or_init(|| {
            (0..text.bytes().len())
                .filter(|at| of_word(text.at(*at)) && !of_word(text.before(*at)))
                .filter_map(|at| Some(at..context_words::phrase(text, at, DIAGNOSES)?))
                .collect()
        })
    }

    /// The one in a sentence that is nearest to an age.
    pub(super) fn nearest(
        &self,
        text: &NormalisedText<'_>,
        sentence: &Range<usize>,
        age: &Range<usize>,
    ) -> Option<Range<usize>> {
        let all = self.of(text);
        let first = all.partition_point(|place| place.start < sentence.start);
        all.iter()
            .skip(first)
            .take_while(|place| place.start < sentence.end)
            .filter(|place| place.end <= sentence.end)
            .min_by_key(|place| distance(place, age))
            .cloned()
    }
}

/// How far a place is from an age.
pub(super) fn distance(place: &Range<usize>, age: &Range<usize>) -> usize {
    let before = age.start.saturating_sub(place.end);
    before.max(place.start.saturating_sub(age.end))
}

/// What may stand behind the name of a diagnosis and belongs to it.
const KINDS: [&[u8]; 5] = [
    b" spectrum disorder",
    b" syndrome",
    b" disorder",
    b" disease",
    b" spectrum",
];

/// What stands between a diagnosis and another one.
const LINKS: [&[u8]; 11] = [
    b" and ",
    b", ",
    b" & ",
    b" + ",
    b"/",
    b"+",
    b" with ",
    b" for ",
    b" for severe ",
    b" due to ",
    b" caused by ",
];

/// The end of the diagnoses that follow on one, with what kind each is: `ASD and PDA`, `a stoma due to
/// Crohn's disease`.
pub(super) fn more_diagnoses(text: &NormalisedText<'_>, mut end: usize) -> usize {
    let follows = |from: usize, said: &[u8]| text.slice(from..from + said.len()) == said;
    for _ in 0..4 {
        let is_behind = |kind: &&&[u8]| follows(end, kind) && !of_word(text.at(end + kind.len()));
        end += KINDS.iter().find(is_behind).map_or(0, |kind| kind.len());
        let mut next = LINKS.iter().filter(|link| follows(end, link));
        let next = next.find_map(|link| context_words::phrase(text, end + link.len(), DIAGNOSES));
        match next {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}
