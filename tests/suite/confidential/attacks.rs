//! Attempts to get an identifier printed, or not found: by the names of files, by signs that are
//! not seen, by cuts and line breaks.

use super::bench::{
    LAST, audited, bare, bench, clean, each_kind, needs_words, no_leak, quoted, record, two,
};
use super::made_up::{EACH, all};
use super::search::Search;
use super::{run, write};

#[test]
fn names_of_files_and_folders_are_searched_and_hidden() {
    let all = all();
    let search = Search::new(&all);
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    let record = "title: Board\nkind: meeting\ndate: 2026-02-26\nstatus: held\nfeedback: none\n";
    let mut files = 0;
    for one in all.iter().filter(|one| !one.written.contains('/')) {
        let text = &one.written;
        let (name, record) = match files % 3 {
            0 => (format!("{text}.yaml"), record),
            1 => (format!("in {text}/board{files}.yaml"), record),
            _ => (format!("broken {text}.yml"), "title: ["),
        };
        write(&folder, &name, record);
        files += 1;
    }
    let (report, _) = audited(&temporary, &search);
    assert_eq!(report["records"]["files"], files);
    let unseen = clean(&report);
    assert!(unseen.is_empty(), "{unseen:#?}");
}

#[cfg(unix)]
#[test]
fn names_of_what_is_passed_over_are_hidden() {
    let all = all();
    let search = Search::new(&all);
    // Of what is passed over only the first is named, so each has a folder of its own.
    for one in each_kind(&all, 0, |one| !one.written.contains('/')) {
        let temporary = bench(&all);
        let folder = temporary.path().join("records");
        let text = &one.written;
        write(
            &folder,
            "a.yaml",
            "title: Board\nkind: meeting\ndate: 2026-02-26\n",
        );
        write(&folder, &format!("{text}.docx"), "x");
        if !needs_words(one.kind) {
            write(&folder, &format!("x.{}", bare(one)), "x");
        }
        write(&folder, ".ignore", "hidden*\n");
        write(&folder, &format!("hidden {text}.yaml"), "x");
        std::os::unix::fs::symlink(format!("to {text}"), folder.join(format!("link {text}")))
            .unwrap();
        std::os::unix::fs::symlink(text, folder.join("dead.yaml")).unwrap();
        audited(&temporary, &search);
        let nothing = format!("nothing {text}");
        write(&folder, &format!("{nothing}/{text}.xlsx"), "x");
        let below = format!("more {text}");
        write(
            &folder,
            &format!("{below}/charter.yml"),
            "extends: built-in\n",
        );
        let twice = format!("{text}.md");
        for args in [
            &["check", nothing.as_str()][..],
            &["check", "."],
            &["check", text],
            &["check", "dead.yaml"],
            &["report", "a.yaml", "-o", &format!("no such folder/{text}")],
            &["report", "a.yaml", "-o", &format!("{text}.pdf")],
            &["check", "a.yaml", "-o", &twice, "-o", &twice],
        ] {
            let (code, said) = run(&folder, &[args, &LAST].concat(), "");
            assert_eq!(code, 2, "{args:?}");
            no_leak(&search, &said, text);
        }
    }
}

/// Ways to write a text so that it looks the same, or nearly.
fn disguises(text: &str) -> Vec<String> {
    let between = |sign: &str| {
        let signs: Vec<String> = text.chars().map(String::from).collect();
        signs.join(sign)
    };
    let wide = |sign: char| match sign {
        '!'..='~' => char::from_u32(u32::from(sign) + 0xFEE0).unwrap(),
        other => other,
    };
    let mut all = vec![
        text.chars().map(wide).collect(),
        format!("\u{202E}{text}\u{202C}"),
        text.replace(' ', "\u{A0}"),
        text.replace(' ', "\u{2009}"),
        text.replace(' ', "\u{3000}"),
    ];
    // Nothing of these is seen.
    for sign in [
        "\u{200B}",
        "\u{AD}",
        "\u{2060}",
        "\u{200E}",
        "\u{FEFF}",
        "\u{34F}",
        "\u{E0020}",
        "\u{61C}",
    ] {
        all.push(between(sign));
    }
    all
}

#[test]
fn what_cannot_be_seen_hides_nothing() {
    let all = all();
    let search = Search::new(&all);
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    let mut texts = Vec::new();
    for (at, one) in two(&all).into_iter().enumerate() {
        for text in disguises(&one.written).into_iter().skip(at % 2).step_by(2) {
            let filling: String = "so it was said, "
                .chars()
                .cycle()
                .take(texts.len() % 57)
                .collect();
            write(
                &folder,
                &format!("d{:04}.yaml", texts.len()),
                record(&format!("{filling} {text}")),
            );
            texts.push(text);
        }
    }
    let (report, _) = audited(&temporary, &search);
    let unseen: Vec<String> = clean(&report)
        .iter()
        .map(|name| {
            texts[name[1..5].parse::<usize>().unwrap()]
                .escape_debug()
                .to_string()
        })
        .collect();
    assert!(unseen.is_empty(), "{unseen:#?}");
}

#[test]
fn no_cut_and_no_line_break_shows_half_an_identifier() {
    let all = all();
    let search = Search::new(&all);
    let temporary = bench(&all);
    let folder = temporary.path().join("records");
    let filling: String = "so it was said, ".chars().cycle().take(600).collect();
    for (at, one) in all.iter().enumerate() {
        // Around the cuts of quoted values and of messages, the end of a line of the report, and
        // the longest line that is shown.
        let lengths = [30 + at % 20, 60 + at % 16, 185 + at % 30, 390 + at % 20];
        let text = format!("{} {} and more", &filling[..lengths[at % 4]], one.written);
        let cut = record(&text);
        let long = one.written.replace(
            ' ',
            ["    ", " \\n ", "\\n\\n", "\\t\\t", "\\b ", "\\e "][at % 6],
        );
        let broken = quoted(&long);
        let comment = one.written.replacen(' ', "\n# ", 1);
        let remark = format!("title: A\nkind: [meeting\n# {comment}\n");
        // Each kind has every of these.
        let text = &[cut, broken, remark][(at + at / EACH) % 3];
        write(&folder, &format!("c{at:03}.yaml"), text);
    }
    audited(&temporary, &search);
}

#[test]
fn letters_and_digits_that_are_drawn_differently_hide_nothing() {
    // Values from ranges that are kept for tests, and the postcode area that stands for none.
    for text in [
        "07700\u{2800}900\u{2800}123",
        "07700→900→123",
        "⓪⑦⑦⓪⓪ ⑨⓪⓪①②③",
        "𝐙𝐙𝟗𝟗 𝟏𝐀𝐀",
        "ZZ⑨⑨ ①AA",
        "ZZ९९ १AA",
        "🇿🇿99 1🇦🇦",
        "born 14⁄03⁄2012",
        "born ⑭/③/2012",
        "bᴏʀɴ 14/03/2012",
        "999‧123‧4527",
    ] {
        let record =
            format!("title: Board {text}\nkind: meeting\ndate: 2026-02-26\nproject: {text}\n");
        let bench = crate::Bench::new(&[("a.yaml", &record)]);
        let (out, _) = bench.outputs("2026-07-31");
        assert!(out.contains("Board") && out.contains('*'), "{text}");
        assert!(!out.contains(text), "{text}");
    }
}
