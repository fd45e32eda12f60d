//! Plain tables.

use super::fit::columns;

/// Lays out rows under a heading; the first `left` columns are aligned left, the others right.
pub fn lay_out<C: AsRef<str>>(heading: &[String], rows: &[Vec<C>], left: usize) -> Vec<String> {
    let width = |column: usize, title: &String| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let widest = cells.map(|cell| columns(cell.as_ref())).max();
        widest.unwrap_or(0).max(columns(title))
    };
    let widths = heading.iter().enumerate();
    let widths: Vec<usize> = widths.map(|(column, title)| width(column, title)).collect();
    let whole = widths.iter().map(|width| width + 2).sum();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::with_capacity(whole);
        for (column, (cell, &width)) in cells.zip(&widths).enumerate() {
            let blank = std::iter::repeat_n(' ', width.saturating_sub(columns(cell)));
            if column > 0 {
                line.push_str("  ");
            }
            if column < left {
                line.push_str(cell);
                line.extend(blank);
            } else {
                line.extend(blank);
                line.push_str(cell);
            }
        }
        line.truncate(line.trim_end().len());
        line
    };
    let heading = line(&mut heading.iter().map(String::as_str));
    let rows = rows
        .iter()
        .map(|row| line(&mut row.iter().map(AsRef::as_ref)));
    std::iter::once(heading).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::lay_out;

    #[test]
    fn columns_line_up() {
        let cells = |row: [&str; 2]| row.map(str::to_owned).to_vec();
        let rows = [
            cells(["ab-é", "12"]),
            cells(["日本", "3"]),
            cells(["a", "3"]),
        ];
        let table = lay_out(&cells(["rule", "error"]), &rows, 1);
        assert_eq!(
            table,
            ["rule  error", "ab-é     12", "日本      3", "a         3"]
        );
    }
}
