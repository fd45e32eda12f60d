//! The table of results: CPU time or memory of each step, and what it should be.

use std::fmt;

use super::measure::Measured;

/// What a figure should be.
#[derive(Clone, Copy)]
pub(super) enum Aim {
    None,
    AtMost(f64),
    AtLeast(f64),
}

impl Aim {
    fn verdict(self, figure: f64) -> &'static str {
        match self {
            Self::None => "",
            Self::AtMost(limit) if figure <= limit => "met",
            Self::AtLeast(limit) if figure >= limit => "met",
            Self::AtMost(_) | Self::AtLeast(_) => "MISSED",
        }
    }

    fn text(self, unit: &str) -> String {
        match self {
            Self::None => String::new(),
            Self::AtMost(limit) => format!("<= {limit}{unit}"),
            Self::AtLeast(limit) => format!(">= {limit}{unit}"),
        }
    }
}

enum Line {
    Section(String),
    Row {
        name: String,
        cost: String,
        figure: String,
        aim: String,
        verdict: &'static str,
    },
}

/// Sections and their rows in order.
#[derive(Default)]
pub(super) struct Table {
    lines: Vec<Line>,
}

impl Table {
    pub(super) fn section(&mut self, title: &str) {
        self.lines.push(Line::Section(title.to_owned()));
    }

    /// A time that others are compared with.
    pub(super) fn time(&mut self, name: &str, measured: &Measured) {
        self.row(name, measured.median(), String::new(), String::new(), "");
    }

    /// A time with a ratio.
    pub(super) fn ratio(&mut self, name: &str, measured: &Measured, ratio: f64, aim: Aim) {
        self.row(
            name,
            measured.median(),
            format!("{ratio:.2}"),
            aim.text(""),
            aim.verdict(ratio),
        );
    }

    /// Memory in megabytes, with a ratio if there is one.
    pub(super) fn memory(&mut self, name: &str, megabytes: f64, ratio: Option<f64>, aim: Aim) {
        self.lines.push(Line::Row {
            name: name.to_owned(),
            cost: format!("{megabytes:.1} MB"),
            figure: ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}")),
            aim: aim.text(""),
            verdict: ratio.map_or("", |ratio| aim.verdict(ratio)),
        });
    }

    /// A time with a target of its own.
    pub(super) fn duration(&mut self, name: &str, seconds: f64, aim: Aim) {
        self.row(
            name,
            seconds,
            String::new(),
            aim.text(" s"),
            aim.verdict(seconds),
        );
    }

    fn row(
        &mut self,
        name: &str,
        seconds: f64,
        figure: String,
        aim: String,
        verdict: &'static str,
    ) {
        let cost = format!("{:.1} ms", seconds * 1_000.0);
        self.lines.push(Line::Row {
            name: name.to_owned(),
            cost,
            figure,
            aim,
            verdict,
        });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<58} {:>11} {:>6}  {:<10} verdict",
            "step", "cost", "ratio", "target"
        )?;
        for line in &self.lines {
            match line {
                Line::Section(title) => writeln!(f, "\n{title}")?,
                Line::Row {
                    name,
                    cost,
                    figure,
                    aim,
                    verdict,
                } => {
                    writeln!(
                        f,
                        "  {name:<56} {cost:>11} {figure:>6}  {aim:<10} {verdict}"
                    )?;
                }
            }
        }
        Ok(())
    }
}
