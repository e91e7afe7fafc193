//! Codes of faults in the TOML itself.

super::codes! {
TOML_UNQUOTED "toml-unquoted" Error "\
A text stands without quotes. TOML needs quotes around every text, so that it can tell texts from numbers, dates and \
`true` or `false`.

```toml
title = Landing on the Moon      # wrong
title = \"Landing on the Moon\"    # right
```"
TOML_UNQUOTED_DATE "toml-unquoted-date" Error "\
A date stands without quotes and is not a whole day. TOML itself knows days only, as in `1969-07-20`; a bare number such as \
`1957` is read as a year. Months, spans, centuries and everything else go in quotes.

```toml
when = 1957-10        # wrong: TOML has no month
when = \"1957-10\"      # right
when = \"late 2023\"    # right
when = \"1957..1969\"   # right
```"
TOML_SMART_QUOTES "toml-smart-quotes" Error "\
A text is marked with curly quotes, as word processors make them. TOML knows straight quotes only. Curly quotes within a \
text are fine.

```toml
title = “Landing”      # wrong
title = \"Landing\"      # right
```"
TOML_MISSING_QUOTE "toml-missing-quote" Error "\
A text ends with a quote but does not begin with one.

```toml
title = Landing\"      # wrong
title = \"Landing\"     # right
```"
TOML_UNCLOSED_QUOTE "toml-unclosed-quote" Error "\
A text begins with a quote and its line ends before the closing one. A text over several lines begins and ends with three \
quotes.

```toml
prompt = \"Who flew the lander?       # wrong
prompt = \"Who flew the lander?\"      # right
prompt = \"\"\"
Who flew the lander,
and who stayed in orbit?\"\"\"         # right
```"
TOML_ESCAPE "toml-escape" Error "\
A backslash in a text begins an escape that TOML does not know. Known are `\\n`, `\\t`, `\\\"`, `\\\\`, `\\uXXXX` and a few more. \
A backslash itself is written twice, or the text stands in single quotes, where nothing is an escape.

```toml
prompt = \"What is in C:\\quiz?\"      # wrong
prompt = \"What is in C:\\\\quiz?\"     # right
prompt = 'What is in C:\\quiz?'      # right
```"
TOML_CONTROL_CHARACTER "toml-control-character" Error "\
The file holds an invisible control character that TOML forbids. It often comes with text copied from elsewhere. Delete it; \
a line break within a text is written `\\n`, a tab `\\t`."
TOML_LINE_BREAK "toml-line-break" Error "\
The file holds a carriage return without a line feed, as very old programs wrote line breaks. Save the file with the line \
breaks of Linux (LF) or Windows (CR LF)."
TOML_INVALID_NUMBER "toml-invalid-number" Error "\
A value begins like a number and is none that TOML knows. Numbers have digits, a sign, a decimal point and `_` between \
digits; units, percent signs and texts go in quotes.

```toml
tolerance = 5%       # wrong
tolerance = \"5%\"     # right
answer = 007         # wrong
answer = 7           # right
```"
TOML_BOOLEAN "toml-boolean" Error "\
A value looks like a yes or no and is not written as TOML has it: `true` or `false`, in small letters and without quotes.

```toml
answer = True     # wrong
answer = true     # right
```"
TOML_MISSING_VALUE "toml-missing-value" Error "\
A key has `=` and nothing after it. Write a value, or delete the line: everything but a few keys has a default.

```toml
summary =          # wrong
summary = \"..\"     # right
```"
TOML_MISSING_EQUALS "toml-missing-equals" Error "\
A key is not followed by `=`. Other formats use a colon; TOML does not.

```toml
title: \"Landing\"      # wrong
title = \"Landing\"     # right
```"
TOML_MISSING_KEY "toml-missing-key" Error "\
A value or a heading stands without its name.

```toml
= \"Landing\"           # wrong
title = \"Landing\"     # right
```"
TOML_INVALID_KEY "toml-invalid-key" Error "\
A key holds a character that a key may not have without quotes: only letters a to z, digits, `_` and `-` may stand there.

```toml
[sets]
prénoms = [\"Neil\", \"Buzz\"]      # wrong
\"prénoms\" = [\"Neil\", \"Buzz\"]    # right
```"
TOML_BARE_TEXT "toml-bare-text" Error "\
A line is neither a heading nor `key = value`. Often it is the rest of a text over several lines, which needs three quotes at \
both ends, or a comment without its `#`.

```toml
explanation = \"\"\"
Armstrong commanded,
Collins stayed in orbit.\"\"\"
```"
TOML_AFTER_VALUE "toml-after-value" Error "\
Something stands after a complete value on the same line. Each key has a line of its own, a list needs brackets, a comment \
begins with `#`, and a quote within a text is written `\\\"`.

```toml
accept = \"Neil\", \"Armstrong\"        # wrong
accept = [\"Neil\", \"Armstrong\"]      # right
answer = 2,000                      # wrong
answer = 2000                       # right
```"
TOML_MISSING_COMMA "toml-missing-comma" Error "\
Two values of a list, or two keys of a table in braces, stand without a comma between them.

```toml
distractors = [\"Yuri Gagarin\" \"John Glenn\"]      # wrong
distractors = [\"Yuri Gagarin\", \"John Glenn\"]     # right
```"
TOML_EXTRA_COMMA "toml-extra-comma" Error "\
A comma in a list or in braces has nothing before it. One comma after the last value of a list is fine, two are not.

```toml
tags = [\"crew\",, \"moon\"]     # wrong
tags = [\"crew\", \"moon\"]      # right
```"
TOML_UNCLOSED_BRACKET "toml-unclosed-bracket" Error "\
A bracket or brace has no partner. Headings of lists need two brackets at both ends.

```toml
tags = [\"crew\", \"moon\"      # wrong
tags = [\"crew\", \"moon\"]     # right
[[questions]                # wrong
[[questions]]               # right
```"
TOML_SINGLE_BRACKETS "toml-single-brackets" Error "\
`[questions]` names one table; a pack has a list of questions, of events, of pools and of eras. Each of their headings stands \
in two brackets.

```toml
[questions]      # wrong
[[questions]]    # right
```"
TOML_DUPLICATE_KEY "toml-duplicate-key" Error "\
A key or a heading stands twice in the same place. Keep one of the two. Where a question begins without its heading \
`[[questions]]`, its keys run into those of the question before.

```toml
prompt = \"Who flew?\"
prompt = \"Who flew the lander?\"     # wrong: delete one
```"
TOML_SYNTAX "toml-syntax" Error "\
A line is no TOML. A line of a pack is a heading (`[name]` or `[[name]]`), a key with its value (`key = value`), a comment \
(`# ..`) or empty. TOML is explained at <https://toml.io>."
}
