//! Numbers, rates and names of groups.

use maud::{Markup, html};

use super::Page;
use crate::audit::{Dimension, Ratio};
use crate::message::Messages;
use crate::output::page::chart;
use crate::output::page::say::{apart, plain};
use crate::overview::{MASKED, NONE, Share, UNDATED, UNKNOWN};
use crate::reference;
use crate::rules;

/// A ratio as a number of tenths of a thousandth: what is shown of rates.
pub(super) fn tenths(ratio: Ratio, of: u64) -> u64 {
    let (part, whole) = (u128::from(ratio.part), u128::from(ratio.whole));
    let rounded = (part * u128::from(of) * 20 + whole) / (2 * whole);
    u64::try_from(rounded).unwrap_or(u64::MAX)
}

/// A ratio of so many (100 or 1000), to one decimal place. What is not nothing is not shown as nothing, nor what is not
/// all as all.
fn decimal(ratio: Ratio, of: u64, messages: &Messages) -> String {
    if ratio.part == 0 {
        return "0".to_owned();
    }
    let shown = tenths(ratio, of);
    let (id, shown) = if shown == 0 {
        ("atlas-less", 1)
    } else if shown >= of * 10 && ratio.part < ratio.whole {
        ("atlas-greater", of * 10 - 1)
    } else {
        ("atlas-decimal", shown)
    };
    let values = [
        ("whole", (shown / 10).into()),
        ("tenth", (shown % 10).to_string().into()),
    ];
    messages.say(id, &values)
}

impl Page<'_> {
    /// A sentence with a number.
    pub(super) fn count(&self, id: &str, count: u64) -> Markup {
        self.tongues.with(id, &[("count", count.into())])
    }

    /// A number.
    pub(super) fn number(&self, count: u64) -> Markup {
        self.count("review-number", count)
    }

    /// How many of a thousand.
    pub(super) fn rate(&self, ratio: Option<Ratio>) -> Markup {
        match ratio {
            None => html! { "–" },
            Some(ratio) => self.tongues.each(|messages| decimal(ratio, 1000, messages)),
        }
    }

    /// A share in per cent.
    pub(super) fn percent(&self, ratio: Ratio) -> Markup {
        self.tongues.each(|messages| {
            let number = decimal(ratio, 100, messages);
            messages.say("atlas-percent", &[("number", number.into())])
        })
    }

    /// A cell with a number to sort by.
    pub(super) fn number_cell(&self, count: u64) -> Markup {
        html! { td.number data-v=(count) { (self.number(count)) } }
    }

    /// A cell with a rate to sort by.
    pub(super) fn rate_cell(&self, ratio: Option<Ratio>) -> Markup {
        html! { td.number data-v=[ratio.map(Ratio::value)] { (self.rate(ratio)) } }
    }

    /// A cell with a share: how many of how many, and a bar.
    pub(super) fn share_cell(&self, share: Option<Share>) -> Markup {
        let ratio = share.and_then(Ratio::of);
        html! {
            td.portion data-v=[ratio.map(Ratio::value)] {
                @match share.filter(|share| share.total() > 0) {
                    None => "–",
                    Some(share) => {
                        span.of { (self.number(share.yes as u64)) "/" (self.number(share.total() as u64)) }
                        @if share.unknown > 0 { " " span.note.inline title=(share.unknown) { "?" } }
                        (chart::share(share))
                    }
                }
            }
        }
    }

    /// What a group is called.
    pub(super) fn name(&self, dimension: Dimension, key: &str) -> Markup {
        let tongues = &self.tongues;
        match key {
            NONE | UNKNOWN | MASKED | UNDATED => tongues.say(&format!("atlas-key-{key}")),
            _ => match dimension {
                Dimension::Country => html! {
                    @for (at, code) in key.split('+').enumerate() {
                        @if at > 0 { " + " }
                        (country(code))
                    }
                },
                Dimension::Family => self.family(key),
                Dimension::Rule => self.rule_name(key),
                Dimension::PlatformType => tongues.each(|messages| {
                    let titles = key.split('+').map(|code| {
                        let title = reference::platform_title(code, messages.language().code());
                        title.map_or_else(|| plain(code), str::to_owned)
                    });
                    titles.collect::<Vec<_>>().join(" + ")
                }),
                Dimension::RegionalOffice => html! {
                    @for (at, code) in key.split('+').enumerate() {
                        @if at > 0 { " + " }
                        @match reference::support_office(code) {
                            Some(office) => (office.city),
                            None => (apart(code)),
                        }
                    }
                },
                Dimension::Month | Dimension::Mission => apart(key),
            },
        }
    }

    /// A family of rules.
    pub(super) fn family(&self, code: &str) -> Markup {
        self.tongues.each(|messages| {
            let found = messages.find(&format!("family-{code}"), &[]);
            found.unwrap_or_else(|| plain(code))
        })
    }

    /// What a rule is about.
    pub(super) fn rule_name(&self, id: &str) -> Markup {
        let rule = rules::catalogue().into_iter().find(|rule| rule.id == id);
        match rule {
            Some(rule) => self
                .tongues
                .each(|messages| messages.summary(rule).replace('`', "")),
            None => apart(id),
        }
    }
}

/// A country by its code; the script puts its name in place of it.
fn country(code: &str) -> Markup {
    match reference::by_alpha3(code) {
        Some(country) => html! { span data-region=(country.alpha2) { (country.alpha3) } },
        None => apart(code),
    }
}
