//! What identifies somebody only where two things stand beside each other.

use std::path::Path;

use tempfile::TempDir;

use super::{run, write};

fn said(folder: &Path, args: &[&str]) -> String {
    let (_, said) = run(folder, args, "");
    String::from_utf8_lossy(&said).into_owned()
}

/// What only a title and an id, or the names of a folder and a file, say together is not put together
/// again beside each other.
#[test]
fn what_is_parted_between_a_title_and_an_id_is_not_joined() {
    let folder = TempDir::new().unwrap();
    let board = "kind: meeting\ndate: 2026-02-26\nstatus: held\n";
    let parted = format!("title: NHS 999 000\nid: \"0034\"\n{board}");
    write(folder.path(), "a.yaml", &parted);
    write(
        folder.path(),
        "Quillfeather/Zebedee.yaml",
        format!("title: Review\n{board}"),
    );
    let twice = "title: Quillfeather, Zebedee Quillfeather, Zebedee";
    write(folder.path(), "b.yaml", format!("{twice}\n{board}"));
    write(folder.path(), "names.txt", "Zebedee Quillfeather\n");
    for format in [
        "text", "json", "jsonl", "csv", "html", "markdown", "sarif", "github",
    ] {
        let args = [
            "report",
            ".",
            "--details",
            "--names-file",
            "names.txt",
            "--as-of",
            "2026-06-01",
            "--format",
            format,
        ];
        let shown = said(folder.path(), &args);
        for parts in ["0034", "Zebedee", "Quillfeather"] {
            assert!(!shown.contains(parts), "{format}: {parts}: {shown}");
        }
    }
    // An id that says nothing more stays.
    write(
        folder.path(),
        "c.yaml",
        format!("title: Board\nid: b-17\n{board}"),
    );
    let shown = said(folder.path(), &["report", ".", "--format", "csv"]);
    assert!(shown.contains("b-17"), "{shown}");
}
