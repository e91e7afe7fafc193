//! One snippet for every fault: `⟦..⟧` marks the bytes that must be underlined, and nothing else may be found. A snippet
//! that begins with `+` stands below a head without fault, one with `?` below a head and the start of a question.

/// Code and snippet; the findings come in the order of the marks, all of the same code.
pub(super) const CASES: &[(&str, &str)] = &[
    // TOML itself.
    (
        "toml-unquoted",
        "+summary = ⟦Landing, on the Moon⟧ # comment\n",
    ),
    (
        "toml-unquoted",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [⟦Yuri Gagarin⟧, \"b\"]\n",
    ),
    (
        "toml-unquoted",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\n⟦Yuri⟧,\n\"b\",\n⟦John⟧\n]\n",
    ),
    (
        "toml-unquoted-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦1957-10⟧\n",
    ),
    (
        "toml-unquoted-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦late 2023⟧\n",
    ),
    (
        "toml-unquoted-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦1957..1969⟧\n",
    ),
    (
        "toml-unquoted-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦-43-03-15⟧\n",
    ),
    (
        "toml-unquoted-date",
        "?kind = \"date\"\nanswer = ⟦2023-02-30⟧\n",
    ),
    ("toml-smart-quotes", "+summary = ⟦“Landing, on the Moon”⟧\n"),
    ("toml-missing-quote", "+summary = ⟦Landing\"⟧\n"),
    (
        "toml-unclosed-quote",
        "+summary = ⟦\"Landing⟧\nlicense = \"MIT\"\n",
    ),
    (
        "toml-unclosed-quote",
        "+summary = ⟦\"Landing on⟧\nthe Moon\"\nlicense = \"MIT\"\n",
    ),
    (
        "toml-unclosed-quote",
        "+summary = ⟦\"\"\"Landing⟧\nlicense = \"MIT\"\n",
    ),
    ("toml-escape", "+summary = \"C:⟦\\q⟧uiz\"\n"),
    ("toml-escape", "+summary = \"⟦\\u12z⟧\"\n"),
    ("toml-control-character", "+summary = \"a⟦\u{1b}⟧[31m\"\n"),
    ("toml-control-character", "+# a⟦\u{7}⟧\n"),
    ("toml-line-break", "+summary = \"\"\"a⟦\r⟧b\"\"\"\n"),
    (
        "toml-invalid-number",
        "?kind = \"numeric\"\nanswer = 5\ntolerance = ⟦5%⟧\n",
    ),
    ("toml-invalid-number", "+hint_cost = ⟦007⟧\n"),
    ("toml-boolean", "?kind = \"true-false\"\nanswer = ⟦True⟧\n"),
    ("toml-boolean", "?kind = \"true-false\"\nanswer = ⟦yes⟧\n"),
    ("toml-missing-value", "+⟦summary⟧ =\nlicense = \"MIT\"\n"),
    ("toml-missing-equals", "+⟦summary:⟧ \"Landing\"\n"),
    ("toml-missing-equals", "+⟦summary⟧ \"Landing\"\n"),
    ("toml-missing-key", "+⟦=⟧ \"Landing\"\n"),
    ("toml-missing-key", "+[⟦]⟧\n"),
    ("toml-invalid-key", "+[sets]\n⟦prénoms⟧ = [\"a\", \"b\"]\n"),
    ("toml-bare-text", "+⟦Armstrong commanded.⟧\n"),
    (
        "toml-after-value",
        "?kind = \"numeric\"\nanswer = 2⟦,000⟧\n",
    ),
    ("toml-after-value", "+summary = \"a \"⟦b\" c\"⟧\n"),
    (
        "toml-missing-comma",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\"b\" ⟦\"⟧c\"]\n",
    ),
    (
        "toml-extra-comma",
        "?kind = \"true-false\"\nanswer = true\ntags = [\"b\",⟦,⟧ \"c\"]\n",
    ),
    (
        "toml-unclosed-bracket",
        "?kind = \"true-false\"\ntags = ⟦[⟧\"a\", \"b\"\nanswer = true\n[[questions]]\nid = \"r\"\nkind = \"true-false\"\nprompt = \"P\"\nanswer = true\n",
    ),
    (
        "toml-unclosed-bracket",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [ ⟦{⟧ text = \"b\", \"c\" ]\n",
    ),
    (
        "toml-unclosed-bracket",
        "+⟦[[questions]⟧\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\n",
    ),
    ("toml-unclosed-bracket", "+⟦[article⟧\nfile = \"a.md\"\n"),
    (
        "toml-single-brackets",
        "+⟦[questions]⟧\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\n⟦[questions]⟧\nid = \"r\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\n",
    ),
    (
        "toml-duplicate-key",
        "?kind = \"true-false\"\nanswer = true\n⟦answer⟧ = false\n",
    ),
    (
        "toml-duplicate-key",
        "+[article]\nfile = \"a.md\"\n[⟦article⟧]\nfile = \"b.md\"\n",
    ),
    ("toml-syntax", "+summary = ⟦=⟧ \"Landing\"\n"),
    // The file and its head.
    (
        "too-deep",
        "+summary = [[[[[[[[[[[[[[[[⟦[⟧1]]]]]]]]]]]]]]]]]\n",
    ),
    ("missing-format", "⟦id⟧ = \"p\"\ntitle = \"T\"\n"),
    ("format-newer", "format = ⟦2⟧\nwhatever = 1\n[new]\n"),
    ("out-of-range", "format = ⟦0⟧\nid = \"p\"\ntitle = \"T\"\n"),
    (
        "wrong-type",
        "format = ⟦\"1\"⟧\nid = \"p\"\ntitle = \"T\"\n",
    ),
    ("missing-key", "⟦format⟧ = 1\nid = \"p\"\n"),
    ("missing-key", "+⟦[article]⟧\n"),
    (
        "missing-key",
        "+⟦[[questions]]⟧\nid = \"q\"\nprompt = \"P\"\n",
    ),
    (
        "missing-key",
        "+⟦[[questions]]⟧\nid = \"q\"\nkind = \"true-false\"\nanswer = true\n",
    ),
    (
        "missing-key",
        "+⟦[[questions]]⟧\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\n",
    ),
    (
        "missing-key",
        "+⟦[[questions]]⟧\nid = \"q\"\nprompt = \"P\"\nkind = \"choice\"\nanswer = \"a\"\n",
    ),
    ("missing-key", "+⟦[[events]]⟧\nid = \"e\"\ntitle = \"E\"\n"),
    (
        "missing-key",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [⟦{ feedback = \"F\" }⟧]\n",
    ),
    ("unknown-key", "+⟦tilte⟧ = \"T\"\n"),
    (
        "unknown-key",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\"b\"]\n⟦explain⟧ = \"c\"\n",
    ),
    (
        "unknown-key",
        "+[[⟦question⟧]]\nid = \"q\"\n[[question]]\nid = \"r\"\n",
    ),
    (
        "misplaced-key",
        "?kind = \"true-false\"\nanswer = true\n⟦language⟧ = \"de\"\n",
    ),
    ("misplaced-key", "+[sets]\n⟦license⟧ = \"MIT\"\n"),
    (
        "wrong-type",
        "?kind = \"true-false\"\nanswer = true\ntags = ⟦\"crew\"⟧\n",
    ),
    (
        "wrong-type",
        "?kind = \"true-false\"\nanswer = ⟦\"true\"⟧\n",
    ),
    (
        "wrong-type",
        "+[[questions]]\nid = \"q\"\nprompt = ⟦1969⟧\nkind = \"true-false\"\nanswer = true\n",
    ),
    ("wrong-type", "+article = ⟦\"a.md\"⟧\n"),
    (
        "wrong-type",
        "?kind = \"choice\"\nanswer = ⟦[\"a\", \"b\"]⟧\ndistractors = [\"c\"]\n",
    ),
    (
        "wrong-type",
        "?kind = \"matching\"\npairs = [[\"a\", \"b\"], ⟦[\"c\"]⟧]\n",
    ),
    ("out-of-range", "+hint_cost = ⟦1001⟧\n"),
    (
        "out-of-range",
        "?kind = \"true-false\"\nanswer = true\npoints = ⟦0⟧\n",
    ),
    (
        "out-of-range",
        "?kind = \"true-false\"\nanswer = true\npoints = ⟦0.0001⟧\n",
    ),
    (
        "invalid-id",
        "+[[questions]]\nid = ⟦\"who commanded?\"⟧\nkind = \"true-false\"\nprompt = \"P\"\nanswer = true\n",
    ),
    (
        "invalid-id",
        "format = 1\nid = ⟦\"@order\"⟧\ntitle = \"T\"\n",
    ),
    (
        "duplicate-id",
        "?kind = \"true-false\"\nanswer = true\n[[questions]]\nid = ⟦\"q\"⟧\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\n",
    ),
    (
        "missing-id",
        "+⟦[[questions]]⟧\nkind = \"true-false\"\nprompt = \"P\"\nanswer = true\n",
    ),
    ("missing-id", "⟦format⟧ = 1\ntitle = \"T\"\n"),
    ("forbidden-character", "+summary = \"a⟦\u{202e}⟧b\"\n"),
    ("forbidden-character", "+summary = \"a\\\\⟦\\u001b⟧[31m\"\n"),
    ("forbidden-character", "+summary = \"a ⟦\\e⟧]52;c\"\n"),
    (
        "forbidden-character",
        "?kind = \"true-false\"\nanswer = true\ntags = [\"a⟦\u{9b}⟧\"]\n",
    ),
    ("invalid-language", "+language = ⟦\"English\"⟧\n"),
    ("invalid-path", "+article.file = ⟦\"../a.md\"⟧\n"),
    ("invalid-path", "+article.file = ⟦\"/etc/passwd\"⟧\n"),
    ("invalid-path", "+article.file = ⟦'C:\\a.md'⟧\n"),
    ("invalid-path", "+article.file = ⟦'\\\\host\\a.md'⟧\n"),
    ("invalid-path", "+article.file = ⟦'a\\b.md'⟧\n"),
    ("invalid-path", "+article.file = ⟦\"nul.md\"⟧\n"),
    (
        "pool-too-small",
        "+[[pools]]\ntag = \"x\"\npick = ⟦2⟧\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\ntags = [\"x\"]\n",
    ),
    ("pool-too-small", "+[[pools]]\ntag = ⟦\"x\"⟧\npick = 2\n"),
    (
        "pool-duplicate",
        "+[[pools]]\ntag = \"x\"\npick = 1\n[[pools]]\ntag = ⟦\"x\"⟧\npick = 1\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"true-false\"\nanswer = true\ntags = [\"x\"]\n",
    ),
    // Events and questions.
    (
        "unknown-kind",
        "?kind = ⟦\"choise\"⟧\nanswer = \"a\"\ndistractors = [\"b\"]\n",
    ),
    (
        "foreign-key",
        "?kind = \"choice\"\n⟦answers⟧ = [\"a\"]\ndistractors = [\"b\"]\n",
    ),
    (
        "foreign-key",
        "?kind = \"true-false\"\nanswer = true\n⟦tolerance⟧ = 5\n",
    ),
    (
        "foreign-key",
        "?kind = \"numeric\"\nrange = [1, 2]\n⟦tolerance⟧ = 5\n",
    ),
    (
        "unknown-value",
        "?kind = \"multiple\"\nanswers = [\"a\"]\ndistractors = [\"b\"]\ncredit = ⟦\"partial\"⟧\n",
    ),
    (
        "unknown-value",
        "?kind = \"date\"\nanswer = 1969\nprecision = ⟦\"yaer\"⟧\n",
    ),
    ("empty-text", "+summary = ⟦\" \"⟧\n"),
    (
        "empty-text",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [⟦\"\"⟧]\n",
    ),
    (
        "too-few",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = ⟦[]⟧\n",
    ),
    ("too-few", "?kind = \"ordering\"\nitems = ⟦[\"a\"]⟧\n"),
    (
        "too-few",
        "?kind = \"matching\"\npairs = ⟦[[\"a\", \"b\"]]⟧\n",
    ),
    (
        "too-few",
        "?kind = \"essay\"\nmodel = \"M\"\nrubric = ⟦[]⟧\n",
    ),
    (
        "duplicate-choice",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\"b\", \"c\", ⟦\"B \"⟧]\n",
    ),
    (
        "duplicate-choice",
        "?kind = \"ordering\"\nitems = [\"a\", \"b\", ⟦\"a\"⟧]\n",
    ),
    (
        "duplicate-choice",
        "+[sets]\ns = [\"a\", ⟦\"A\"⟧]\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"choice\"\nanswer = \"b\"\ndistractors = { set = \"s\" }\n",
    ),
    (
        "answer-among-distractors",
        "?kind = \"choice\"\nanswer = \"Neil Armstrong\"\ndistractors = [\"b\", ⟦\"neil  armstrong\"⟧]\n",
    ),
    (
        "answer-among-distractors",
        "?kind = \"short-answer\"\nanswer = \"Café\"\ndistractors = [⟦\"cafe\"⟧]\n",
    ),
    (
        "answer-among-distractors",
        "?kind = \"matching\"\npairs = [[\"a\", \"b\"], [\"c\", \"d\"]]\ndistractors = [⟦\"d\"⟧]\n",
    ),
    (
        "no-such-choice",
        "?kind = \"choice\"\nanswer = \"a\"\ndistractors = [\"None of these\"]\nlast = [⟦\"None of them\"⟧]\n",
    ),
    (
        "unknown-set",
        "+[sets]\ncolours = [\"a\", \"b\"]\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"choice\"\nanswer = \"b\"\ndistractors = { set = ⟦\"colors\"⟧ }\n",
    ),
    (
        "pick-too-many",
        "+[sets]\ns = [\"a\", \"b\"]\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"choice\"\nanswer = \"b\"\ndistractors = { set = \"s\", pick = ⟦2⟧ }\n",
    ),
    (
        "invalid-number",
        "?kind = \"numeric\"\nanswer = ⟦\"many\"⟧\n",
    ),
    ("invalid-number", "?kind = \"numeric\"\nanswer = ⟦inf⟧\n"),
    (
        "invalid-tolerance",
        "?kind = \"numeric\"\nanswer = 5\ntolerance = ⟦\"five\"⟧\n",
    ),
    (
        "invalid-tolerance",
        "?kind = \"date\"\nanswer = 1969\ntolerance = ⟦\"5%\"⟧\n",
    ),
    (
        "invalid-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦\"12/04/1985\"⟧\n",
    ),
    (
        "invalid-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦-44⟧\n",
    ),
    (
        "invalid-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦19:28:34⟧\n",
    ),
    (
        "invalid-date",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = ⟦0⟧\n",
    ),
    ("invalid-date", "?kind = \"date\"\nanswer = ⟦\"1957?\"⟧\n"),
    (
        "invalid-date",
        "?kind = \"date\"\nanswer = 1957\nend = ⟦true⟧\n",
    ),
    (
        "reversed",
        "+[[events]]\nid = \"e\"\ntitle = \"E\"\nwhen = 1969\nuntil = ⟦1957⟧\n",
    ),
    (
        "reversed",
        "+[[eras]]\ntitle = \"E\"\nfrom = 1969\nto = ⟦1957⟧\n",
    ),
    ("reversed", "?kind = \"numeric\"\nrange = ⟦[2500, 1500]⟧\n"),
    (
        "reversed",
        "+[[events]]\nid = \"a\"\ntitle = \"A\"\nwhen = 1957\n[[events]]\nid = \"b\"\ntitle = \"B\"\nwhen = 1969\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"ordering\"\nevents = [\"b\", ⟦\"a\"⟧]\n",
    ),
    (
        "precision-too-fine",
        "?kind = \"date\"\nanswer = 1969\nprecision = ⟦\"month\"⟧\n",
    ),
    ("unknown-event", "?kind = \"date\"\nevent = ⟦\"landing\"⟧\n"),
    (
        "undecidable-order",
        "+[[events]]\nid = \"a\"\ntitle = \"A\"\nwhen = 1969\n[[events]]\nid = \"b\"\ntitle = \"B\"\nwhen = \"July 1969\"\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkind = \"ordering\"\nevents = ⟦[\"a\", \"b\"]⟧\n",
    ),
    (
        "cloze-syntax",
        "?kind = \"cloze\"\ntext = \"About {{2,000⟦}⟧ chips\"\n",
    ),
    (
        "cloze-syntax",
        "?kind = \"cloze\"\ntext = \"About ⟦{{}}⟧ chips\"\n",
    ),
    (
        "cloze-without-gap",
        "?kind = \"cloze\"\ntext = ⟦\"About {2,000} chips\"⟧\n",
    ),
];
