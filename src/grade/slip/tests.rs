//! Which slips are forgiven, and which are other answers.

use std::collections::HashSet;

use super::Key;
use crate::text::fold::fold;

fn forgiven(key: &str, typed: &str, vocabulary: &[&str]) -> bool {
    let vocabulary: HashSet<String> = vocabulary.iter().map(|&word| word.to_owned()).collect();
    Key::new(key, "en")
        .slip(&fold(typed, "en"), &vocabulary)
        .is_some()
}

#[test]
fn small_slips_are_forgiven_by_length() {
    for (key, typed) in [
        ("Liang", "Liag"),
        ("Liang", "Laing"),
        ("Liang", "Lianng"),
        ("Altman", "Altmann"),
        ("Altman", "lAtman"),
        ("Andreessen", "Andresen"),
        ("Marc Andreessen", "Marc Andreesen"),
        ("Marc Andreessen", "Andreessen Marc"),
        ("Battle of Hastings", "Battle fo Hastings"),
        ("sixteen", "sixten"),
        ("New York", "Newyork"),
        ("interesting", "intresting"),
        ("immediate", "imediate"),
        ("DeepSeek R1", "DeepSeekR1"),
        ("DeepSeek R1", "DepSeek R1"),
        ("OpenAI", "OpnAI"),
    ] {
        assert!(forgiven(key, typed, &[]), "{typed} for {key}");
    }
}

#[test]
fn what_makes_another_answer_is_no_slip() {
    for (key, typed) in [
        ("Mars", "Mar"),
        ("Liang", "Lion"),
        ("Liang", "Wiang"),
        ("H800 chips", "H800s chips"),
        ("Apollo 11", "Apollo 12"),
        ("1 12", "11 2"),
        ("7 of 8 chips", "8 of 7 chips"),
        ("NVIDIA", "NVIDA"),
        ("GPUs", "CPUs"),
        ("tRNA synthetase", "mRNA synthetase"),
        ("World War II", "World War I"),
        ("world war ii", "world war iii"),
        ("Type A error", "Type B error"),
        ("hyperthyroidism", "hypothyroidism"),
        ("hyperthyroidism", "hypothyroidsm"),
        ("endothermic", "exothermic"),
        ("intranet", "internet"),
        ("usual", "unusual"),
        ("employer", "employee"),
        ("Southeast Asia", "Southwest Asia"),
        ("sixteen", "sixteenth"),
        ("seventy", "seventh"),
        ("proton", "photon"),
        ("stalactite", "stalagmite"),
        ("北京大学院", "南京大学院"),
        ("가나다라마", "가나다라바"),
        ("one two three four", "four three two one"),
        ("Liang", ""),
    ] {
        assert!(!forgiven(key, typed, &[]), "{typed} for {key}");
    }
}

#[test]
fn a_known_word_is_no_slip() {
    assert!(forgiven("reactor", "reactors", &[]));
    assert!(!forgiven("reactor", "reactors", &["reactors"]));
    assert!(forgiven("Finland", "Finnland", &[]));
    assert!(!forgiven("Finland", "Finnland", &["finland", "finnland"]));
    // The words of the key itself may be known.
    assert!(forgiven("Sam Altman", "Altman Sam", &["sam", "altman"]));
}

#[test]
fn a_long_text_costs_nothing() {
    assert!(!forgiven("Liang Wenfeng", &"Liang ".repeat(200_000), &[]));
}
