//! Every measurement runs on a small book; what it measures there says nothing.

use rapport_bench::book::{Book, Size};
use rapport_bench::measure;

#[test]
fn every_measurement_runs_on_a_small_book() {
    let dir = tempfile::tempdir().unwrap();
    let mut book = Book::make(&dir.path().join("Small.rapport"), Size { people: 200, touches: 4 }).unwrap();
    book.program = env!("CARGO_BIN_EXE_rapport-bench").into();
    let rows = measure::all(&book, &[]).unwrap();
    let mut ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    ids.dedup();
    assert_eq!(ids, ["S1", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S14", "S15", "W1", "W2"]);
    for row in &rows {
        assert!(row.figure.is_finite() && row.figure >= 0.0, "{row:?}");
        assert!(row.beside.as_ref().is_none_or(|beside| beside.1 > 0.0), "{row:?}");
    }
}
