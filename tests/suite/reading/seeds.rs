//! The inputs that are kept for fuzzing, and those that once showed a fault, through the same checks on
//! every machine.

use std::fs;

use crate::dice::Dice;
use crate::fuzz_bodies::{TARGETS, run};
use crate::root;

#[test]
fn every_seed_holds_what_its_target_asks() {
    let mut all = 0;
    for (target, _) in TARGETS {
        let folder = root().join("tests/fuzz/seeds").join(target);
        let mut seeds: Vec<_> = fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .map(|entry| entry.unwrap().path())
            .collect();
        seeds.sort();
        assert!(!seeds.is_empty(), "{target} has no seed");
        for seed in seeds {
            let data = fs::read(&seed).unwrap();
            assert!(data.len() <= 20_000, "{} is no small file", seed.display());
            println!("{}", seed.display());
            run(target, &data);
            all += 1;
        }
    }
    assert!(all >= 40, "{all}");
}

/// A machine that knows nothing of the code tries as many records as it is asked to; a few otherwise.
#[test]
fn made_up_records_are_read_alike_in_every_format() {
    let many = std::env::var("MADE_UP_RECORDS").map_or(40, |many| many.parse().unwrap());
    let mut dice = Dice(0x18);
    for _ in 0..many {
        let length = 2 * (1 + dice.below(24));
        let mut byte = || u8::try_from(dice.below(256)).unwrap();
        let data: Vec<u8> = (0..length).map(|_| byte()).collect();
        run("two_readings", &data);
    }
}

/// Targets, seeds and what `cargo fuzz` builds are the same.
#[test]
fn every_target_can_be_fuzzed() {
    let fuzz = root().join("tests/fuzz");
    let package = fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
    for (target, _) in TARGETS {
        assert!(package.contains(&format!(
            "name = \"{target}\"\npath = \"targets/{target}.rs\""
        )));
        let main = fs::read_to_string(fuzz.join(format!("targets/{target}.rs"))).unwrap();
        assert!(
            main.contains(&format!("bodies::run(\"{target}\", data)")),
            "{main}"
        );
    }
    for folder in ["targets", "seeds"] {
        let entries = fs::read_dir(fuzz.join(folder)).unwrap();
        assert_eq!(entries.count(), TARGETS.len(), "{folder}");
    }
}
