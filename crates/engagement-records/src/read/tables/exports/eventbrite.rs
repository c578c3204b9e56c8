//! Eventbrite: the orders or attendees of an event, one row for each person.

use super::{Export, RowsAre};

pub(super) const REPORT: Export = Export {
    name: "a list of attendees of Eventbrite",
    known_by: &["order id", "attendee first name", "event name"],
    columns: &[],
    people: &[],
    rows: RowsAre::People,
    #[cfg(test)]
    example: "Order ID,Order date,Attendee first name,Attendee last name,Attendee email,\
              Event name,Event ID,Event start date,Event start time,Attendee status\n\
              1,2026-03-02,Pat,Example,pat@forum.example,Board,7,2026-03-12,10:30,Checked In\n",
};

pub(super) const ORDERS: Export = Export {
    name: "a list of attendees of Eventbrite",
    known_by: &["order number", "ticket type", "first name"],
    columns: &[],
    people: &[],
    rows: RowsAre::People,
    #[cfg(test)]
    example: "Order #,Order Date,First Name,Surname,Email,Ticket Type,Event Name,Attendee Status\n\
              1,02/03/2026,Pat,Example,pat@forum.example,General,Board,Attending\n",
};
