//! Audits as Parquet, for data frames: one row group, every column may be null, compressed by gzip.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{
    Compression, ConvertedType, GzipLevel, LogicalType, Repetition, Type as Physical,
};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use super::table::{Cell, Column, Kind};

/// Writes a table.
pub(super) fn render(
    columns: &[Column],
    rows: impl Iterator<Item = Vec<Cell>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bytes = written(columns, rows).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn written(columns: &[Column], rows: impl Iterator<Item = Vec<Cell>>) -> Result<Vec<u8>> {
    let fields = columns.iter().map(field).collect::<Result<_>>()?;
    let schema = Type::group_type_builder("schema")
        .with_fields(fields)
        .build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::GZIP(GzipLevel::default()))
        .set_created_by(format!(
            "{} {}",
            env!("CARGO_PKG_NAME"),
            env!("CARGO_PKG_VERSION")
        ))
        .build();
    let mut cells: Vec<Vec<Cell>> = columns.iter().map(|_| Vec::new()).collect();
    for row in rows {
        for (list, cell) in cells.iter_mut().zip(row) {
            list.push(cell);
        }
    }
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    for (column, cells) in columns.iter().zip(&cells) {
        let Some(mut open) = group.next_column()? else {
            break;
        };
        let levels: Vec<i16> = cells
            .iter()
            .map(|cell| i16::from(*cell != Cell::Empty))
            .collect();
        let levels = Some(levels.as_slice());
        match column.kind {
            Kind::Text => {
                let values: Vec<ByteArray> = cells.iter().filter_map(text).collect();
                open.typed::<ByteArrayType>()
                    .write_batch(&values, levels, None)?;
            }
            Kind::Count => {
                let values: Vec<i64> = cells.iter().filter_map(count).collect();
                open.typed::<Int64Type>()
                    .write_batch(&values, levels, None)?;
            }
            Kind::Number => {
                let values: Vec<f64> = cells.iter().filter_map(number).collect();
                open.typed::<DoubleType>()
                    .write_batch(&values, levels, None)?;
            }
        }
        open.close()?;
    }
    group.close()?;
    writer.into_inner()
}

fn field(column: &Column) -> Result<Arc<Type>> {
    let physical = match column.kind {
        Kind::Text => Physical::BYTE_ARRAY,
        Kind::Count => Physical::INT64,
        Kind::Number => Physical::DOUBLE,
    };
    let mut field =
        Type::primitive_type_builder(column.name, physical).with_repetition(Repetition::OPTIONAL);
    if column.kind == Kind::Text {
        field = field
            .with_converted_type(ConvertedType::UTF8)
            .with_logical_type(Some(LogicalType::String));
    }
    Ok(Arc::new(field.build()?))
}

fn text(cell: &Cell) -> Option<ByteArray> {
    match cell {
        Cell::Text(text) => Some(ByteArray::from(text.as_str())),
        Cell::Empty | Cell::Count(_) | Cell::Number(_) => None,
    }
}

fn count(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Count(count) => Some(i64::try_from(*count).unwrap_or(i64::MAX)),
        Cell::Empty | Cell::Text(_) | Cell::Number(_) => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Count(count) => Some(*count as f64),
        Cell::Empty | Cell::Text(_) => None,
    }
}
