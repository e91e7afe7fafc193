//! Codes of faults of events and questions.

super::codes! {
UNKNOWN_KIND "unknown-kind" Error "\
`kind` is none of the ten kinds: `choice`, `multiple`, `true-false`, `short-answer`, `numeric`, `date`, `ordering`, \
`matching`, `cloze`, `essay`.

```toml
kind = \"single-choice\"     # wrong
kind = \"choice\"            # right
```"
FOREIGN_KEY "foreign-key" Error "\
A key belongs to another kind of question and would be without effect in this one.

```toml
kind    = \"choice\"
answers = [\"Neil Armstrong\"]     # wrong: of a `multiple`
answer  = \"Neil Armstrong\"       # right
```"
UNKNOWN_VALUE "unknown-value" Error "\
A key takes one of a few words, and this is none of them: `credit` is `each` or `all`; `precision` is `day`, `month`, `year`, \
`decade`, `century` and the like.

```toml
credit = \"partial\"     # wrong
credit = \"each\"        # right
```"
EMPTY_TEXT "empty-text" Error "\
A text is empty or has only spaces where words are needed. Write it, or delete the key if it may be left out."
TOO_FEW "too-few" Error "\
A list has fewer entries than the question needs: a choice needs one distractor, a multiple one answer and one distractor, an \
ordering two items, a matching two pairs, an essay one line of rubric.

```toml
items = [\"Sputnik\"]                  # wrong
items = [\"Sputnik\", \"Apollo 11\"]     # right
```"
DUPLICATE_CHOICE "duplicate-choice" Error "\
Two entries of a list are the same, or the same but for case and spaces: a learner could not tell them apart, and one of \
them might be marked wrong. Change or delete one."
ANSWER_AMONG_DISTRACTORS "answer-among-distractors" Error "\
An answer stands among the distractors, too, or equals one but for case and spaces. It cannot be right and wrong at once: \
delete one of the two.

```toml
answer      = \"Neil Armstrong\"
distractors = [\"neil armstrong\", \"Yuri Gagarin\"]     # wrong
```"
NO_SUCH_CHOICE "no-such-choice" Error "\
`last` names a text that is none of the question's choices. It must be one of them, letter by letter.

```toml
distractors = [\"Yuri Gagarin\", \"None of these\"]
last        = [\"None of these\"]
```"
UNKNOWN_SET "unknown-set" Error "\
A question draws its distractors from a set that `[sets]` does not have.

```toml
[sets]
astronauts = [\"Neil Armstrong\", \"Buzz Aldrin\"]

[[questions]]
distractors = { set = \"astronauts\", pick = 1 }
```"
PICK_TOO_MANY "pick-too-many" Error "\
A question draws more distractors from a set than it has without the key. Lower `pick`, or add to the set."
INVALID_NUMBER "invalid-number" Error "\
A value is not a number that can be read, or it is too large, or could be read in two ways.

```toml
kind   = \"numeric\"
answer = \"many\"     # wrong
answer = 2000       # right
```"
INVALID_TOLERANCE "invalid-tolerance" Error "\
A tolerance is a number (`50`), a share (`\"5%\"`) or a factor (`\"x1.25\"`) for a numeric question, and a length of time \
(`\"1 year\"`, `\"6 months\"`) for a date. It is over 0, and a factor is over 1.

```toml
tolerance = \"five\"     # wrong
tolerance = \"5%\"       # right
```"
INVALID_DATE "invalid-date" Error "\
A date cannot be read, or could be read in two ways: a refusal is better than a guess. These are read, and many more:

```toml
when = 1969-07-20
when = 1969
when = \"July 1969\"
when = \"late 1969\"
when = \"c. 1450\"
when = \"1957..1975\"
when = \"44 BCE\"
when = \"1960s\"
```"
REVERSED "reversed" Error "\
Something ends before it begins: `until` before `when`, `to` before `from`, or a range whose second number is the smaller. \
Swap the two.

```toml
range = [2500, 1500]     # wrong
range = [1500, 2500]     # right
```"
PRECISION_TOO_FINE "precision-too-fine" Error "\
`precision` asks for a finer date than the answer has: nobody could give the month of an answer that is a year. Give the \
answer as fine, or ask for less.

```toml
answer    = 1969
precision = \"month\"     # wrong
precision = \"year\"      # right
```"
UNKNOWN_EVENT "unknown-event" Error "\
A question names an event that the pack does not have. The name is the event's `id`.

```toml
[[events]]
id = \"landing\"

[[questions]]
kind  = \"date\"
event = \"landing\"
```"
UNDECIDABLE_ORDER "undecidable-order" Error "\
More than a third of the pairs of an ordering's events have dates that overlap, such as `1969` and `July 1969`: nobody can say \
which was first, so most orders would count as right. Use events that lie further apart, or give their dates more exactly."
CLOZE_SYNTAX "cloze-syntax" Error "\
The text of a cloze has braces that do not make a gap. A gap is `{{answer}}` or `{{answer|another}}`; a brace or bar meant as \
itself is written `\\{`, `\\}` or `\\|`.

```toml
text = 'About {{2,000} chips'      # wrong
text = 'About {{2,000}} chips'     # right
```"
CLOZE_WITHOUT_GAP "cloze-without-gap" Error "\
The text of a cloze has no gap: there is nothing to fill in.

```toml
text = \"About {{2,000}} {{H800|Nvidia H800}} chips\"
```"
}
