//! The options of `schema`.

use std::path::PathBuf;

use charter_audit::render::json::Published;
use charter_audit::render::schema::Written;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use closed_words::Word as _;

pub(super) const EXAMPLES: &str = "\
Examples:
  charter-audit schema record --charter charter.yaml > record.schema.json
      For editors: records, with the parties and fields of one area
  charter-audit schema record --editors
      How an editor finds it";

#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(crate) struct SchemaArgs {
    /// The format
    #[arg(value_name = "FORMAT", value_parser = schema_of())]
    pub(crate) format: SchemaOf,
    /// For `record` and `columns`: take only the parties, schools, rungs and local fields of this
    /// charter; any if not given
    #[arg(long, value_name = "FILE")]
    pub(crate) charter: Option<PathBuf>,
    /// For `charter`, `record` and `columns`: say instead how an editor finds the schema
    #[arg(long, conflicts_with = "charter")]
    pub(crate) editors: bool,
}

/// Of what a schema is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SchemaOf {
    /// Of what this program writes.
    Published(Published),
    /// Of what people write.
    Written(Written),
}

fn schema_of() -> impl TypedValueParser<Value = SchemaOf> {
    let written = Written::ALL.iter().map(|it| (it.word(), it.about()));
    let published = Published::ALL.iter().map(|it| (it.word(), it.about()));
    let values = published.chain(written);
    PossibleValuesParser::new(values.map(|(word, about)| PossibleValue::new(word).help(about)))
        .try_map(|word| {
            let published = Published::from_word(&word).map(SchemaOf::Published);
            let written = || Written::from_word(&word).map(SchemaOf::Written);
            published.or_else(written).ok_or("this is not a format")
        })
}
