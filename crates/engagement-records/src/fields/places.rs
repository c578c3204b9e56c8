//! Which fields a file has no place for: a table without such a column, or an entry of a calendar
//! without such a property. What nobody could have written is never silence.

/// How a record is kept in a file in which whatever is absent has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeptAs {
    /// A row of a table: a field without a column has no place.
    Row,
    /// A column of a form: a field without a row has no place.
    Column,
    /// An entry of a calendar: a field without a property has no place.
    Entry,
}

impl KeptAs {
    /// What people call that in which it is kept.
    pub fn whole(self) -> &'static str {
        match self {
            KeptAs::Row => "table",
            KeptAs::Column => "form",
            KeptAs::Entry => "entry",
        }
    }

    /// What people call the place of a field in it.
    pub fn part(self) -> &'static str {
        match self {
            KeptAs::Row => "column",
            KeptAs::Column => "row",
            KeptAs::Entry => "property",
        }
    }
}

/// A field for which a file has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoPlace {
    /// The number of the field among all fields of all records.
    pub(crate) field: u16,
    /// How the record is kept.
    pub kept_as: KeptAs,
}

/// A field that a mapping can have, with the fields below it.
#[derive(Debug)]
pub(crate) struct NumberedField {
    pub(crate) name: &'static str,
    pub(crate) number: u16,
    pub(crate) below: Vec<NumberedField>,
}

/// What a mapping knows of its fields, where whatever is absent has no place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places {
    /// The fields in the order in which they are asked for.
    pub(crate) fields: &'static [NumberedField],
    /// What a field counts as that is none of these, as one that a charter declares is.
    pub(crate) group: u16,
    pub(crate) kept_as: KeptAs,
    /// Where the next field is looked for first.
    next: usize,
}

impl Places {
    pub(crate) fn new(fields: &'static [NumberedField], group: u16, kept_as: KeptAs) -> Self {
        Places {
            fields,
            group,
            kept_as,
            next: 0,
        }
    }

    /// The field of this name. Fields are asked for in their order, so it is mostly the next one.
    fn find(&mut self, name: &str) -> Option<&'static NumberedField> {
        let next = self.fields.get(self.next).filter(|next| next.name == name);
        let at = match next {
            Some(_) => self.next,
            None => self.fields.iter().position(|field| field.name == name)?,
        };
        self.next = at + 1;
        self.fields.get(at)
    }

    /// The field of this name, as one without a place.
    pub(super) fn without(&mut self, name: &str) -> NoPlace {
        NoPlace {
            field: self.find(name).map_or(self.group, |field| field.number),
            kept_as: self.kept_as,
        }
    }

    /// What is known of the fields below this one.
    pub(super) fn below(&mut self, name: &str) -> Places {
        let (fields, group) = self.find(name).map_or((&[][..], self.group), |field| {
            (field.below.as_slice(), field.number)
        });
        Places::new(fields, group, self.kept_as)
    }
}
