//! Tables of what is read, as what, and what is refused.

use super::When;

/// `earliest..latest pad | display | edtf`, or the code of a refusal.
fn summary(text: &str) -> String {
    let when = match When::read(text) {
        Ok(when) => when,
        Err(refusal) => return refusal.code.to_owned(),
    };
    let json = when.json();
    let open = || "*".to_owned();
    let mut out = format!(
        "{}..{}",
        json.earliest.unwrap_or_else(open),
        json.latest.unwrap_or_else(open)
    );
    if let Some(pad) = json.pad {
        out.push(' ');
        out.push_str(&pad);
    }
    out + " | " + &when.to_string()
}

const READINGS: &[(&str, &str)] = &[
    ("Oct. 4, 1957", "1957-10-04..1957-10-04 | 4 October 1957"),
    (
        "OCTOBER  4TH,1957",
        "1957-10-04..1957-10-04 | 4 October 1957",
    ),
    (
        "the 4th of October 1957",
        "1957-10-04..1957-10-04 | 4 October 1957",
    ),
    ("4-Oct-1957", "1957-10-04..1957-10-04 | 4 October 1957"),
    ("25.12.1957", "1957-12-25..1957-12-25 | 25 December 1957"),
    ("12/25/1957", "1957-12-25..1957-12-25 | 25 December 1957"),
    ("25-12-1957", "1957-12-25..1957-12-25 | 25 December 1957"),
    ("4/4/1957", "1957-04-04..1957-04-04 | 4 April 1957"),
    ("1957/10/04", "1957-10-04..1957-10-04 | 4 October 1957"),
    ("10/1957", "1957-10-01..1957-10-31 | October 1957"),
    ("1957−10", "1957-10-01..1957-10-31 | October 1957"),
    ("Sept 1957", "1957-09-01..1957-09-30 | September 1957"),
    (
        "4 October 1957, 19:28",
        "1957-10-04..1957-10-04 | 4 October 1957, 19:28",
    ),
    (
        "1969-07-20T20:17:40Z",
        "1969-07-20..1969-07-20 | 20 July 1969, 20:17:40",
    ),
    (
        "4 October 1957 at 19:28",
        "1957-10-04..1957-10-04 | 4 October 1957, 19:28",
    ),
    ("Q3 2023", "2023-07-01..2023-09-30 | Q3 2023"),
    ("2023-Q3", "2023-07-01..2023-09-30 | Q3 2023"),
    ("third quarter of 2023", "2023-07-01..2023-09-30 | Q3 2023"),
    ("H2 2023", "2023-07-01..2023-12-31 | H2 2023"),
    (
        "the second half of 2023",
        "2023-07-01..2023-12-31 | H2 2023",
    ),
    (
        "first half of the 20th century",
        "1901-01-01..1950-12-31 | first half of the 20th century",
    ),
    ("summer of 2023", "2023-06-01..2023-08-31 1m | summer 2023"),
    ("winter 2023-24", "2023-12-01..2024-02-29 1m | winter 2023"),
    ("mid-2023", "2023-05-01..2023-08-31 1m | mid 2023"),
    (
        "early July 2023",
        "2023-07-01..2023-07-10 3d | early July 2023",
    ),
    (
        "mid-19th-century",
        "1831-01-01..1870-12-31 10y | mid 19th century",
    ),
    ("twentieth century", "1901-01-01..2000-12-31 | 20th century"),
    (
        "Twenty-first century",
        "2001-01-01..2100-12-31 | 21st century",
    ),
    ("mid 1950's", "1954-01-01..1956-12-31 1y | mid 1950s"),
    ("150s BCE", "-0158-01-01..-0149-12-31 | 150s BCE"),
    (
        "early 150s BCE",
        "-0158-01-01..-0155-12-31 1y | early 150s BCE",
    ),
    ("50s CE", "0050-01-01..0059-12-31 | 50s CE"),
    ("1st millennium", "0001-01-01..1000-12-31 | 1st millennium"),
    ("190X", "1900-01-01..1909-12-31 | 1900–1909"),
    ("44 B.C.E.", "-0043-01-01..-0043-12-31 | 44 BCE"),
    ("A.D. 79", "0079-01-01..0079-12-31 | 79 CE"),
    ("15 March AD 44", "0044-03-15..0044-03-15 | 15 March 44 CE"),
    ("10 000 BCE", "-9999-01-01..-9999-12-31 | 10,000 BCE"),
    ("12,025 CE", "12025-01-01..12025-12-31 | 12,025 CE"),
    ("c.1860", "1860-01-01..1860-12-31 5y | c. 1860"),
    ("around the 1860s", "1860-01-01..1869-12-31 5y | c. 1860s"),
    (
        "approx. 4 October 1957",
        "1957-10-04..1957-10-04 3d | c. 4 October 1957",
    ),
    ("c. 1957?", "1957-01-01..1957-12-31 1y | c. 1957?"),
    ("maybe 1862", "1862-01-01..1862-12-31 | 1862?"),
    (
        "October 1957 ± 2",
        "1957-10-01..1957-10-31 2m | October 1957 ± 2",
    ),
    (
        "1957 ± 6 months",
        "1957-01-01..1957-12-31 6m | 1957 ± 6 months",
    ),
    (
        "541.0 ± 1.0 Ma",
        "-541048000-01-01..-540948000-12-31 1000000y | 541.0 Ma ± 1",
    ),
    (
        "1200 ± 50 BCE",
        "-1199-01-01..-1199-12-31 50y | 1200 BCE ± 50",
    ),
    ("Q1-Q2 2023", "2023-01-01..2023-06-30 | Q1 2023 – Q2 2023"),
    (
        "4 Oct 1957 19:28 UTC",
        "1957-10-04..1957-10-04 | 4 October 1957, 19:28",
    ),
    (
        "66 Ma ± 0.5",
        "-66498000-01-01..-65498000-12-31 500000y | 66 Ma ± 0.5",
    ),
    ("4.54 Ga", "-4544998000-01-01..-4534998000-12-31 | 4.54 Ga"),
    (
        "66 million years ago",
        "-66498000-01-01..-65498000-12-31 | 66 Ma",
    ),
    ("66 mya", "-66498000-01-01..-65498000-12-31 | 66 Ma"),
    ("300,000 years ago", "-348000-01-01..-248000-12-31 | 300 ka"),
    ("5–4 Ma", "-5498000-01-01..-3498000-12-31 | 5 Ma – 4 Ma"),
    (
        "1200–800 ka",
        "-1248000-01-01..-748000-12-31 | 1200 ka – 800 ka",
    ),
    ("from 1957 to 1969", "1957-01-01..1969-12-31 | 1957 – 1969"),
    ("1957 until 1969", "1957-01-01..1969-12-31 | 1957 – 1969"),
    ("1957 — 1969", "1957-01-01..1969-12-31 | 1957 – 1969"),
    ("1957…1969", "1957-01-01..1969-12-31 | 1957 – 1969"),
    ("until 1969", "*..1969-12-31 | … – 1969"),
    ("1957–", "1957-01-01..* | 1957 – present"),
    ("1917/..", "1917-01-01..* | 1917 – present"),
    ("../1917", "*..1917-12-31 | … – 1917"),
    ("from 1917 onwards", "unreadable"),
    ("1917 onwards", "1917-01-01..* | 1917 – present"),
    ("-0043..0050", "-0043-01-01..0050-12-31 | 44 BCE – 50 CE"),
    (
        "4–6 October 1957",
        "1957-10-04..1957-10-06 | 4 October 1957 – 6 October 1957",
    ),
    (
        "October 4–6, 1957",
        "1957-10-04..1957-10-06 | 4 October 1957 – 6 October 1957",
    ),
    (
        "4 Oct – 6 Nov 1957",
        "1957-10-04..1957-11-06 | 4 October 1957 – 6 November 1957",
    ),
    (
        "October–December 1957",
        "1957-10-01..1957-12-31 | October 1957 – December 1957",
    ),
    (
        "5th–4th century BCE",
        "-0499-01-01..-0300-12-31 | 5th century BCE – 4th century BCE",
    ),
    (
        "12–15 March 44 BCE",
        "-0043-03-12..-0043-03-15 | 12 March 44 BCE – 15 March 44 BCE",
    ),
    ("44 BC–AD 14", "-0043-01-01..0014-12-31 | 44 BCE – 14 CE"),
    ("AD 410–476", "0410-01-01..0476-12-31 | 410 CE – 476 CE"),
    ("1950s–1960s", "1950-01-01..1969-12-31 | 1950s – 1960s"),
    (
        "between 1957 and 1969",
        "1957-01-01..1969-12-31 | between 1957 and 1969",
    ),
    (
        "between 1200 and 1150 BCE",
        "-1199-01-01..-1149-12-31 | between 1200 BCE and 1150 BCE",
    ),
    (
        "between c. 1950 and 1969",
        "1950-01-01..1969-12-31 5y | between c. 1950 and 1969",
    ),
    ("after 1917", "1918-01-01..* | after 1917"),
    ("before c. 1917", "*..1916-12-31 1y | before c. 1917"),
    (
        "prior to October 1957",
        "*..1957-09-30 | before October 1957",
    ),
];

#[test]
fn dates_read_in_every_way_that_people_write_them() {
    for &(text, want) in READINGS {
        assert_eq!(summary(text), want, "{text}");
    }
}

const EDTF: &[(&str, &str)] = &[
    ("2004-06~-11", "2004-06-11..2004-06-11 3d | c. 11 June 2004"),
    (
        "?2004-06-~11",
        "2004-06-11..2004-06-11 3d | c. 11 June 2004?",
    ),
    ("2004-XX", "2004-01-01..2004-12-31 | 2004"),
    ("1985-04-XX", "1985-04-01..1985-04-30 | April 1985"),
    (
        "156X-12-25",
        "1560-12-25..1569-12-25 | between 25 December 1560 and 25 December 1569",
    ),
    (
        "1984-1X",
        "1984-10-01..1984-12-31 | between October 1984 and December 1984",
    ),
    ("1XXX", "1000-01-01..1999-12-31 | between 1000 and 1999"),
    ("1950S2", "1900-01-01..1999-12-31 | between 1900 and 1999"),
    (
        "Y-17E7",
        "-170000000-01-01..-170000000-12-31 | 170,000,001 BCE",
    ),
    (
        "Y170000002",
        "170000002-01-01..170000002-12-31 | 170,000,002 CE",
    ),
    (
        "[1667..1672]",
        "1667-01-01..1672-12-31 | between 1667 and 1672",
    ),
    ("[..1984]", "*..1984-12-31 | by 1984"),
    ("[1760-12..]", "1760-12-01..* | after 30 November 1760"),
    (
        "2004-06-~01/2004-06-~20",
        "2004-06-01..2004-06-20 | c. 1 June 2004 – c. 20 June 2004",
    ),
    ("/1985", "*..1985-12-31 | … – 1985"),
    ("1985/", "unknown-end"),
    ("{1667,1668}", "edtf-set"),
    ("[1667,1760-12]", "edtf-set"),
    ("XXXX-12-XX", "edtf-no-year"),
    ("0000", "year-zero"),
    ("2001-34", "ambiguous-short-range"),
    ("Y9E18", "year-out-of-range"),
];

#[test]
fn edtf_reads_as_its_bounds_say_and_sets_are_refused() {
    for &(text, want) in EDTF {
        assert_eq!(summary(text), want, "{text}");
    }
}

const REFUSALS: &[(&str, &str)] = &[
    ("12/04/1985", "ambiguous-numeric"),
    ("4.10.1957", "ambiguous-numeric"),
    ("13/13/1957", "month-out-of-range"),
    ("1914-18", "ambiguous-short-range"),
    ("1914–18", "ambiguous-short-range"),
    ("1939..45", "ambiguous-short-range"),
    ("2023-24", "ambiguous-short-range"),
    ("1957-21", "ambiguous-short-range"),
    ("1957-8", "ambiguous-short-range"),
    ("1200-50 BCE", "ambiguous-short-range"),
    ("winter 2023–2024", "ambiguous-short-range"),
    ("winter 2023/24", "ambiguous-short-range"),
    ("1957-32", "month-out-of-range"),
    ("2000s", "ambiguous-decade"),
    ("early 1900s", "ambiguous-decade"),
    ("1800s BCE", "ambiguous-decade"),
    ("44", "bare-short-year"),
    ("476", "bare-short-year"),
    ("c. 79", "bare-short-year"),
    ("50s", "bare-short-year"),
    ("15 March 44", "bare-short-year"),
    ("25/12/57", "bare-short-year"),
    ("44 BCE..14", "bare-short-year"),
    ("12025", "year-too-large"),
    ("12,025", "year-too-large"),
    ("-44", "negative-year"),
    ("last year", "relative-date"),
    ("this century", "relative-date"),
    ("5 years ago", "relative-date"),
    ("two weeks ago", "relative-date"),
    ("today", "relative-date"),
    ("last October", "relative-date"),
    ("0 CE", "year-zero"),
    ("0 BCE", "year-zero"),
    ("30 February 2023", "day-out-of-range"),
    ("29 February 1900", "day-out-of-range"),
    ("31/04/2023", "day-out-of-range"),
    ("2023-13", "month-out-of-range"),
    ("2023-02-30", "day-out-of-range"),
    ("early 2023..late 2022", "reversed"),
    ("200–300 BCE", "reversed"),
    ("between 1969 and 1957", "reversed"),
    ("19:28", "time-without-date"),
    ("4 October 1957, 25:00", "time-out-of-range"),
    ("12,000 BP", "before-present"),
    ("200 Ga", "year-out-of-range"),
    ("999999999999 BCE", "year-out-of-range"),
    ("1957 ± many", "unreadable-spread"),
    ("21th century", "unreadable"),
    ("1957s", "unreadable"),
    ("0 Ma", "unreadable"),
    ("present", "unreadable"),
    ("..", "unreadable"),
    ("", "unreadable"),
    ("1957 1958", "unreadable"),
    ("October", "unreadable"),
    ("the battle of 1066", "unreadable"),
    ("19:28..1957", "time-without-date"),
    ("1863 or 1864", "unreadable"),
];

#[test]
fn what_could_mean_two_things_is_refused() {
    for &(text, code) in REFUSALS {
        assert_eq!(summary(text), code, "{text}");
    }
}
