//! Head and banner: style, title, switch of languages.

use maud::{Markup, html};

use super::Sheet;
use super::glance::mission_name;
use crate::message::Language;
use crate::output::page::head;
use crate::output::page::say::{apart, plain};

const STYLE: &str = include_str!("style.css");
pub(super) const SCRIPT: &str = include_str!("page.js");

impl Sheet<'_> {
    pub(super) fn head(&self) -> Markup {
        head::head(&self.title(self.tongues.first()), STYLE, SCRIPT)
    }

    /// The title in a language.
    fn title(&self, language: Language) -> String {
        let mut all = self.tongues.all().iter();
        let messages = all.find(|messages| messages.language() == language);
        messages.map_or_else(String::new, |messages| {
            messages.say("review-title", &[("missions", self.name().into())])
        })
    }

    /// The missions by their ids.
    pub(super) fn name(&self) -> String {
        let ids: Vec<&str> = self.groups.missions().collect();
        plain(&ids.join(", ")).chars().take(80).collect()
    }

    pub(super) fn banner(&self) -> Markup {
        let tongues = &self.tongues;
        html! {
            header.banner {
                div {
                    p.kind { (tongues.say("review-kind")) }
                    h1 {
                        @if self.groups.missions().next().is_none() {
                            (tongues.say("review-no-mission"))
                        } @else {
                            @match self.report.overviews.as_slice() {
                                [only] => (mission_name(&only.mission, &only.id)),
                                _ => (apart(&self.name())),
                            }
                        }
                    }
                    p.day { (tongues.each(|messages| {
                        messages.say("review-as-of", &[("day", messages.day(self.report.as_of).into())])
                    })) }
                }
                (head::languages(tongues, |language| self.title(language)))
            }
        }
    }
}
