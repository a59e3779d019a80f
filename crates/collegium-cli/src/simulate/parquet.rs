//! A table as Parquet: the same cells as in its CSV, with a type for each column and what it is in the metadata.

use crate::{
    failure::{Failure, read},
    files::write_by,
};
use ::parquet::{
    basic::{LogicalType, Repetition, Type as Physical},
    data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type},
    errors::ParquetError,
    file::{
        metadata::KeyValue,
        properties::WriterProperties,
        writer::{SerializedColumnWriter, SerializedFileWriter},
    },
    schema::types::Type,
};
use std::{path::Path, sync::Arc};

/// Columns that number something.
const WHOLE: [&str; 10] = [
    "run",
    "point",
    "replication",
    "replications",
    "term",
    "school",
    "kind",
    "area",
    "giver",
    "taker",
];
/// Columns of words.
const WORDS: [&str; 5] = ["policy", "clairvoyant", "what", "measure", "is_precise"];

/// What is said of a file or a column: a name and a text.
type Said = (String, String);

/// Writes a table beside its CSV. In its metadata stand what is said of the study, and of each column, as
/// `columns` has it, its unit (`unit:NAME`) and what it is (`says:NAME`).
pub(super) fn write(
    directory: &Path,
    table: &str,
    of_study: &[(&str, &str)],
    columns: &str,
) -> Result<(), Failure> {
    let failed = |error: ParquetError| {
        Failure::new(
            format!("{table}.csv cannot be written as Parquet: {error}"),
            "merge the study anew; if that does not help, report it",
        )
    };
    let text = read(&directory.join(format!("{table}.csv")))?;
    let said = of_study
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    let said = said.chain(of_columns(table, columns)).collect();
    let bytes = whole(&text, said).map_err(failed)?;
    write_by(&directory.join(format!("{table}.parquet")), |out| {
        out.write_all(&bytes)
    })
}

/// Units and meanings of a table's columns.
fn of_columns(table: &str, columns: &str) -> Vec<Said> {
    let mut lines = csv::Reader::from_reader(columns.as_bytes());
    let mut said = Vec::new();
    for line in lines.records().filter_map(Result::ok) {
        let cell = |at| line.get(at).unwrap_or_default().to_owned();
        if cell(0) == table {
            said.push((format!("unit:{}", cell(1)), cell(2)));
            said.push((format!("says:{}", cell(1)), cell(3)));
        }
    }
    said
}

/// A table of CSV, its header included, as the bytes of a Parquet file. `said` stands in its metadata.
///
/// A column of words is `UTF8`, one that numbers something `INT64`, any other `DOUBLE`; a field that was varied is
/// `DOUBLE` where all of its values are numbers. All are optional: an empty cell is null. Cells are stored plainly,
/// without compression.
///
/// Determinism: the same table gives the same bytes.
///
/// # Errors
/// Where a column cannot be written; no table of a study has one.
fn whole(table: &[u8], said: Vec<Said>) -> Result<Vec<u8>, ParquetError> {
    let mut lines = csv::Reader::from_reader(table);
    let failed = |error: csv::Error| ParquetError::General(error.to_string());
    let names: Vec<_> = lines
        .headers()
        .map_err(failed)?
        .iter()
        .map(str::to_owned)
        .collect();
    let rows = lines.records().collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let columns: Vec<Column<'_>> = names
        .iter()
        .enumerate()
        .map(|(at, name)| Column {
            name,
            cells: rows.iter().map(|row| row.get(at).unwrap_or_default()).collect(),
        })
        .collect();
    let fields = columns.iter().map(|it| it.field().map(Arc::new));
    let schema = Type::group_type_builder("table")
        .with_fields(fields.collect::<Result<_, _>>()?)
        .build()?;
    let said = said.into_iter().map(|(key, value)| KeyValue::new(key, value));
    let properties = WriterProperties::builder()
        .set_created_by(concat!("collegium ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_key_value_metadata(Some(said.collect()))
        .build();
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = file.next_row_group()?;
    for column in &columns {
        let mut writer = group
            .next_column()?
            .ok_or_else(|| ParquetError::General("a column is missing".to_owned()))?;
        column.write(&mut writer)?;
        writer.close()?;
    }
    group.close()?;
    file.into_inner()
}

struct Column<'a> {
    name: &'a str,
    cells: Vec<&'a str>,
}

impl Column<'_> {
    fn physical(&self) -> Physical {
        let is_number = |cell: &&str| cell.is_empty() || cell.parse::<f64>().is_ok();
        if WORDS.contains(&self.name) {
            Physical::BYTE_ARRAY
        } else if WHOLE.contains(&self.name) {
            Physical::INT64
        } else if self.cells.iter().all(is_number) {
            Physical::DOUBLE
        } else {
            Physical::BYTE_ARRAY
        }
    }

    fn field(&self) -> Result<Type, ParquetError> {
        let physical = self.physical();
        Type::primitive_type_builder(self.name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type((physical == Physical::BYTE_ARRAY).then_some(LogicalType::String))
            .build()
    }

    fn write(&self, writer: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        match self.physical() {
            Physical::INT64 => self.write_as::<Int64Type>(writer, |cell| cell.parse().ok()),
            Physical::DOUBLE => self.write_as::<DoubleType>(writer, |cell| cell.parse().ok()),
            _ => self.write_as::<ByteArrayType>(writer, |cell| Some(ByteArray::from(cell))),
        }
    }

    fn write_as<T: DataType>(
        &self,
        writer: &mut SerializedColumnWriter<'_>,
        read: impl Fn(&str) -> Option<T::T>,
    ) -> Result<(), ParquetError> {
        let cells: Vec<_> = self
            .cells
            .iter()
            .map(|cell| Some(*cell).filter(|cell| !cell.is_empty()).and_then(&read))
            .collect();
        let is_there: Vec<_> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
        let values: Vec<_> = cells.into_iter().flatten().collect();
        writer.typed::<T>().write_batch(&values, Some(&is_there), None)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::parquet::{
        file::reader::{FileReader, SerializedFileReader},
        record::Field,
    };
    use Physical::{BYTE_ARRAY, DOUBLE, INT64};
    use std::{fs::File, io::Write};

    const TABLE: &str = "run,policy,in_need,capacity.ratio,support\n\
         0,first_come,4.327239191421401,1,\"a, b\"\n\
         1,optimal,,2.5,\n\
         12345678901,\"é\",-0.0,1e-300,c\n";

    fn read_back(bytes: &[u8]) -> SerializedFileReader<File> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        SerializedFileReader::new(file).unwrap()
    }

    #[test]
    fn every_cell_is_read_back_to_the_last_bit() {
        let found = read_back(&whole(TABLE.as_bytes(), Vec::new()).unwrap());
        let mut rows = csv::Reader::from_reader(TABLE.as_bytes());
        let mut of_file = found.get_row_iter(None).unwrap();
        for row in rows.records() {
            let found = of_file.next().unwrap().unwrap();
            for (cell, (_, field)) in row.unwrap().iter().zip(found.get_column_iter()) {
                match field {
                    Field::Long(found) => assert_eq!(*found, cell.parse::<i64>().unwrap()),
                    Field::Double(found) => {
                        assert_eq!(found.to_bits(), cell.parse::<f64>().unwrap().to_bits());
                    }
                    Field::Str(found) => assert_eq!(found, cell),
                    Field::Null => assert_eq!(cell, ""),
                    other => panic!("{other:?}"),
                }
            }
        }
        assert!(of_file.next().is_none());
    }

    #[test]
    fn types_hang_on_names_and_what_was_varied_on_its_values() {
        let found = read_back(&whole(TABLE.as_bytes(), Vec::new()).unwrap());
        let schema = found.metadata().file_metadata().schema_descr_ptr();
        let types: Vec<_> = schema.columns().iter().map(|it| it.physical_type()).collect();
        assert_eq!(types, [INT64, BYTE_ARRAY, DOUBLE, DOUBLE, BYTE_ARRAY]);
        // Without a row they are the same, where the name decides.
        let empty = read_back(&whole(b"run,day,what\n", Vec::new()).unwrap());
        let schema = empty.metadata().file_metadata().schema_descr_ptr();
        let types: Vec<_> = schema.columns().iter().map(|it| it.physical_type()).collect();
        assert_eq!(types, [INT64, DOUBLE, BYTE_ARRAY]);
    }

    #[test]
    fn what_is_said_stands_in_the_metadata_and_bytes_are_the_same() {
        let said = || vec![("unit:in_need".to_owned(), "areas".to_owned())];
        let bytes = whole(TABLE.as_bytes(), said()).unwrap();
        assert_eq!(bytes, whole(TABLE.as_bytes(), said()).unwrap());
        let found = read_back(&bytes);
        let kept = found.metadata().file_metadata().key_value_metadata().unwrap();
        assert_eq!(
            (kept[0].key.as_str(), kept[0].value.as_deref()),
            ("unit:in_need", Some("areas"))
        );
    }
}
