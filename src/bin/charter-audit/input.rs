//! What every command needs that reads records: the charter, the names that must not be shown, and
//! the files.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use charter_audit::charter::{self, Examples, LoadedCalendar, LoadedCharter};
use charter_audit::report::snippet::Drawing;
use charter_audit::report::{Change, Outcome};
use engagement_records::read::File;
use identifiers::find::Detector;
use identifiers::redact::{RedactedOnce, Redactor};
use identifiers::safe;
use located::diagnostic::{Diagnostic, Level};
use located::source::Sources;

use crate::world::{FoundFiles, Naming};
use crate::{args, limits, world};

/// A charter that was read, and where it stands.
pub(crate) struct Input {
    pub(crate) sources: Sources,
    /// The file of the charter; nothing for the built-in one.
    pub(crate) path: Option<PathBuf>,
    pub(crate) charter: LoadedCharter,
    /// The files that the charter names, such as a table of bank holidays.
    pub(crate) named: Vec<PathBuf>,
    /// What files are called.
    pub(crate) naming: Naming,
    /// Another version of the charter to judge by as well.
    pub(crate) changed: Option<OtherVersion>,
}

/// Another version of the charter.
pub(crate) struct OtherVersion {
    charter: LoadedCharter,
    /// Its file, where it is no change of the charter itself.
    pub(crate) path: Option<PathBuf>,
}

impl OtherVersion {
    /// What may differ between it and the charter.
    pub(crate) fn change(&self, now: &LoadedCharter) -> Change<'_> {
        match &self.path {
            Some(_) => Change::of_anything(&self.charter),
            None => Change::of_parameters(&now.charter, &self.charter),
        }
    }
}

/// Reads the charter and the list of names; nothing when the charter has faults, which have been
/// said.
pub(crate) fn read(args: &args::FilesArgs) -> Result<Option<Input>> {
    read_with(args, load_charter)
}

/// The same where a charter with faults is not in the way: the built-in one stands in for it. Says
/// whether it does.
pub(crate) fn read_despite_faults(args: &args::FilesArgs) -> Result<Option<(Input, bool)>> {
    let mut stands_in = false;
    let input = read_with(args, |sources, path, naming, _| {
        if let Ok(charter) = load(sources, path, naming)? {
            return Ok(Some(charter));
        }
        stands_in = true;
        Ok(load(sources, None, naming)?.ok())
    })?;
    Ok(input.map(|input| (input, stands_in)))
}

/// The same with another version of the charter: what is set laid over it, or over another file.
pub(crate) fn read_changed(
    args: &args::FilesArgs,
    set: &[String],
    other: Option<&Path>,
) -> Result<Option<Input>> {
    let mut changed = None;
    let input = read_with(args, |sources, path, naming, redactor| {
        if set.is_empty() || other.is_some() {
            return load_charter(sources, path, naming, redactor);
        }
        let both = load_changed(sources, path, naming, set)?;
        let Some((charter, other, named)) = unless_faulty(sources, redactor, both)? else {
            return Ok(None);
        };
        changed = Some(OtherVersion {
            charter: other,
            path: None,
        });
        Ok(Some((charter, named)))
    })?;
    let Some(mut input) = input else {
        return Ok(None);
    };
    let Some(path) = other else {
        return Ok(Some(Input { changed, ..input }));
    };
    let redactor = input.charter.charter.redactor.clone();
    let both = load_changed(&mut input.sources, Some(path), &input.naming, set);
    let both = hidden(both, &redactor)?;
    let Some((_, other, named)) = unless_faulty(&input.sources, &redactor, both)? else {
        return Ok(None);
    };
    if !input.charter.charter.reads_alike(&other.charter) {
        let faulty = anyhow!(
            "{} reads records in other words than the charter beside them; to be compared, both \
             need the same parties, schools, ladder, `fields` and `columns`",
            world::name(path)
        );
        return hidden(Err(faulty), &redactor);
    }
    input.named.extend(named);
    // It may lie among the records, and is none of them.
    input.named.push(path.to_owned());
    input.changed = Some(OtherVersion {
        charter: other,
        path: Some(path.to_owned()),
    });
    Ok(Some(input))
}

fn read_with(
    args: &args::FilesArgs,
    load: impl FnOnce(
        &mut Sources,
        Option<&Path>,
        &Naming,
        &Redactor,
    ) -> Result<Option<(LoadedCharter, Vec<PathBuf>)>>,
) -> Result<Option<Input>> {
    let paths = paths(args);
    if args.input_format.is_some() && !paths.iter().any(|path| world::is_standard_input(path)) {
        bail!("--input-format says how standard input is written; give `-` as one of the paths");
    }
    let names = args.names_file.as_deref().map_or(Ok(Vec::new()), names)?;
    let redactor = Redactor::new(Detector::default().with_names(&names).unwrap_or_default());
    let mut sources = Sources::default();
    let naming = Naming::of(&paths);
    let loaded = charter_of(args, &paths).and_then(|path| {
        let charter = load(&mut sources, path.as_deref(), &naming, &redactor)?;
        Ok(charter.map(|(charter, named)| (path, charter, named)))
    });
    let Some((path, mut charter, beside)) = hidden(loaded, &redactor)? else {
        return Ok(None);
    };
    let detector = charter.charter.redactor.detector().clone();
    charter.charter.redactor = Redactor::new(detector.with_names(&names).unwrap_or_default());
    Ok(Some(Input {
        sources,
        path,
        charter,
        named: beside,
        naming,
        changed: None,
    }))
}

impl Input {
    /// Finds and reads the files of records.
    pub(crate) fn records(&self, args: &args::FilesArgs) -> Result<FoundFiles> {
        let chosen = args.charter.is_some();
        world::records(
            &paths(args),
            args.input_format,
            &world::CharterFiles {
                charter: self.path.as_deref(),
                named: &self.named,
                chosen,
            },
            &self.naming,
            limits::memory_of(args),
        )
    }
}

/// The paths that were given, or this folder.
fn paths(args: &args::FilesArgs) -> Vec<PathBuf> {
    if args.paths.is_empty() {
        vec![PathBuf::from(".")]
    } else {
        args.paths.clone()
    }
}

/// An error without anything that a redactor hides.
pub(crate) fn hidden<T>(result: Result<T>, redactor: &Redactor) -> Result<T> {
    result.map_err(|error| anyhow!("{}", redactor.redact_lines(&format!("{error:#}"))))
}

/// The charter that was named, or the one that belongs to the records.
fn charter_of(args: &args::FilesArgs, paths: &[PathBuf]) -> Result<Option<PathBuf>> {
    match &args.charter {
        Some(path) => Ok(Some(path.clone())),
        None => world::charter_above(paths),
    }
}

/// The charter with the files that it names, or nothing when it has faults, which have been said.
fn load_charter(
    sources: &mut Sources,
    path: Option<&Path>,
    naming: &Naming,
    redactor: &Redactor,
) -> Result<Option<(LoadedCharter, Vec<PathBuf>)>> {
    let loaded = load(sources, path, naming)?;
    unless_faulty(sources, redactor, loaded)
}

/// What was loaded, or its faults.
type OrFaults<T> = std::result::Result<T, Vec<Diagnostic>>;

/// What was loaded, unless it has faults, which are said.
fn unless_faulty<T>(
    sources: &Sources,
    redactor: &Redactor,
    loaded: OrFaults<T>,
) -> Result<Option<T>> {
    match loaded {
        Ok(loaded) => Ok(Some(loaded)),
        Err(faults) => charter_faults(sources, redactor, &faults, "audited").map(|_| None),
    }
}

/// A charter as it is and as it would be, with the files that it names, or its faults.
type Both = OrFaults<(LoadedCharter, LoadedCharter, Vec<PathBuf>)>;

fn load_changed(
    sources: &mut Sources,
    path: Option<&Path>,
    naming: &Naming,
    set: &[String],
) -> Result<Both> {
    let loaded = with_named(path, naming, |file, load| {
        charter::load_changed(sources, file, set, load)
    })?;
    Ok(loaded.map(|((now, then), named)| (now, then, named)))
}

/// The charter in a file; nothing where it has faults, which have been said, and for which nothing
/// was `done`.
pub(crate) fn charter_at(path: &Path, done: &'static str) -> Result<Option<LoadedCharter>> {
    let mut sources = Sources::default();
    let naming = Naming::of(&[path.to_path_buf()]);
    match load(&mut sources, Some(path), &naming)? {
        Ok((charter, _)) => Ok(Some(charter)),
        Err(faults) => charter_faults(&sources, &Redactor::default(), &faults, done).map(|_| None),
    }
}

/// A charter with the files that it names, or its faults.
type Loaded = OrFaults<(LoadedCharter, Vec<PathBuf>)>;

fn load(sources: &mut Sources, path: Option<&Path>, naming: &Naming) -> Result<Loaded> {
    with_named(path, naming, |file, load| {
        charter::load(sources, file, load)
    })
}

/// What is loaded from a charter's file, with the files that it names.
fn with_named<T>(
    path: Option<&Path>,
    naming: &Naming,
    read: impl FnOnce(Option<File>, charter::FileLoader<'_>) -> OrFaults<T>,
) -> Result<OrFaults<(T, Vec<PathBuf>)>> {
    let file = path.map(|path| world::file_called(path, naming.beside(path)));
    let file = file.transpose()?;
    let files = RefCell::new(Vec::new());
    let load = |named: &str| {
        files.borrow_mut().push(world::path_beside(path, named));
        world::beside(path, named)
    };
    let loaded = read(file, &load);
    Ok(loaded.map(|loaded| (loaded, files.into_inner())))
}

/// What reading a charter with its examples gives: both, and what is wrong with the examples; or
/// what is wrong with the charter.
pub(crate) type WithExamples =
    std::result::Result<(LoadedCharter, Examples, Vec<Diagnostic>), Vec<Diagnostic>>;

/// The charter that was named, or the one that belongs to this folder, with its examples.
pub(crate) fn charter_with_examples(
    sources: &mut Sources,
    named: Option<&PathBuf>,
) -> Result<WithExamples> {
    let path = match named {
        Some(path) => Some(path.clone()),
        None => world::charter_above(&[PathBuf::from(".")])?,
    };
    let naming = Naming::of(path.as_slice());
    let read = |path: &PathBuf| world::file_called(path, naming.beside(path));
    let file = path.as_ref().map(read).transpose()?;
    let load = |named: &str| world::beside(path.as_deref(), named);
    let beside = path.as_deref().map(world::examples_of);
    let beside = beside.filter(|path| world::is_there(path));
    let beside = beside.as_ref().map(read).transpose()?;
    Ok(charter::load_with_examples(sources, file, beside, &load))
}

/// The calendar of the charter that was named, or of the one that belongs to this folder, whatever is
/// wrong with the rest; and what hides what must not be shown, as far as that is known.
pub(crate) fn charter_calendar(
    sources: &mut Sources,
    named: Option<&PathBuf>,
) -> Result<std::result::Result<(LoadedCalendar, Redactor), Vec<Diagnostic>>> {
    let path = match named {
        Some(path) => Some(path.clone()),
        None => world::charter_above(&[PathBuf::from(".")])?,
    };
    let naming = Naming::of(path.as_slice());
    let read = |path: &PathBuf| world::file_called(path, naming.beside(path));
    let file = path.as_ref().map(read).transpose()?;
    let load = |named: &str| world::beside(path.as_deref(), named);
    let whole = charter::load(&mut Sources::default(), file.clone(), &load);
    let redactor = whole.map_or_else(|_| Redactor::default(), |whole| whole.charter.redactor);
    let calendar = charter::load_calendar(sources, file, &load);
    Ok(calendar.map(|calendar| (calendar, redactor)))
}

pub(crate) fn charter_faults(
    sources: &Sources,
    redactor: &Redactor,
    faults: &[Diagnostic],
    done: &'static str,
) -> Result<Outcome> {
    say_faults(sources, redactor, faults, &[], 0)?;
    world::say(safe!(
        "error: the charter has faults, so nothing was {}\n",
        done
    ))?;
    Ok(Outcome::Incomplete)
}

/// A list of names that must not be in records.
fn names(path: &Path) -> Result<Vec<String>> {
    let names = world::lines(path)?;
    if let Err(wrong) = Detector::default().with_names(&names) {
        let wrong: Vec<String> = wrong.iter().map(ToString::to_string).collect();
        bail!("cannot use {}: {}", world::name(path), wrong.join("; "));
    }
    Ok(names)
}

/// Says what is wrong with files, in full for the first so many; 0 for all.
pub(crate) fn say_faults(
    sources: &Sources,
    redactor: &Redactor,
    faults: &[Diagnostic],
    unreadable: &[String],
    most: usize,
) -> Result<()> {
    let redacted = RedactedOnce::new(redactor);
    let drawing = Drawing::new(sources, &redacted, true);
    let most = if most == 0 { usize::MAX } else { most };
    for fault in faults.iter().take(most) {
        world::say(drawing.fault(fault))?;
        world::say("\n\n")?;
    }
    for error in unreadable.iter().take(most) {
        world::say(safe!("error: {}\n", redactor.redact_lines(error)))?;
    }
    let more = faults.len().saturating_sub(most) + unreadable.len().saturating_sub(most);
    if more > 0 {
        world::say(safe!(
            "and {} more that are not shown; `--max-faults 0` shows all\n",
            more
        ))?;
    }
    let errors = faults
        .iter()
        .filter(|fault| fault.level == Level::Error)
        .count()
        + unreadable.len();
    if errors > 1 {
        world::say(safe!("{} faults\n", errors))?;
    }
    Ok(())
}
