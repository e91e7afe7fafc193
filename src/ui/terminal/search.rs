//! The line on which words to look for are typed, in the pager and in the walk along a timeline.

use super::{editor::Editor, keys::Key};

/// Takes a key while words are typed: Esc gives up, Enter closes the line. Whether to look for `wanted` now; an empty
/// line looks for the words of before again.
pub(super) fn press(search: &mut Option<Editor>, wanted: &mut String, key: &Key) -> bool {
    let Some(editor) = search else {
        return false;
    };
    match key {
        Key::Esc => *search = None,
        Key::Enter => {
            let typed = editor.text().trim().to_lowercase();
            *search = None;
            if !typed.is_empty() {
                *wanted = typed;
            }
            return !wanted.is_empty();
        }
        _ => {
            editor.press(key);
        }
    }
    false
}
