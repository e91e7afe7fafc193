//! The page: a head, the strip of the whole in two widths, and the list of the events.

use std::fmt::Write as _;

use super::{
    list::list,
    markup::{escaped, language, web_address},
    overview::{named, overview},
    picture::STYLE,
    sign::{drawn, legend},
    summary,
};
use crate::{
    pack::Pack,
    text::clean::is_rtl,
    timeline::{Strip, Timeline},
};

/// Cells of the strip in a wide window and in a narrow one.
const WIDE: usize = 104;
const NARROW: usize = 42;

const PAGE: &str = include_str!("style/page.css");

/// What the page may load: nothing, but for its own styles.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// A pack's timeline as an HTML file.
#[must_use]
pub fn html(pack: &Pack) -> String {
    let timeline = Timeline::of(pack);
    let title = escaped(&pack.title);
    let tag = language(&pack.language);
    let direction = if is_rtl(tag) { "rtl" } else { "ltr" };
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>\n{PAGE}{STYLE}</style>\n\
         </head>\n<body>\n<main>\n<header>\n<h1 dir=\"auto\">{title}</h1>\n"
    );
    if let Some(summary) = &pack.summary {
        let _ = writeln!(
            out,
            "<p class=\"summary\" dir=\"auto\">{}</p>",
            escaped(summary)
        );
    }
    let _ = writeln!(
        out,
        "<p class=\"muted\">{}</p>\n</header>",
        escaped(&summary(&timeline))
    );
    out.push_str(&figure(&timeline));
    out.push_str(&list(&timeline));
    out.push_str(&foot(pack));
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn figure(timeline: &Timeline) -> String {
    let mut out = String::new();
    for (cells, class) in [(WIDE, "wide"), (NARROW, "narrow")] {
        let Some(strip) = Strip::of(timeline, cells) else {
            return out;
        };
        let mut caption = format!("<span>{}</span>", strip.note());
        for sign in legend(&strip) {
            let _ = write!(
                caption,
                "<span><svg class=\"drawing sign\" viewBox=\"0 0 16 14\" aria-hidden=\"true\">{}</svg> {}</span>",
                drawn(sign, 0.0, 7.0),
                sign.words()
            );
        }
        if strip.bands.iter().any(|band| !named(band)) {
            for band in &strip.bands {
                let (colour, title) = (band.era % 6, escaped(&band.title));
                let _ = write!(
                    caption,
                    "<span><svg class=\"drawing sign\" viewBox=\"0 0 16 14\" aria-hidden=\"true\">\
                     <rect class=\"band e{colour}\" y=\"1\" width=\"16\" height=\"12\" rx=\"3\"/></svg> {title}</span>"
                );
            }
        }
        let _ = writeln!(
            out,
            "<figure class=\"{class}\">\n{}<figcaption>{caption}</figcaption>\n</figure>",
            overview(timeline, &strip, cells, class)
        );
    }
    out
}

fn foot(pack: &Pack) -> String {
    let mut parts = Vec::new();
    if !pack.authors.is_empty() {
        parts.push(escaped(&pack.authors.join(", ")));
    }
    if let Some(license) = &pack.license {
        parts.push(escaped(license));
    }
    if let Some(source) = pack
        .article
        .as_ref()
        .and_then(|article| article.source.as_deref())
    {
        let shown = escaped(source);
        parts.push(match web_address(source) {
            Some(address) => format!(
                "<a href=\"{}\" rel=\"noopener noreferrer nofollow\">{shown}</a>",
                escaped(&address)
            ),
            None => shown,
        });
    }
    if parts.is_empty() {
        return String::new();
    }
    format!(
        "<footer class=\"muted\"><p>{}</p></footer>\n",
        parts.join(" · ")
    )
}
