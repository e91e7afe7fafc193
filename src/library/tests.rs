//! Lookup, opening, listing and copying in temporary folders.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use super::{ArticleTrouble, CopiedArticle, Library, LibraryError, Origin, PACK_LIMIT};

/// A place to work in: `quizzes` and `packs` (the user's folder) are made when a file is written there.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Self { folder };
        for (name, text) in files {
            let path = desk.path(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn library(&self) -> Library {
        Library::new(self.folder.path(), Some(self.path("packs")))
    }

    /// Where a name leads, below the desk; an error's message otherwise.
    fn find(&self, name: &str) -> String {
        match self.library().find(name) {
            Ok(found) => self.relative(&found.place.to_string()),
            Err(error) => self.relative(&error.to_string()),
        }
    }

    fn open_fails(&self, name: &str) -> String {
        let path = self.path(name);
        let error = self.library().open(&path.to_string_lossy()).unwrap_err();
        self.relative(&error.to_string())
    }

    fn relative(&self, text: &str) -> String {
        text.replace(&format!("{}/", self.folder.path().display()), "")
    }

    fn article(&self, pack: &str) -> Result<String, ArticleTrouble> {
        let path = self.path(pack);
        let opened = self.library().open(&path.to_string_lossy()).unwrap();
        opened
            .article
            .unwrap()
            .map(|article| article.source().to_owned())
    }
}

const PLAIN: &str = "format = 1\ntitle = \"A\"\n";

fn with_article(file: &str) -> String {
    format!("{PLAIN}[article]\nfile = \"{file}\"\n")
}

#[test]
fn the_first_match_wins_and_stems_come_before_ids() {
    let desk = Desk::new(&[
        ("quizzes/apollo.toml", PLAIN),
        ("packs/apollo.toml", PLAIN),
        ("packs/mars.toml", PLAIN),
        ("quizzes/other.toml", "id = \"mars\"\ntitle = \"B\"\n"),
        ("quizzes/venus-1.toml", "id = \"venus\"\ntitle = \"B\"\n"),
        ("packs/venus-2.toml", "id = \"venus\"\ntitle = \"B\"\n"),
        ("packs/my pack.toml", PLAIN),
        ("quizzes/.hidden.toml", "id = \"hidden\"\ntitle = \"B\"\n"),
    ]);
    let cases = [
        ("apollo", "quizzes/apollo.toml"),
        ("mars", "packs/mars.toml"),
        ("venus", "quizzes/venus-1.toml"),
        ("my pack", "packs/my pack.toml"),
        ("deepseek", "deepseek (built in)"),
        ("elsewhere/apollo", "elsewhere/apollo"),
        ("apollo.toml", "apollo.toml"),
    ];
    for (name, place) in cases {
        assert_eq!(desk.find(name), place, "{name}");
    }
}

#[test]
fn a_built_in_pack_is_hidden_by_a_file_of_the_same_stem() {
    let desk = Desk::new(&[("packs/deepseek.toml", PLAIN)]);
    assert_eq!(desk.find("deepseek"), "packs/deepseek.toml");
}

#[test]
fn what_is_not_found_is_told_with_the_places_and_the_closest_name() {
    let desk = Desk::new(&[("quizzes/apollo.toml", PLAIN)]);
    let cases = [
        (
            "apolo",
            "no pack is called `apolo`: looked in `quizzes`, `packs` (no such folder) and the built-in packs; did you mean `apollo`?",
        ),
        (
            "DeepSeek!",
            "no pack is called `DeepSeek!`: looked in `quizzes`, `packs` (no such folder) and the built-in packs; did you mean `deepseek`?",
        ),
        (
            "",
            "no pack is called ``: looked in `quizzes`, `packs` (no such folder) and the built-in packs",
        ),
        (
            "zzz",
            "no pack is called `zzz`: looked in `quizzes`, `packs` (no such folder) and the built-in packs",
        ),
    ];
    for (name, message) in cases {
        assert_eq!(desk.find(name), message);
    }
}

#[test]
fn an_opened_pack_has_its_article() {
    let desk = Desk::new(&[
        ("quizzes/a.toml", &with_article("texts/a.md")),
        ("quizzes/texts/a.md", "# A\n"),
    ]);
    let opened = desk.library().open("a").unwrap();
    assert_eq!(opened.origin, Origin::Quizzes);
    assert_eq!(opened.article().unwrap().source(), "# A\n");
    assert_eq!(opened.article_note(), None);
    assert_eq!(opened.source, with_article("texts/a.md"));

    let built_in = desk.library().open("deepseek").unwrap();
    assert_eq!(built_in.origin, Origin::BuiltIn);
    assert!(built_in.article().is_some());
}

#[test]
fn what_is_no_readable_file_is_refused() {
    let desk = Desk::new(&[("folder.toml/x", "")]);
    fs::write(desk.path("latin.toml"), b"title = 'A'\nsummary = '\xe9'\n").unwrap();
    fs::File::create(desk.path("huge.toml"))
        .unwrap()
        .set_len(PACK_LIMIT + 1)
        .unwrap();
    let cases = [
        (
            "folder.toml",
            "`folder.toml` is a folder, not a file: give the path of a pack",
        ),
        ("none.toml", "there is no file `none.toml`"),
        (
            "folder.toml/x/y.toml",
            "there is no file `folder.toml/x/y.toml`",
        ),
        (
            "latin.toml",
            "`latin.toml` is not UTF-8 (line 2): save it as UTF-8 in your editor",
        ),
        (
            "huge.toml",
            "`huge.toml` is larger than 32 MiB, the most that is read",
        ),
    ];
    for (name, message) in cases {
        assert_eq!(desk.open_fails(name), message);
    }
}

#[test]
fn trouble_with_an_article_is_a_note_and_no_error() {
    let desk = Desk::new(&[
        ("secret.md", "secret"),
        ("quizzes/missing.toml", &with_article("missing.md")),
        ("quizzes/folder.toml", &with_article("texts")),
        ("quizzes/texts/a.md", ""),
        ("quizzes/latin.toml", &with_article("latin.md")),
        ("quizzes/huge.toml", &with_article("huge.md")),
    ]);
    fs::write(desk.path("quizzes/latin.md"), b"\xff").unwrap();
    let huge = fs::File::create(desk.path("quizzes/huge.md")).unwrap();
    huge.set_len(super::ARTICLE_LIMIT + 1).unwrap();
    let cases = [
        (
            "quizzes/missing.toml",
            "the article `missing.md` is not beside the pack",
        ),
        (
            "quizzes/folder.toml",
            "the article `texts` is a folder, not a file",
        ),
        (
            "quizzes/latin.toml",
            "the article `latin.md` is not UTF-8 (line 1): save it as UTF-8 in your editor",
        ),
        (
            "quizzes/huge.toml",
            "the article `huge.md` is larger than 8 MiB, the most that is read",
        ),
    ];
    for (pack, message) in cases {
        assert_eq!(desk.article(pack).unwrap_err().to_string(), message);
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_folder_only() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new(&[
        ("secret.md", "secret"),
        ("quizzes-of-others/secret.md", "secret"),
        ("quizzes/texts/real.md", "real"),
        ("quizzes/inside.toml", &with_article("inside.md")),
        ("quizzes/outside.toml", &with_article("outside.md")),
        ("quizzes/sibling.toml", &with_article("sibling/secret.md")),
        ("quizzes/dangling.toml", &with_article("dangling.md")),
        ("quizzes/loop.toml", &with_article("loop.md")),
    ]);
    symlink("texts/real.md", desk.path("quizzes/inside.md")).unwrap();
    symlink(desk.path("secret.md"), desk.path("quizzes/outside.md")).unwrap();
    symlink("../quizzes-of-others", desk.path("quizzes/sibling")).unwrap();
    symlink("nowhere", desk.path("quizzes/dangling.md")).unwrap();
    symlink("loop.md", desk.path("quizzes/loop.md")).unwrap();

    assert_eq!(desk.article("quizzes/inside.toml").unwrap(), "real");
    for pack in ["quizzes/outside.toml", "quizzes/sibling.toml"] {
        let trouble = desk.article(pack).unwrap_err();
        assert!(
            matches!(trouble, ArticleTrouble::Outside(_)),
            "{pack}: {trouble}"
        );
    }
    let trouble = desk.article("quizzes/dangling.toml").unwrap_err();
    assert!(matches!(trouble, ArticleTrouble::Missing(_)), "{trouble}");
    let trouble = desk.article("quizzes/loop.toml").unwrap_err();
    assert!(matches!(trouble, ArticleTrouble::Read(..)), "{trouble}");
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_sockets_are_refused_without_a_wait() {
    let desk = Desk::new(&[("quizzes/a.toml", &with_article("pipe.md"))]);
    for name in ["quizzes/pipe.md", "quizzes/pipe.toml"] {
        let made = std::process::Command::new("mkfifo")
            .arg(desk.path(name))
            .status();
        assert!(made.unwrap().success());
    }
    std::os::unix::fs::symlink("/dev/zero", desk.path("zero.toml")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(desk.path("socket.toml")).unwrap();
    let cases = [
        (
            "quizzes/pipe.toml",
            "`quizzes/pipe.toml` is a pipe, not a file: give the path of a pack",
        ),
        (
            "zero.toml",
            "`zero.toml` is a device, not a file: give the path of a pack",
        ),
        (
            "socket.toml",
            "`socket.toml` is a socket, not a file: give the path of a pack",
        ),
    ];
    for (name, message) in cases {
        assert_eq!(desk.open_fails(name), message);
    }
    let trouble = desk.article("quizzes/a.toml").unwrap_err();
    assert_eq!(
        trouble.to_string(),
        "the article `pipe.md` is a pipe, not a file"
    );
    // Neither a list nor a search by id waits for it.
    let listed = desk.library().list().packs;
    let own = listed
        .iter()
        .filter(|listed| listed.found.origin != Origin::BuiltIn);
    assert_eq!(own.count(), 2);
    assert!(matches!(
        desk.library().find("zzz"),
        Err(LibraryError::NotFound { .. })
    ));
}

#[cfg(unix)]
#[test]
fn names_of_files_are_cleaned_before_they_are_shown() {
    let desk = Desk::new(&[("quizzes/a\u{1b}[2J\n.toml", "no toml")]);
    let library = desk.library();
    for listed in library.list().packs {
        let shown = listed.found.place.to_string();
        assert!(!shown.contains(['\u{1b}', '\n']), "{shown:?}");
    }
    for name in ["\u{1b}[2J", "x/\u{1b}[2J.toml"] {
        let message = library.open(name).unwrap_err().to_string();
        assert!(!message.contains('\u{1b}'), "{message:?}");
    }
}

#[test]
fn a_list_tells_which_pack_hides_which() {
    let desk = Desk::new(&[
        ("quizzes/apollo.toml", PLAIN),
        (
            "quizzes/deepseek.toml",
            "id = \"deepseek\"\ntitle = \"Mine\"\n[[questions]]\n",
        ),
        ("quizzes/notes.txt", ""),
        ("packs/apollo.toml", PLAIN),
        ("packs/broken.toml", "title = "),
        ("packs/seek.toml", "id = \"deepseek\"\ntitle = \"Same\"\n"),
    ]);
    let listing = desk.library().list();
    let mut rows: Vec<_> = listing
        .packs
        .iter()
        .map(|listed| {
            let place = desk.relative(&listed.found.place.to_string());
            let title = listed
                .head()
                .map(|head| (head.title.clone().unwrap(), head.questions));
            (place, title, listed.hidden_by, listed.same_id)
        })
        .collect();
    let deepseek = rows[5].1.clone();
    let head = |title: &str, questions| Some((title.to_owned(), questions));
    let expected = [
        ("quizzes/apollo.toml", head("A", 0), None, None),
        ("quizzes/deepseek.toml", head("Mine", 1), None, None),
        ("packs/apollo.toml", head("A", 0), Some(0), None),
        ("packs/broken.toml", None, None, None),
        ("packs/seek.toml", head("Same", 0), None, Some(1)),
        ("deepseek (built in)", deepseek, Some(1), None),
    ];
    // The other built-in packs follow.
    rows.truncate(expected.len());
    assert_eq!(
        rows,
        expected.map(|(place, title, hidden, same)| (place.to_owned(), title, hidden, same))
    );
    assert_eq!(listing.notes, Vec::<String>::new());
}

#[test]
fn a_copy_has_pack_and_article_and_replaces_nothing() {
    let desk = Desk::new(&[]);
    let library = desk.library();
    let opened = library.open("deepseek").unwrap();
    let copied = library.copy(&opened, None).unwrap();
    assert_eq!(copied.pack, desk.path("quizzes/deepseek.toml"));
    assert!(
        matches!(copied.article, Some(CopiedArticle::Written(path)) if path == desk.path("quizzes/deepseek.md"))
    );
    assert_eq!(fs::read_to_string(&copied.pack).unwrap(), opened.source);
    assert_eq!(
        names(&desk.path("quizzes")),
        ["deepseek.md", "deepseek.toml"]
    );

    let copy = library.open("deepseek").unwrap();
    assert_eq!(copy.origin, Origin::Quizzes);
    assert_eq!(
        copy.article().unwrap().source(),
        opened.article().unwrap().source()
    );

    // A second copy changes nothing, whatever stands there by now.
    fs::write(&copied.pack, "mine").unwrap();
    let error = library.copy(&opened, None).unwrap_err();
    assert!(matches!(error, LibraryError::Exists { .. }), "{error}");
    assert_eq!(fs::read_to_string(&copied.pack).unwrap(), "mine");

    // The article alone, the same: it stays, and the pack comes beside it. Another one: nothing is written.
    fs::remove_file(&copied.pack).unwrap();
    let again = library.copy(&opened, None).unwrap();
    assert!(matches!(again.article, Some(CopiedArticle::Same(_))));
    fs::remove_file(&copied.pack).unwrap();
    fs::write(desk.path("quizzes/deepseek.md"), "mine").unwrap();
    assert!(library.copy(&opened, None).is_err());
    assert_eq!(names(&desk.path("quizzes")), ["deepseek.md"]);
}

#[cfg(unix)]
#[test]
fn a_copy_does_not_write_through_a_link() {
    let desk = Desk::new(&[("quizzes/x", "")]);
    std::os::unix::fs::symlink(desk.path("outside"), desk.path("quizzes/deepseek.toml")).unwrap();
    let library = desk.library();
    let opened = super::open(super::Found {
        origin: Origin::BuiltIn,
        place: super::Place::BuiltIn(&super::built_in::ALL[0]),
    });
    let error = library.copy(&opened.unwrap(), None).unwrap_err();
    assert!(matches!(error, LibraryError::Exists { .. }), "{error}");
    assert!(!desk.path("outside").exists());
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
