//! What was understood of the columns of files, for those whose tables they are.

use super::file::{File, ReadSettings};
use super::item::Job;
use super::tables::TableColumns;
use super::{Format, beside_tables, columns_file, scan};
use located::source::{SourceId, Sources};

/// What was understood of the columns of a file.
#[derive(Debug)]
pub struct FileColumns {
    /// The path as people know it.
    pub name: String,
    /// The format that it is in.
    pub format: Format,
    /// Whether somebody asked for it by its name or format.
    pub is_named: bool,
    /// Its tables; nothing where it is none, and none where it cannot be read.
    pub tables: Option<Vec<TableColumns>>,
}

/// What is understood of the columns of files, in the order given. What is wrong with the files,
/// [`records`](super::records) says.
pub fn columns(files: &[File], settings: &ReadSettings<'_>) -> Vec<FileColumns> {
    let sources = Sources::default();
    let numbered = files.iter().enumerate();
    let numbered: Vec<(SourceId, &File)> = numbered
        .map(|(at, file)| (sources.id_after(at), file))
        .collect();
    let beside = beside_tables(&numbered, &settings.words);
    numbered
        .into_iter()
        .filter(|(_, file)| !columns_file::is_columns(&file.name))
        .map(|(id, file)| {
            let format = file.known_format().unwrap_or(Format::Yaml);
            let folder = columns_file::folder(&file.name);
            let job = Job {
                id,
                name: &file.name,
                format,
                settings,
                imports: beside.get(folder).unwrap_or(settings.words.imports),
                superseded: None,
            };
            FileColumns {
                name: file.name.clone(),
                format,
                is_named: file.format.is_some(),
                tables: scan::columns(&job, &file.bytes),
            }
        })
        .collect()
}
