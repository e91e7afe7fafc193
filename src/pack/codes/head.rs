//! Codes of faults of the file, of its head and of keys anywhere.

super::codes! {
NOT_UTF_8 "not-utf-8" Error "\
The file is not UTF-8. Save it again with the encoding UTF-8 (in most editors under \"Save with encoding\")."
TOO_LARGE "too-large" Error "\
The file is larger than 32 MiB, more than a hundred thousand questions take. Make several packs of it."
TOO_DEEP "too-deep" Error "\
Tables and lists are nested more than 16 levels deep. A pack needs no more than five; such a file was made by mistake or to \
do harm."
TOO_MANY_QUESTIONS "too-many-questions" Error "\
The pack has more than 100,000 questions. Make several packs of it; those beyond the limit are left out."
MISSING_FORMAT "missing-format" Error "\
The pack does not say which version of the format it is written in. That number lets a later program read it as it was meant.

```toml
format = 1
title = \"Landing on the Moon\"
```"
FORMAT_NEWER "format-newer" Error "\
The pack is written in a version of the format that this program does not know. Update quizline; if the number is a slip, \
write `format = 1`."
MISSING_KEY "missing-key" Error "\
A needed key is missing. A pack needs `format` and `title`; an event `when` and `title`; a question `kind`, `prompt` (but for \
a cloze) and its key: `answer`, `answers`, `items`, `pairs`, `text` or `model`, as its kind has it.

```toml
[[questions]]
kind        = \"choice\"
prompt      = \"Who commanded Apollo 11?\"
answer      = \"Neil Armstrong\"
distractors = [\"Yuri Gagarin\"]
```"
UNKNOWN_KEY "unknown-key" Error "\
A key that the format does not know. It would be without effect, so it is most likely a slip.

```toml
distractor  = [\"Yuri Gagarin\"]     # wrong
distractors = [\"Yuri Gagarin\"]     # right
```"
MISPLACED_KEY "misplaced-key" Error "\
A key of the pack's head stands under a `[..]` or `[[..]]` heading. In TOML every key belongs to the heading above it, \
however it is indented; keys of the head stand before the first heading.

```toml
[[questions]]
prompt = \"..\"
language = \"de\"      # wrong: move it above the first heading
```"
WRONG_TYPE "wrong-type" Error "\
A value is of another type than the key takes: a number where a text is needed, a text where a list is needed.

```toml
tags = \"crew\"        # wrong
tags = [\"crew\"]      # right
shuffle = \"false\"    # wrong
shuffle = false      # right
```"
OUT_OF_RANGE "out-of-range" Error "\
A number is outside what the key takes: `points` is over 0, `hint_cost` from 0 to 1000, `pick` at least 1.

```toml
points = 0      # wrong
points = 2      # right
```"
INVALID_ID "invalid-id" Error "\
An id has 1 to 64 letters and digits of any script, `-` and `_`; no spaces, no dots, no `@` (which is reserved for games). \
Answers are recorded under it, so it stays when the wording is mended.

```toml
id = \"who commanded?\"     # wrong
id = \"commander\"          # right
```"
DUPLICATE_ID "duplicate-id" Error "\
Two questions, or two events, have the same id: their answers could not be told apart. Give the newer one another id; the older one \
keeps its history."
MISSING_ID "missing-id" Warning "\
The pack, a question or an event has no id. One is made of the file's name, the prompt or the title; it changes when those \
change, and the answers recorded so far are lost to it. Write the id down, as the finding shows it; `quizline fmt` does it for \
all of them.

```toml
[[questions]]
id     = \"commander\"
prompt = \"Who commanded Apollo 11?\"
```"
FORBIDDEN_CHARACTER "forbidden-character" Error "\
A text holds a control character, an escape sequence or a mark that turns the direction of writing around. Such characters \
can steer a terminal or show something else than what stands there; they are never shown as they are. Delete them."
INVALID_LANGUAGE "invalid-language" Error "\
`language` is not a language tag. It is the short form used on the web: `en`, `de`, `pt-BR`, `zh-Hant`. It decides how \
numbers are grouped and which articles are dropped.

```toml
language = \"English\"     # wrong
language = \"en\"          # right
```"
INVALID_PATH "invalid-path" Error "\
The article is not a plain file below the folder of the pack. A pack comes from anywhere, so it can open nothing outside: no \
`..`, no `/` at the start, no drive, no backslash.

```toml
[article]
file = \"/home/me/apollo.md\"     # wrong
file = \"apollo.md\"              # right
```"
POOL_TOO_SMALL "pool-too-small" Error "\
A pool asks for more questions of a tag than the pack has. Lower `pick`, tag more questions, or mend the tag's spelling.

```toml
[[pools]]
tag  = \"crew\"
pick = 2          # at least two questions need tags = [\"crew\"]
```"
POOL_DUPLICATE "pool-duplicate" Error "\
Two pools have the same tag: it is not clear how many of its questions to ask. Keep one of them."
}
