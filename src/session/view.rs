//! What a session shows and what it can be told, as data: every interface decorates the same views.
//!
//! Texts are as the author or learner wrote them; an interface cleans them before they reach a terminal.

use crate::{
    grade::{AskAgain, Credit, Response},
    pack::{Id, Points},
};

/// What a learner wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// This is my response.
    Answer(Response),
    /// Pass this question over; it comes back once at the end.
    Skip,
    /// I don't know: show me.
    DontKnow,
    /// Show the next hint.
    Hint,
    /// Show the passage (before an answer this counts as don't know).
    Passage,
    /// Something is wrong with this question.
    Flag(String),
    /// Take the last answer or skip back and ask again.
    Undo,
    /// My last answer was right, whatever the verdict says.
    Right,
    /// Open the question in an editor.
    Edit,
    /// Look at the question before (practice), or go back to it (exam).
    Back,
    /// Go on after a verdict.
    Next,
    /// These rubric lines, from 1, are in my essay.
    Tick(Vec<usize>),
    /// Go to this question, from 0 (exam).
    GoTo(usize),
    /// Hand everything in (exam).
    Submit,
    /// Show what can be done here.
    Help,
    /// Stop; everything is saved.
    Quit,
}

/// A command that stands open at some moment, in the order menus list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// [`Intent::Next`].
    Next,
    /// [`Intent::Hint`].
    Hint,
    /// [`Intent::Skip`].
    Skip,
    /// [`Intent::DontKnow`].
    DontKnow,
    /// [`Intent::Passage`].
    Passage,
    /// [`Intent::Right`].
    Right,
    /// [`Intent::Undo`].
    Undo,
    /// [`Intent::Back`].
    Back,
    /// [`Intent::Flag`].
    Flag,
    /// [`Intent::Edit`].
    Edit,
    /// [`Intent::Submit`].
    Submit,
    /// [`Intent::Help`].
    Help,
    /// [`Intent::Quit`].
    Quit,
}

/// Something to show.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// An attempt begins or goes on.
    Opening(Opening),
    /// A verdict.
    Verdict(Box<VerdictView>),
    /// A verdict of before, read only.
    Earlier(Box<VerdictView>),
    /// A hint was taken: its text, its number from 1, and what it cost in thousandths.
    Hint {
        /// The hint.
        text: String,
        /// Its number, from 1.
        number: usize,
        /// How many there are.
        of: usize,
        /// What all hints so far take, in thousandths of the points.
        penalty: u16,
    },
    /// A passage within its paragraph.
    Passage(PassageView),
    /// One line about what happened.
    Notice(Notice),
    /// The end of an attempt.
    Summary(Box<Summary>),
}

/// An attempt begins or goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// The pack's title.
    pub title: String,
    /// The pack's summary.
    pub summary: Option<String>,
    /// Questions of the plan.
    pub questions: usize,
    /// Whether they are the rounds of a game.
    pub game: bool,
    /// Questions already answered, when it goes on.
    pub answered: usize,
    /// How long the rest takes, in minutes; at least 1.
    pub minutes: usize,
    /// Whose answers these are.
    pub learner: String,
    /// The seed, for doing it again.
    pub seed: u64,
    /// Notes: faulty questions left out, a pool that was too small, questions edited since.
    pub notes: Vec<Notice>,
}

/// One line about what happened; the words for it are the interfaces'.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A question was passed over.
    Skipped {
        /// Whether it comes back at the end.
        comes_back: bool,
    },
    /// An answer is held until everything is handed in, or an essay was stored.
    Saved,
    /// A flag was stored.
    Flagged,
    /// The last answer or skip was taken back.
    Undone,
    /// The answer counts as right from now on; a patch for the author when it was typed.
    Overridden {
        /// TOML for the pack.
        patch: Option<String>,
    },
    /// There is no further hint.
    NoHint,
    /// The command does nothing here.
    NotHere(Command),
    /// Nothing stands before this question.
    NothingBefore,
    /// The store could not be written; the attempt goes on in a spool file.
    Spooled {
        /// The error.
        error: String,
    },
    /// The question was edited, checked and is asked as it stands now.
    Edited,
    /// The edited pack could not be used; the question is asked as it stood.
    EditFailed {
        /// What is wrong.
        error: String,
    },
    /// Anything else: a whole line.
    Line(String),
}

/// A question as it stands on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// The pack it is from.
    pub pack: Id,
    /// Its id, shown beside the number so that people can talk about it.
    pub id: Id,
    /// Its number in this attempt, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// What is asked, Markdown; may be empty for a cloze.
    pub prompt: String,
    /// How to answer.
    pub form: Form,
    /// What it is worth.
    pub points: Points,
    /// Hints shown so far.
    pub hints: Vec<String>,
    /// Hints not yet shown.
    pub hints_left: usize,
    /// What the next hint takes, in thousandths of the points.
    pub hint_cost: u16,
    /// Whether it was answered before and undone.
    pub second_try: bool,
    /// Whether it was skipped before and comes back.
    pub comes_back: bool,
    /// How many wrong moves are still forgiven, where a game counts them.
    pub lives: Option<usize>,
    /// What was given before, when it is being revised (exam).
    pub given: Option<Response>,
    /// What can be done beside answering.
    pub commands: Vec<Command>,
}

impl QuestionView {
    /// What the hints shown so far take, in thousandths of the points.
    #[must_use]
    pub fn penalty(&self) -> u16 {
        let taken = self.hints.len() as u64 * u64::from(self.hint_cost);
        u16::try_from(taken.min(1000)).unwrap_or(1000)
    }
}

/// How a question is answered. Texts in the order in which they are presented.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// One of these.
    One {
        /// The choices.
        choices: Vec<String>,
    },
    /// All that are right.
    Many {
        /// The choices.
        choices: Vec<String>,
        /// Whether anything but all the right ones earns nothing.
        all_or_nothing: bool,
    },
    /// True or false.
    TrueFalse,
    /// A few words.
    Words,
    /// A number.
    Number {
        /// Its unit, which may be left out.
        unit: Option<String>,
    },
    /// A date.
    Date {
        /// How fine it has to be: `a day`, `a month`, `a year`.
        wanted: String,
    },
    /// An order, first to last.
    Order {
        /// The items, shuffled.
        items: Vec<String>,
    },
    /// A right for every left.
    Match {
        /// The lefts.
        lefts: Vec<String>,
        /// The rights, shuffled, distractors among them.
        rights: Vec<String>,
    },
    /// Words or numbers for every gap.
    Gaps {
        /// What stands before each gap, and after the last: one more than there are gaps.
        around: Vec<String>,
        /// Which gaps want a number.
        numeric: Vec<bool>,
    },
    /// Several lines.
    Essay,
}

/// What the session waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// An answer, or a command.
    Answer {
        /// The question.
        question: Box<QuestionView>,
        /// Why the last response could not be taken.
        again: Option<AskAgain>,
    },
    /// What next, after a verdict.
    Next {
        /// What can be done.
        commands: Vec<Command>,
        /// Whether this was the last question.
        last: bool,
    },
    /// Which rubric lines the essay fulfils; the verdict view with model and rubric was shown before.
    Tick {
        /// The lines.
        rubric: Vec<String>,
    },
    /// Hand in or go on (exam): one entry a question.
    Submit {
        /// For every question whether it was answered and whether it was flagged.
        sheet: Vec<(bool, bool)>,
    },
}

/// A verdict as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictView {
    /// The question as it stood.
    pub question: QuestionView,
    /// The grade alone; none while an essay is not ticked.
    pub credit: Option<Credit>,
    /// What hints took, in thousandths.
    pub penalty: u16,
    /// What it earned.
    pub earned: Points,
    /// Whether "don't know" was said (or the passage read first).
    pub dont_know: bool,
    /// Whether "I was right" was said.
    pub overridden: bool,
    /// One line that says why: what was read, which slip was forgiven, how the credit adds up. May be empty.
    pub remark: String,
    /// Choices, pairs, gaps with their marks.
    pub sheet: Sheet,
    /// Said of the whole response: the author's feedback to it.
    pub feedback: Option<String>,
    /// Why the key is right, Markdown.
    pub explanation: Option<String>,
    /// The ground, within its paragraph.
    pub passage: Option<PassageView>,
    /// Where the fact can be looked up beyond the article.
    pub source: Option<String>,
}

/// The key and the response side by side.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet {
    /// Every choice, in the order presented.
    Choices(Vec<ChoiceLine>),
    /// A typed answer.
    Typed {
        /// As typed; none after "don't know".
        given: Option<String>,
        /// The right spelling.
        key: String,
        /// Whether it was right but for a slip: then the difference is shown.
        slip: bool,
    },
    /// Items in the right order.
    Order(Vec<OrderLine>),
    /// Lefts in the order presented.
    Pairs(Vec<PairLine>),
    /// Gaps in order, with the text around them (one more).
    Gaps {
        /// The text around the gaps.
        around: Vec<String>,
        /// The gaps.
        gaps: Vec<GapLine>,
    },
    /// An essay.
    Essay {
        /// As typed; none after "don't know".
        given: Option<String>,
        /// A good answer.
        model: String,
        /// The rubric with the ticks; none while it is not ticked.
        rubric: Vec<(String, Option<bool>)>,
    },
}

/// A choice with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceLine {
    /// Its text, Markdown.
    pub text: String,
    /// Whether the learner chose it.
    pub chosen: bool,
    /// Whether it is a key.
    pub right: bool,
    /// What the author says of it.
    pub feedback: Option<String>,
}

/// An item of an order, listed where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// Its text.
    pub text: String,
    /// Where the learner had it, from 1; none after "don't know".
    pub given: Option<usize>,
    /// Whether it belongs to the longest run that was already right.
    pub kept: bool,
    /// Its date, when it is an event.
    pub when: Option<String>,
}

/// A pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairLine {
    /// The left.
    pub left: String,
    /// What the learner paired with it.
    pub given: Option<String>,
    /// What belongs to it.
    pub right: String,
    /// Whether they are the same.
    pub correct: bool,
}

/// A gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapLine {
    /// As typed; none when left out.
    pub given: Option<String>,
    /// The key.
    pub key: String,
    /// Whether it counts as right.
    pub correct: bool,
    /// Whether it was right but for a slip.
    pub slip: bool,
}

/// A passage within its paragraph, as the article has it but without Markdown marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageView {
    /// The heading it stands under.
    pub heading: Option<String>,
    /// The paragraph before the passage; empty when the article is not there.
    pub before: String,
    /// The passage.
    pub quoted: String,
    /// The paragraph after it.
    pub after: String,
}

/// The end of an attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The pack's title; of several packs the first.
    pub title: String,
    /// Whether every question of the plan has been answered or finally skipped.
    pub complete: bool,
    /// Points earned, of how many.
    pub earned: Points,
    /// Points there were.
    pub of: Points,
    /// Points earned of the points there were, in percent, rounded to a whole number.
    pub percent: u32,
    /// What guessing would have earned on the average, in percent; none where nobody can say, and in a quiz.
    pub chance: Option<u32>,
    /// Questions fully right, partly right, wrong, don't know, skipped, not yet graded, not reached.
    pub tally: Tally,
    /// Per tag: questions asked, and mean percent; tags of at least two questions, weakest first.
    pub tags: Vec<TagLine>,
    /// Questions that did not earn full credit, in order.
    pub missed: Vec<MissedLine>,
    /// Earlier percents of the same learner at the whole pack, oldest first; empty when this was not the whole pack.
    pub trend: Vec<u32>,
    /// What to do next, best first.
    pub next: Vec<NextStep>,
}

/// How many questions ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Full credit.
    pub right: usize,
    /// Some credit.
    pub partly: usize,
    /// None.
    pub wrong: usize,
    /// "Don't know".
    pub dont_know: usize,
    /// Skipped for good.
    pub skipped: usize,
    /// Essays without ticks.
    pub ungraded: usize,
    /// Never reached.
    pub open: usize,
}

/// A tag's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagLine {
    /// The tag.
    pub tag: String,
    /// Questions with it.
    pub questions: usize,
    /// Mean credit over them, in percent.
    pub percent: u32,
}

/// A question that did not earn full credit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedLine {
    /// Its number in the attempt, from 1.
    pub number: usize,
    /// Its id.
    pub id: Id,
    /// What it asked.
    pub prompt: String,
    /// The key in words.
    pub key: String,
    /// What it earned, in thousandths, after hints.
    pub earned: u16,
}

/// Something sensible to do after an attempt, with the command that does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Ask the missed ones again, as an attempt of their own.
    Retry {
        /// How many.
        missed: usize,
        /// The command.
        command: String,
    },
    /// Go on with an attempt that was left.
    Resume {
        /// Questions left.
        left: usize,
        /// Whether they are the rounds of a game.
        game: bool,
        /// The command.
        command: String,
    },
    /// Read the article.
    Read {
        /// The command.
        command: String,
    },
    /// Play the game again.
    Again {
        /// The command.
        command: String,
    },
    /// See the timeline.
    Timeline {
        /// The command.
        command: String,
    },
    /// Look at the scores.
    Scores {
        /// The command.
        command: String,
    },
}
