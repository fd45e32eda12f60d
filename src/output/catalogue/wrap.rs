//! Lines that are not too long.

/// Columns that pages are wrapped at.
pub const WIDTH: usize = 100;

/// A text in lines: the first begins with one text, the others with another.
pub(super) fn wrapped(text: &str, start: &str, rest: &str) -> String {
    let mut wrapped = start.to_owned();
    let mut column = start.chars().count();
    let mut is_new = true;
    for word in text.split(' ') {
        let width = word.chars().count();
        if !is_new && column + 1 + width > WIDTH {
            wrapped.push('\n');
            wrapped.push_str(rest);
            column = rest.chars().count();
            is_new = true;
        }
        if !is_new {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += width;
        is_new = false;
    }
    wrapped.push('\n');
    wrapped
}

/// A page of Markdown with lines that are not too long, which means the same.
pub fn wrapped_page(page: &str) -> String {
    page.lines().map(wrapped_line).collect()
}

fn wrapped_line(line: &str) -> String {
    // What goes on in an item or in a comment of a setting says so.
    let rest = match line {
        item if item.starts_with("- ") => "  ",
        comment if comment.starts_with("# ") => "# ",
        _ => "",
    };
    wrapped(line, "", rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_before_the_width_and_go_on_as_told() {
        let words = "word ".repeat(60);
        for (start, rest) in [("", ""), ("  ", "    "), ("- ", "  ")] {
            let text = wrapped(words.trim_end(), start, rest);
            assert!(text.ends_with('\n') && text.starts_with(start));
            for (number, line) in text.lines().enumerate() {
                assert!(line.chars().count() <= WIDTH, "{line}");
                assert!(line.starts_with(if number == 0 { start } else { rest }));
            }
            let found: Vec<&str> = text
                .split_whitespace()
                .filter(|word| *word != "-")
                .collect();
            assert_eq!(found, vec!["word"; 60]);
        }
        assert_eq!(wrapped("", "  ", "  "), "  \n");
        let long = "x".repeat(WIDTH + 1);
        assert_eq!(wrapped(&long, "", ""), format!("{long}\n"));
    }
}
