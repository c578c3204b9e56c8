//! Records: a kind, a length, and so many bytes; more of them in records that continue the first.

/// The record that continues the one before.
const CONTINUE: u16 = 0x3C;

/// One record.
pub(super) struct BiffRecord<'s> {
    /// Its kind, by the number that it has in MS-XLS.
    pub(super) kind: u16,
    /// Its bytes.
    pub(super) data: &'s [u8],
    /// The bytes of the records that continue it.
    pub(super) more: Vec<&'s [u8]>,
}

/// The records of a stream, up to its end or to where it is cut off.
pub(super) struct BiffRecords<'s> {
    /// What is still to come.
    pub(super) rest: &'s [u8],
}

impl<'s> BiffRecords<'s> {
    fn one(&mut self) -> Option<(u16, &'s [u8])> {
        let kind = u16_at(self.rest, 0)?;
        let end = usize::from(u16_at(self.rest, 2)?) + 4;
        let data = self.rest.get(4..end)?;
        self.rest = self.rest.get(end..)?;
        Some((kind, data))
    }
}

impl<'s> Iterator for BiffRecords<'s> {
    type Item = BiffRecord<'s>;

    fn next(&mut self) -> Option<BiffRecord<'s>> {
        let (kind, data) = self.one()?;
        let mut more = Vec::new();
        while u16_at(self.rest, 0) == Some(CONTINUE) {
            let Some((_, data)) = self.one() else { break };
            more.push(data);
        }
        Some(BiffRecord { kind, data, more })
    }
}

/// A number of two bytes.
pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes))
}

/// A number of four bytes.
pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}

/// A number with a fraction, of eight bytes.
pub(super) fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    let bytes = data.get(at..)?.first_chunk()?;
    Some(f64::from_le_bytes(*bytes))
}
