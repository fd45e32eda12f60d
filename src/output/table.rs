//! Plain tables.

use super::fit::columns;

/// Lays out rows under a heading; the first `left` columns are aligned left, the others right.
pub fn lay_out(heading: &[String], rows: &[Vec<String>], left: usize) -> Vec<String> {
    let width = |column: usize| {
        let cells = std::iter::once(heading).chain(rows.iter().map(Vec::as_slice));
        cells
            .filter_map(|row| row.get(column))
            .map(|cell| columns(cell))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heading.len()).map(width).collect();
    let line = |row: &[String]| {
        let cells = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, &width))| {
                let blank = " ".repeat(width.saturating_sub(columns(cell)));
                if column < left {
                    format!("{cell}{blank}")
                } else {
                    format!("{blank}{cell}")
                }
            });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    std::iter::once(heading)
        .chain(rows.iter().map(Vec::as_slice))
        .map(line)
        .collect()
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
