//! Eventbrite: the orders or attendees of an event, one row for each person.

use super::{Export, RowsAre};

pub(super) const EXPORT: Export = Export {
    name: "a list of attendees of Eventbrite",
    known_by: &["order number", "ticket type", "first name"],
    columns: &[],
    people: &[],
    rows: RowsAre::People,
    #[cfg(test)]
    example: "Order #,Order Date,First Name,Surname,Email,Ticket Type,Event Name,Attendee Status\n\
              1,02/03/2026,Pat,Example,pat@forum.example,General,Board,Attending\n",
};
