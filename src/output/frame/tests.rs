use super::*;

/// Numbers that are the same in every run, below a bound.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }

    fn text(&mut self, longest: usize) -> String {
        let letters = [
            "a",
            "\"",
            " ",
            "é",
            "…",
            "█",
            "日",
            "e\u{301}",
            "\u{a0}",
            "👩\u{200d}🔬",
            "ﬁ",
            "␀",
        ];
        let length = self.below(longest);
        (0..length)
            .map(|_| letters[self.below(letters.len())])
            .collect()
    }

    fn window(&mut self) -> Window {
        let first = [1, 8, 9, 98, 100_000][self.below(5)];
        let texts = [self.text(9), self.text(120), self.text(9)].into_iter();
        let count = 1 + self.below(3);
        let lines: Vec<(u64, String)> = (first..).zip(texts).take(count).collect();
        let marks = (0..[1, 1, 2, 3][self.below(4)]).map(|_| self.mark(&lines));
        Window {
            path: "data/a b.json".to_owned(),
            marks: marks.collect(),
            lines,
        }
    }

    fn mark(&mut self, lines: &[(u64, String)]) -> Mark {
        let (line, text) = &lines[self.below(lines.len())];
        let mut ends = [0, 0].map(|_| {
            let at = self.below(text.len() + 1);
            (0..=at)
                .rev()
                .find(|at| text.is_char_boundary(*at))
                .unwrap()
        });
        ends.sort_unstable();
        Mark {
            line: *line,
            bytes: ends.into(),
            text: self.text(30),
            primary: self.below(2) == 0,
            position: (*line, self.below(200) as u64),
        }
    }
}

#[test]
fn frames_without_two_marks_on_a_line_are_those_of_miette() {
    let mut chance = Chance(0x9e37_79b9);
    let mut plain = 0;
    for number in 0..4000 {
        let window = chance.window();
        let look = Look {
            color: false,
            unicode: number % 2 == 0,
            width: 100,
            quiet: false,
            suppressed: false,
            room: 0,
        };
        let expected = window.drawn_by_miette(catalogue::Severity::Error, look);
        let mut drawn = "before\n".to_owned();
        window.draw(catalogue::Severity::Error, look, &mut drawn);
        assert_eq!(drawn, format!("before\n{expected}"), "{number}");
        plain += usize::from(window.draw_plain(look, &mut drawn).is_some());
    }
    assert!(plain > 2000, "{plain}");
}
