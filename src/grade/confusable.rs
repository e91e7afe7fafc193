//! Words within two letters of each other that each are an answer of their own.

/// Each row holds words that are another answer than the others in it. Only words of five letters or more that start
/// alike: other pairs are never taken for slips.
const ROWS: &[&[&str]] = &[
    // Places.
    &["austria", "australia"],
    &["guiana", "guinea", "guyana"],
    &["iceland", "ireland"],
    &["malawi", "malaysia", "malta"],
    &["mauritania", "mauritius"],
    &["niger", "nigeria"],
    &["slovakia", "slovenia"],
    &["sweden", "swedish"],
    // Sciences.
    &["altitude", "attitude", "aptitude", "amplitude"],
    &["arteries", "arterioles"],
    &["bromide", "bromine", "bromate"],
    &["carbide", "carbonate", "carbonite"],
    &["chlorate", "chloride", "chlorine", "chlorite"],
    &["fluoride", "fluorine"],
    &["glucagon", "glycogen"],
    &["iodide", "iodine", "iodate"],
    &["meiosis", "mitosis", "meioses", "mitoses"],
    &["meteor", "meteorite", "meteoroid"],
    &["neuron", "neutron", "neutrino"],
    &["nitrate", "nitride", "nitrite"],
    &["nucleolus", "nucleus"],
    &["phosphate", "phosphide", "phosphite"],
    &["photon", "proton"],
    &["stalactite", "stalagmite", "stalactites", "stalagmites"],
    &["sulfate", "sulfide", "sulfite"],
    &["sulphate", "sulphide", "sulphite"],
    &["ureter", "urethra"],
    // Words often taken for each other.
    &["angel", "angle"],
    &["capital", "capitol"],
    &["casual", "causal"],
    &["complement", "compliment"],
    &["conscience", "conscious", "consensus"],
    &["desert", "dessert"],
    &["discreet", "discrete"],
    &["ingenious", "ingenuous"],
    &["marital", "martial"],
    &["moral", "morale", "mortal"],
    &["personal", "personnel"],
    &["principal", "principle"],
    &["stationary", "stationery"],
    &["trail", "trial"],
    &["united", "untied"],
    &["veracity", "voracity"],
];

/// Whether the two folded words are answers of their own, however alike.
pub(super) fn confusable(one: &str, other: &str) -> bool {
    ROWS.iter()
        .any(|row| row.contains(&one) && row.contains(&other))
}
