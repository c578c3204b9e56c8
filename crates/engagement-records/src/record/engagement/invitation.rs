//! How people were told of an engagement, and what was thought of for them.

use super::words::{AccessKey, Mode};
use crate::fields::Field;
use crate::record::declaration::fields;
use crate::record::field_types::{
    DayDone, GroupOf, HowDone, OneOf, PlaceName, Schools, SentDay, Text, Texts, YesNo,
};

fields! {
    /// How people were told.
    pub group Notice = "`notice`", answered by sent {
        /// The day of the first notice with day, time and place; `yes` where nobody knows the day, or `none`.
        sent: SentDay, [
            "notice", "notice given", "notice given on", "date of notice", "date notice sent",
            "date notice given", "notice date", "invitation sent", "invitations sent",
            "invite sent", "invites sent", "date invited", "date of invitation",
            "invitation date", "date invitation sent", "date invites sent",
            "date invitations sent", "invited on", "notified", "notified on", "date notified",
            "date parents notified", "parents notified", "advertised", "advertised on",
            "date advertised", "date publicised", "publicised", "save the date sent",
            "date first notified", "families notified", "families told", "invite went out",
            "invitation went out", "invites went out", "when were people told", "people told",
            "flyer sent", "flyer went out", "date people were told", "when did we tell people",
            "when people were told", "when were families told", "when were parents told",
            "when notified",
        ], "2026-01-19";
        /// By e-mail, letter, newsletter.
        channel: Text, [
            "how notified", "how was notice given", "how notice was given", "notice channel",
            "channel", "how invited", "how people were told", "notified by", "how advertised",
            "notice by", "notice how", "invitation method", "method of notice",
            "communication method", "where advertised", "how were people told",
            "how did we tell people", "how did we invite people", "how did people hear",
            "how people heard", "how publicised", "how families were told", "how promoted",
        ], "email";
        /// What it was for, in the words that people were given.
        purpose: HowDone, [
            "purpose", "purpose of meeting", "purpose of event", "purpose of engagement", "aim",
            "aims", "aim of meeting", "purpose as explained", "what it was about",
            "purpose in invitation", "purpose stated in notice", "purpose explained",
        ], "What respite at weekends should look like.";
    }
}

fields! {
    /// What people could read beforehand.
    pub group Papers = "`papers`", answered by sent {
        /// The day papers went out; `yes` where nobody knows the day, or `none`.
        sent: SentDay, [
            "papers", "papers sent on", "date papers sent", "papers date", "agenda sent",
            "agenda and papers sent", "date agenda sent", "papers circulated", "documents sent",
            "date documents sent", "papers shared", "papers issued", "papers out",
            "papers went out",
        ], "2026-02-10";
        /// The reason why there were none to send.
        none_needed: Text, [
            "no papers needed because", "no papers needed", "why no papers",
            "papers not needed because", "reason no papers", "no papers because",
            "papers none needed",
        ], "a listening session";
        /// Easy read, translations, large print.
        formats: Texts, [
            "formats", "format of papers", "formats of papers", "accessible formats",
            "paper formats", "papers formats", "formats offered",
        ], "[easy-read]";
    }
}

fields! {
    /// How the time was chosen.
    pub group Timing = "`timing`" {
        /// How school times were considered.
        considered: HowDone, [
            "times considered", "school times considered", "how school times were considered",
            "timing considered", "how timing was considered", "how time was chosen",
            "how the time was chosen", "school hours considered", "time chosen how",
        ], "polled the forum";
        /// The day that was done, if it is known.
        considered_on: DayDone, [
            "times considered on", "date timing considered", "timing considered on",
            "date times considered",
        ], "2026-01-12";
        /// Another session at another time.
        alternative: HowDone, [
            "alternative offered", "alternatives offered", "alternative time",
            "alternative times", "alternative times offered", "other times offered",
            "timing alternative", "alternative session",
        ], "evening repeat on 3 March";
        /// Whose families were invited; all schools of the charter when absent.
        schools: Schools, [
            "schools", "school", "schools invited", "which schools",
            "families of which schools",
        ], "[chapelford]";
        /// Held in school as part of the school day.
        hosted_in_school: YesNo, [
            "hosted in school", "in school", "held in school", "held in a school",
        ], "no";
    }
}

fields! {
    /// Where it took place.
    pub group Venue = "`venue`" {
        /// In person, online or both.
        mode: OneOf<Mode>, [
            "venue type", "mode", "type of venue", "in person or online", "online or in person",
            "face to face or online", "how held", "delivery", "delivery method",
            "delivery mode", "meeting mode", "online in person", "in person online",
            "face to face online", "f2f or online", "online or f2f", "in person or virtual",
        ], "hybrid";
        /// The name of the place.
        name: PlaceName, [
            "venue", "location", "place", "where", "venue name", "held at", "where held",
            "venue address", "room", "whereabouts", "where was it", "where is it", "where it was",
        ], "Orchard Hall";
        /// What it offered.
        access: GroupOf<Access>;
    }
}

fields! {
    /// What was asked about access, and the answers. A point that is not there was not answered.
    pub group Access = "`access`" {
        /// A way in without steps.
        step_free: YesNo, [
            "step free access", "step free", "wheelchair access", "wheelchair accessible",
            "level access",
        ], "yes";
        /// A toilet that everybody can use.
        accessible_toilet: YesNo, [
            "accessible toilet", "accessible toilets", "disabled toilet", "disabled toilets",
            "changing places toilet", "accessible wc",
        ], "yes";
        /// A hearing loop.
        hearing_loop: YesNo, ["hearing loop", "loop", "induction loop"], "no";
        /// Parking close by.
        parking: YesNo, [
            "parking", "parking available", "accessible parking", "blue badge parking",
            "disabled parking",
        ], "yes";
        /// A bus stop or transport laid on.
        transport: YesNo, ["transport", "public transport", "transport links"], "yes";
        /// A room to withdraw to.
        quiet_space: YesNo, ["quiet space", "quiet room", "quiet area", "breakout space"], "yes";
        /// Captions on the screen.
        captions: YesNo, ["captions", "subtitles", "live captions"], "yes";
        /// Help with joining.
        joining_help: YesNo, [
            "joining help", "help with joining", "help to join", "technical help",
        ], "yes";
        /// People were asked what they need.
        needs_asked: YesNo, [
            "access needs asked", "needs asked", "asked about access needs",
            "access requirements asked", "access needs asked about",
        ], "yes";
        /// Why something could not be offered.
        why_not: Text, [
            "why not accessible", "access why not", "reason for access gaps",
            "access gaps explained", "if not accessible why not",
        ], "the loop is on order";
    }
}

impl Access {
    /// The answer on one point.
    pub fn answer(&self, key: AccessKey) -> &Field<bool> {
        match key {
            AccessKey::StepFree => &self.step_free,
            AccessKey::AccessibleToilet => &self.accessible_toilet,
            AccessKey::HearingLoop => &self.hearing_loop,
            AccessKey::Parking => &self.parking,
            AccessKey::Transport => &self.transport,
            AccessKey::QuietSpace => &self.quiet_space,
            AccessKey::Captions => &self.captions,
            AccessKey::JoiningHelp => &self.joining_help,
            AccessKey::NeedsAsked => &self.needs_asked,
        }
    }
}
