//! What pages begin with: their policy, their style, the switch of languages, and the signs that go with words.

use maud::{Markup, PreEscaped, html};

use super::digest::source;
use super::say::Tongues;
use crate::message::Language;

/// The style of all pages.
const STYLE: &str = include_str!("style.css");

/// What all pages do: the switch of languages.
const SCRIPT: &str = include_str!("page.js");

/// What a page allows itself: its own styles and scripts, nothing else, from nowhere.
fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src {} {}; script-src {} {}; base-uri 'none'; form-action 'none'",
        source(STYLE),
        source(style),
        source(SCRIPT),
        source(script)
    )
}

/// The head of a page with a title and a style and a script of its own.
pub(in crate::output) fn head(title: &str, style: &str, script: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy(style, script));
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="generator" content=(concat!("missionlint ", env!("CARGO_PKG_VERSION")));
            title { (title) }
            style { (PreEscaped(STYLE)) }
            style { (PreEscaped(style)) }
        }
    }
}

/// The scripts, at the end of the page: everything is there when they run.
pub(in crate::output) fn scripts(own: &str) -> Markup {
    html! {
        script { (PreEscaped(own)) }
        script { (PreEscaped(SCRIPT)) }
    }
}

/// The switch of languages; `title` is that of the page.
pub(in crate::output) fn languages(
    tongues: &Tongues,
    title: impl Fn(Language) -> String,
) -> Markup {
    html! {
        fieldset.languages {
            legend.unseen { (tongues.say("review-language")) }
            @for language in Language::ALL {
                @let code = language.code();
                label {
                    input type="radio" name="language" id=(format!("in-{code}")) value=(code)
                        checked[language == tongues.first()] data-title=(title(language));
                    span lang=(code) { (language.name()) }
                }
            }
        }
    }
}

/// A sign that goes with words.
pub(in crate::output) fn sign(name: &str) -> Markup {
    html! {
        svg class=(format!("sign {name}")) aria-hidden="true" focusable="false" width="18" height="18" {
            use href=(format!("#s-{name}")) {}
        }
    }
}

/// Shapes that tell severities apart without colour.
pub(in crate::output) fn signs() -> Markup {
    html! {
        svg.signs aria-hidden="true" width="0" height="0" focusable="false" {
            symbol #s-error viewBox="0 0 20 20" {
                path d="M6 1h8l5 5v8l-5 5H6l-5-5V6z" fill="currentColor" {}
                path d="M6.5 6.5l7 7m0-7l-7 7" stroke="#fff" stroke-width="2.2" stroke-linecap="round" {}
            }
            symbol #s-warning viewBox="0 0 20 20" {
                path d="M10 1.5L19.2 18H.8z" fill="currentColor" {}
                path d="M10 7v5.2m0 2.6v.4" stroke="#fff" stroke-width="2.2" stroke-linecap="round" {}
            }
            symbol #s-advice viewBox="0 0 20 20" {
                circle cx="10" cy="10" r="9" fill="currentColor" {}
                path d="M10 9v5.5m0-9v.4" stroke="#fff" stroke-width="2.2" stroke-linecap="round" {}
            }
            symbol #s-unknown viewBox="0 0 20 20" {
                rect x="1.5" y="1.5" width="17" height="17" rx="3" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.4 2.4" {}
                path d="M7.3 7.6a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.2.9-1.2 1.9m0 2.5v.4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" {}
            }
            symbol #s-ok viewBox="0 0 20 20" {
                circle cx="10" cy="10" r="9" fill="currentColor" {}
                path d="M5.8 10.4l2.9 2.9 5.6-6" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" {}
            }
        }
    }
}
