//! The command that prints schemas: of what programs read, and of what people write.

use anyhow::{Result, bail};
use charter_audit::render::schema::{Written, editors};
use charter_audit::report::Outcome;
use identifiers::redact::Redactor;
use located::source::Sources;

use crate::args::{SchemaArgs, SchemaOf};
use crate::input::{charter_faults, charter_with_examples};
use crate::world;

pub(crate) fn run(args: &SchemaArgs) -> Result<Outcome> {
    let written = match args.format {
        SchemaOf::Published(format) => {
            if args.editors || args.charter.is_some() {
                bail!(
                    "`{}` is what this program writes; `--editors` and `--charter` are for what \
                     people write",
                    format.word()
                );
            }
            world::print(format.schema()?.as_bytes())?;
            return Ok(Outcome::Clean);
        }
        SchemaOf::Written(written) => written,
    };
    if args.editors {
        world::print(editors(written).as_bytes())?;
        return Ok(Outcome::Clean);
    }
    let Some(charter) = &args.charter else {
        world::print(written.schema(None)?.as_bytes())?;
        return Ok(Outcome::Clean);
    };
    if written == Written::Charter {
        bail!("the schema of charters is the same for every charter; leave `--charter` out");
    }
    let mut sources = Sources::default();
    match charter_with_examples(&mut sources, Some(charter))? {
        Ok((loaded, ..)) => {
            world::print(written.schema(Some(&loaded.charter))?.as_bytes())?;
            Ok(Outcome::Clean)
        }
        Err(faults) => charter_faults(&sources, &Redactor::default(), &faults, "printed"),
    }
}
