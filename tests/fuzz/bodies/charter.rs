//! Charters: any text is answered, with places that are there; what is read judges records, and reading
//! it again gives the same.

use charter_audit::audit::{AuditScope, audit};
use charter_audit::charter;
use engagement_records::read::{self, File, Period};
use located::source::Sources;

use super::bench::{AS_OF, places_hold};

const RECORD: &str = "title: Board\nkind: meeting\nstatus: held\norganisers: [council]\ndate: 2026-02-26\n\
                      audience: [parents]\nnotice: { sent: 2026-02-16 }\nattendance: { parents: 3 }\n";

pub(super) fn charter(data: &[u8]) {
    let file = File::new("charter.yaml", data);
    let load = |_: &str| Err("no such file".to_owned());
    let mut sources = Sources::default();
    let mut loaded = match charter::load(&mut sources, Some(file.clone()), &load) {
        Ok(loaded) => loaded,
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            return places_hold(&sources, &faults);
        }
    };
    places_hold(&sources, &loaded.remarks);
    loaded.remarks.clear();
    let again = charter::load(&mut Sources::default(), Some(file), &load);
    assert_eq!(again.unwrap().digest, loaded.digest);
    let settings = loaded.charter.read_settings(Period::default());
    let records = vec![File::new("a.yaml", RECORD)];
    let reading = read::records(&mut sources, records, &settings, &());
    places_hold(&sources, &reading.faults);
    let scope = AuditScope::as_of(AS_OF.parse().unwrap());
    let audit = audit(&loaded.charter, &reading.records, &sources, &scope, &());
    for finding in &audit.findings {
        assert!(!finding.evidence.is_empty(), "{}", finding.clause.id);
    }
}
