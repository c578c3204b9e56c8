//! Who took part in an engagement, who was invited and who was asked.

use crate::record::declaration::fields;
use crate::record::field_types::{Children, Day, HowDone, People, SentDay, Text, YesNo};

fields! {
    /// How many came.
    pub group Attendance = "`attendance`" {
        /// Representatives of the forum.
        forum_reps: People, [
            "forum reps attending", "forum reps", "forum representatives",
            "forum representatives attending", "no of forum reps", "number of forum reps",
            "pcf reps", "forum attendance", "forum members attending", "reps attending", "reps",
            "forum reps there",
        ], "3";
        /// Parents and carers.
        parents: People, [
            "parents attending", "parents", "no of parents", "number of parents",
            "parents and carers attending", "parent carers attending",
            "no of parents attending", "number of parents attending", "parent attendance",
            "parents present", "parents and carers", "no of parent carers",
            "number of parent carers", "parent carers", "parents there", "parents who came",
            "number attended parents", "parents attended",
        ], "6";
        /// Children and young people; small numbers are never reported exactly.
        cyp: Children, [
            "children and young people attending", "cyp attending", "cyp attendance",
            "no of cyp", "number of cyp", "young people attending",
            "number of children and young people", "no of children and young people",
            "children attending", "cyp present", "yp there", "yp attending",
            "number attended children", "cyp there", "children there", "young people there",
        ], "<5";
        /// People who work in services.
        staff: People, [
            "staff attending", "staff", "no of staff", "number of staff",
            "professionals attending", "officers attending", "staff present", "la staff there",
            "officers", "professionals", "staff there", "staff attended",
        ], "5-9";
        /// Everybody who came, where nobody counted the groups apart.
        total: People, ["head count", "headcount"], "14";
    }
}

fields! {
    /// Whether the forum was invited, and when.
    pub group ForumInvitation = "`forum`", answered by invited {
        /// The day of the invitation; `yes` where nobody knows the day, or `none`.
        invited: SentDay, [
            "forum invited", "forum invited on", "date forum invited", "pcf invited",
            "date forum was invited", "invitation to forum", "forum asked", "pcf asked",
            "forum asked to come",
        ], "2026-01-19";
    }
}

fields! {
    /// Parents who use the service themselves, beside those who represent others.
    pub group ServiceParents = "`service_parents`", answered by involved {
        /// Whether they were involved.
        involved: YesNo, [
            "parents using the service involved", "service parents involved",
            "parents who use the service involved", "parents who use the service",
            "service users involved", "service parents",
        ], "yes";
        /// How.
        method: HowDone, [
            "how service parents were involved", "how parents using the service were involved",
            "service parents method", "service parents how",
            "how were parents using the service involved",
        ], "drop-in at the respite centre";
    }
}

fields! {
    /// How children and young people were involved.
    pub group CypInvolvement = "`cyp`", answered by involved {
        /// Whether they were.
        involved: YesNo, [
            "cyp involved", "children and young people involved", "young people involved",
            "children involved", "were cyp involved", "were children and young people involved",
            "cyp voice included", "yp involved", "youth voice", "did children yp have a say",
            "did young people have a say", "did children have a say",
        ], "yes";
        /// How.
        method: HowDone, [
            "how cyp were involved", "how children and young people were involved",
            "cyp method", "method of involving cyp", "cyp how", "cyp involvement method",
            "how were cyp involved", "how were children and young people involved",
            "how were yp involved", "how yp were involved", "how did we hear from young people",
            "how did we hear from cyp", "how did we hear from children",
            "how did young people take part", "how did cyp take part",
            "how were young people involved", "how young people were involved",
        ], "photo diaries";
        /// Who or what helped them to take part.
        facilitation: HowDone, [
            "cyp facilitation", "facilitation", "who helped cyp", "how cyp were supported",
            "cyp support", "cyp helped by",
        ], "youth worker";
        /// How they could express themselves.
        voice: HowDone, [
            "what cyp said", "what children and young people said", "young people said",
        ], "their pictures and captions";
        /// Who listened.
        audience: Text, [
            "cyp audience", "who listened to cyp", "who heard cyp", "who listened",
        ], "the commissioning manager";
        /// What became of it.
        influence: HowDone, [
            "cyp influence", "what changed because of cyp", "influence of cyp",
        ], "Saturdays were added because of them";
        /// Why it would not have been right to involve them.
        not_appropriate: Text, [
            "why cyp were not involved", "why cyp not involved", "cyp not appropriate",
            "reason cyp not involved", "why children and young people were not involved",
            "cyp not appropriate because",
        ], "about pensions only";
        /// What was done instead.
        alternative: HowDone, [
            "cyp alternative", "done instead for cyp", "alternative for cyp",
        ], "their school council was told";
    }
}

fields! {
    /// An invitation to the wider group of parents and carers.
    pub group WiderInput = "`wider_input`", answered by opened {
        /// From this day; `yes` where nobody knows the day, or `none`.
        opened: SentDay, [
            "wider input opened", "wider views asked from", "wider group asked from",
            "wider input from", "wider group asked", "wider views asked", "members asked",
            "asked our members", "when we asked our members", "when members were asked",
            "when were members asked", "our members asked", "wider members asked",
            "wider parents asked", "date members asked",
        ], "2026-02-10";
        /// To this day.
        closed: Day, [
            "wider input closed", "wider views asked until", "wider group asked until",
            "wider input to", "wider input until",
        ], "2026-02-24";
        /// How it was made known.
        channel: Text, [
            "wider input channel", "how wider views were asked", "how wider group was asked",
            "wider input how", "wider group asked by",
        ], "newsletter";
    }
}

fields! {
    /// Whom the engagement reached.
    pub group Reach = "`reach`" {
        /// How many were invited.
        invited: People, [
            "number invited", "no invited", "people invited", "how many invited", "invited",
        ], "240";
        /// How many answered.
        responded: People, [
            "number of responses", "responses", "no of responses", "number responded",
            "responded", "no responded", "replies", "response count",
        ], "37";
        /// Who was not reached.
        not_reached: Text, [
            "not reached", "who was not reached", "groups not reached", "who we did not reach",
            "gaps in reach",
        ], "families new to the area";
    }
}
