//! Tests of the readers of exports: a case is the bytes of a file, and the rows that
//! must come out of it.

#![cfg(feature = "export")]

use proptest::prelude::*;
use recording_standard::Value;
use recording_standard::export::{
    Checker, Column, Cutter, Encoding, Format, LONGEST_ROW, Options, Piece, Reader, Refusal, Row, RowError,
};
use recording_standard::policy::RecordKind;
use serde_json::json;

/// An export that is read in the chunks that it is given in.
fn try_read<'b>(options: Options, chunks: impl IntoIterator<Item = &'b [u8]>) -> Result<(Reader, Vec<Row>), Refusal> {
    let mut reader = Reader::new(options)?;
    let mut rows = Vec::new();
    for chunk in chunks {
        reader.push(chunk);
        while let Some(row) = reader.next_row()? {
            rows.push(row);
        }
    }
    reader.finish();
    while let Some(row) = reader.next_row()? {
        rows.push(row);
    }
    rows.iter_mut().filter_map(|row| row.value.as_mut().ok()).for_each(sort);
    Ok((reader, rows))
}

/// The order of properties does not matter.
fn sort(value: &mut Value) {
    match value {
        Value::Map(properties) => {
            properties.sort_by(|(one, _), (other, _)| one.cmp(other));
            for (_, value) in properties {
                sort(value);
            }
        }
        Value::List(items) => items.iter_mut().for_each(sort),
        _ => {}
    }
}

fn rows(bytes: impl AsRef<[u8]>) -> Vec<Row> {
    try_read(Options::default(), [bytes.as_ref()]).map(|(_, rows)| rows).expect("an export")
}

fn refusal(options: Options, bytes: impl AsRef<[u8]>) -> Refusal {
    try_read(options, [bytes.as_ref()]).map(|_| ()).expect_err("no export")
}

fn record(number: u32, json: &serde_json::Value) -> Row {
    Row { number, value: Ok(serde_json::from_value(json.clone()).expect("any JSON is a value")) }
}

fn malformed(number: u32, error: RowError) -> Row {
    Row { number, value: Err(error) }
}

/// What a table with the three columns id, type and text holds.
#[track_caller]
fn has_rows(table: &str, expected: &[Row]) {
    assert_eq!(rows(format!("id,type,text\n{table}")), expected, "{table}");
}

fn entry(number: u32, id: &str, text: &str) -> Row {
    record(number, &json!({ "id": id, "type": "visit", "text": text }))
}

// ---- Tables --------------------------------------------------------------------

#[test]
fn a_table_is_read_however_its_lines_end_and_its_cells_are_quoted() {
    let both = [entry(2, "1", "Ava"), entry(3, "2", "Ben")];
    has_rows("1,visit,Ava\n2,visit,Ben\n", &both);
    has_rows("1,visit,Ava\r\n2,visit,Ben\r\n", &both);
    has_rows("1,visit,Ava\r2,visit,Ben\r", &both);
    has_rows("1,visit,Ava\n2,visit,Ben", &both);
    has_rows("\"1\",\"visit\",\"Ava\"\n\"2\",\"visit\",\"Ben\"", &both);
    has_rows("1,visit,\"Ava\nand\r\nBen\"", &[entry(2, "1", "Ava\nand\r\nBen")]);
    has_rows("1,visit,\"\"\"No,\"\" said Ava\"", &[entry(2, "1", "\"No,\" said Ava")]);
    has_rows("1,visit,a 5\" nail", &[entry(2, "1", "a 5\" nail")]);
}

#[test]
fn the_delimiter_is_the_one_that_the_heading_has_most_of() {
    for delimiter in [",", ";", "\t"] {
        let table = format!("id{delimiter}type{delimiter}\"text\"\n1{delimiter}visit{delimiter}\"a, b; c\td\"");
        assert_eq!(rows(table), [entry(2, "1", "a, b; c\td")]);
    }
    assert_eq!(rows("text\nAva\n"), [record(2, &json!({ "text": "Ava" }))]);
}

#[test]
fn the_number_of_a_row_is_that_of_a_spreadsheet() {
    has_rows(
        "\n1,visit,Ava\n,,\n  \r\n2,visit,\"Ben\n\n\"\n3,visit,Cal",
        &[entry(3, "1", "Ava"), entry(6, "2", "Ben\n\n"), entry(7, "3", "Cal")],
    );
    assert_eq!(rows("\r\n\r\nid,type,text\n1,visit,Ava"), [entry(4, "1", "Ava")]);
}

#[test]
fn headings_are_found_below_a_title() {
    let ava = |number| [entry(number, "1", "Ava")];
    assert_eq!(rows("Case notes, run on 3 March 2026\n\nid,type,text\n1,visit,Ava"), ava(4));
    assert_eq!(rows("Case notes;;\nTeam:;Assessment;\nid;type;text\n1;visit;Ava"), ava(4));
    assert_eq!(rows("Notes\nid,type,text\n1,visit,Ava"), ava(3));
    // Two words of a record may well be two headings.
    assert_eq!(rows("text,code\nNote,Team\n").len(), 1);

    let map = [("What".to_owned(), "text".to_owned())];
    let options = Options { columns: Some(map.to_vec()), ..Options::default() };
    let table = b"Case notes\n\nNo.,What\n1,Ava\n";
    let read = try_read(options, [&table[..]]).expect("a table").1;
    assert_eq!(read, [record(4, &json!({ "text": "Ava" }))]);

    let mut cutter = Cutter::new(Options::default()).expect("no map");
    cutter.push(b"Case notes\n\nid,type,text\n1,visit,Ava\n");
    cutter.finish();
    assert!(matches!(cutter.next(true), Ok(Some(Piece::Rows { number: 4, .. }))));
    assert_eq!(cutter.limits(), ["The headings were found in row 3, and what stands above them is not checked."]);
}

#[test]
fn what_was_joined_of_several_exports_is_read_as_one() {
    has_rows("1,visit,Ava\n\u{FEFF}id,type,text\n2,visit,Ben", &[entry(2, "1", "Ava"), entry(4, "2", "Ben")]);
    let texts = |number, text| record(number, &json!({ "text": text }));
    assert_eq!(rows("{\"text\":\"Ava\"}\n\u{FEFF}{\"text\":\"Ben\"}\n"), [texts(1, "Ava"), texts(2, "Ben")]);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_heading() {
    assert_eq!(rows("\u{FEFF}text\nAva"), [record(2, &json!({ "text": "Ava" }))]);
    assert_eq!(rows("\u{FEFF}{\"text\":\"Ava\"}"), [record(1, &json!({ "text": "Ava" }))]);
}

#[test]
fn a_row_that_is_not_utf_8_is_windows_1252() {
    let table = b"text\n\x93It\x92s loud\x94 \x96 Zo\xEB\ncaf\xC3\xA9\n\x81\n";
    let texts = ["“It’s loud” – Zoë", "café", "\u{81}"];
    let expected: Vec<_> = (2..).zip(texts).map(|(number, text)| record(number, &json!({ "text": text }))).collect();
    assert_eq!(rows(table), expected);
    assert_eq!(rows(b"{\"text\":\"Zo\xEB\"}"), [record(1, &json!({ "text": "Zoë" }))]);
}

#[test]
fn a_row_with_too_few_or_too_many_cells_is_malformed_and_the_next_is_read() {
    let cells = |found| RowError::Cells { found, expected: 3 };
    has_rows("1,visit\n2,visit,Ben", &[malformed(2, cells(2)), entry(3, "2", "Ben")]);
    has_rows("1,visit,Ava,and more\n2,visit,Ben", &[malformed(2, cells(4)), entry(3, "2", "Ben")]);
    has_rows("1,visit\n2\n3,visit,Cal", &[malformed(2, cells(2)), malformed(3, cells(1)), entry(4, "3", "Cal")]);
    has_rows("1,visit,Ava,, \n", &[entry(2, "1", "Ava")]);
}

#[test]
fn a_quotation_without_an_end_takes_no_whole_row_with_it() {
    let quotation = |lines| RowError::Quotation { lines };
    let cases: &[(&str, &[Row])] = &[
        // Nothing after it is quoted.
        (
            "1,visit,\"Ava\n2,visit,Ben\n3,visit,Cal",
            &[malformed(2, quotation(1)), entry(3, "2", "Ben"), entry(4, "3", "Cal")],
        ),
        // The next quotation shows it.
        (
            "1,visit,\"Ava\n2,visit,\"Ben\"\n3,visit,Cal",
            &[malformed(2, quotation(1)), entry(3, "2", "Ben"), entry(4, "3", "Cal")],
        ),
        // The next row is of several lines itself.
        (
            "1,visit,\"Ava\n2,visit,\"Ben\nand Cal\"\n3,visit,Dee",
            &[malformed(2, quotation(1)), entry(3, "2", "Ben\nand Cal"), entry(4, "3", "Dee")],
        ),
        // So is the broken one.
        ("1,visit,\"Ava\nwent home\nearly\n\n2,visit,Ben", &[malformed(2, quotation(4)), entry(3, "2", "Ben")]),
        // The last row.
        ("1,visit,Ava\n2,visit,\"Ben", &[entry(2, "1", "Ava"), malformed(3, quotation(1))]),
        ("1,visit,Ava\n2,visit,\"Ben\nand more\n", &[entry(2, "1", "Ava"), malformed(3, quotation(2))]),
        // A quotation mark that should have been doubled.
        ("1,visit,\"Ava said \"no\" to me\"\n2,visit,Ben", &[malformed(2, quotation(1)), entry(3, "2", "Ben")]),
        // Two in a row.
        ("1,visit,\"Ava\n2,visit,\"Ben\n3,visit,Cal", &[malformed(2, quotation(2)), entry(3, "3", "Cal")]),
    ];
    for (table, expected) in cases {
        has_rows(table, expected);
    }
}

#[test]
fn a_row_that_is_too_long_is_malformed_and_the_next_is_read() {
    let long = "a".repeat(LONGEST_ROW);
    let after = entry(3, "2", "Ben");
    has_rows(&format!("1,visit,{long}\n2,visit,Ben"), &[malformed(2, RowError::TooLong), after.clone()]);
    has_rows(&format!("1,visit,\"{long}\"\n2,visit,Ben"), &[malformed(2, RowError::Quotation { lines: 1 }), after]);
    let lines = format!("{{\"text\":\"{long}\"}}\n{{\"text\":\"Ben\"}}");
    assert_eq!(rows(lines), [malformed(1, RowError::TooLong), record(2, &json!({ "text": "Ben" }))]);
}

// ---- Columns and cells -----------------------------------------------------------

/// The path that each heading is understood as.
fn paths(kind: RecordKind, headings: &str) -> Vec<Option<String>> {
    let options = Options { kind, ..Options::default() };
    let (reader, _) = try_read(options, [headings.as_bytes()]).expect("a table");
    reader.columns().expect("headings").iter().map(|column| column.path.clone()).collect()
}

#[test]
fn headings_of_systems_in_use_are_understood() {
    let cases = [
        (
            "FACT_CASENOTE_ID,DIM_PERSON_ID,EVENT_DTTM,SEEN_FLAG,SEEN_ALONE_FLAG",
            "id fileId eventAt child/seen child/seenAlone",
        ),
        (
            "CaseNoteId,MosaicId,CreatedOn,CreatedByName,NoteType,CaseNoteContent",
            "id fileId recordedAt author/name type text",
        ),
        ("Child Unique ID,Date of visit,Was the Child Seen Alone?", "fileId eventAt child/seenAlone"),
        ("Recorded by,Post title,What happened?", "author/name author/postTitle text"),
        ("Child seen (Y/N),Date of visit [dd/mm/yyyy]", "child/seen eventAt"),
        // The record's own names, in any spelling, and paths.
        ("eventAt,RECORDED_AT,author name,author/postTitle", "eventAt recordedAt author/name author/postTitle"),
        (
            "sharing/0/agreement,sharing/1/agreement,Sharing: with",
            "sharing/0/agreement sharing/1/agreement sharing/0/with",
        ),
    ];
    for (headings, expected) in cases {
        let expected: Vec<_> = expected.split(' ').map(|path| Some(path.to_owned())).collect();
        assert_eq!(paths(RecordKind::Entry, headings), expected, "{headings}");
    }
    let front_sheet = "LAchildID,PersonBirthDate,ETHNIC,NHS number,Case status";
    let expected = "referenceNumber child/dateOfBirth child/ethnicity child/nhsNumber status";
    let expected: Vec<_> = expected.split(' ').map(|path| Some(path.to_owned())).collect();
    assert_eq!(paths(RecordKind::File, front_sheet), expected);
}

#[test]
fn of_headings_that_mean_the_same_the_surest_is_read() {
    let text = || Some("text".to_owned());
    assert_eq!(paths(RecordKind::Entry, "Summary,Case note,Ward"), [None, text(), None]);
    assert_eq!(paths(RecordKind::Entry, "Text,text"), [text(), None]);
}

#[test]
fn every_known_heading_means_one_field() {
    let table = include_str!("../src/export/columns.tsv");
    let mut seen = std::collections::HashSet::new();
    for line in table.lines().skip(1) {
        let [kind, path, headings] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let of = if kind == "file" { RecordKind::File } else { RecordKind::Entry };
        for heading in headings.split(';') {
            assert_eq!(paths(of, heading), [Some(path.to_owned())], "{kind}: {heading}");
            assert!(seen.insert((kind, heading)), "{kind}: {heading} stands twice");
        }
    }
}

#[test]
fn every_known_answer_is_one_of_its_field() {
    for line in include_str!("../src/export/answers.tsv").lines().skip(1) {
        let [path, answer, written] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        for written in written.split(';') {
            let expected = record(2, &json!({ path: answer }));
            assert_eq!(rows(format!("{path}\n{written}")), [expected], "{written}");
        }
        let unread = recording_standard::record::shape_at(recording_standard::record::Entry::PARTS, path);
        let Some((recording_standard::record::Shape::OneOf(names), _)) = unread else {
            panic!("{path} has no answers")
        };
        assert!(names.contains(&answer), "{answer} is no {path}");
    }
}

#[test]
fn a_cell_becomes_what_its_field_can_hold() {
    let cases = [
        // Dates stay as they are written, but for the days of a spreadsheet.
        ("eventAt", "03/03/2026 15:30", json!({ "eventAt": "03/03/2026 15:30" })),
        ("eventAt", "46084", json!({ "eventAt": "2026-03-03" })),
        ("eventAt", "46084.645833333", json!({ "eventAt": "2026-03-03T15:30" })),
        ("eventAt", "2026", json!({ "eventAt": "2026" })),
        ("child/seen", "a) Yes", json!({ "child": { "seen": "Yes" } })),
        ("child/seen", "Y", json!({ "child": { "seen": "Y" } })),
        ("type", "Home visit", json!({ "type": "visit" })),
        ("type", "Sea voyage", json!({ "type": "Sea voyage" })),
        ("text", "  Ava  ", json!({ "text": "  Ava  " })),
        ("author/name", "  Priya Shah ", json!({ "author": { "name": "Priya Shah" } })),
        ("sharing/1/what", "A report", json!({ "sharing": [{ "what": "A report" }] })),
        ("text", "None", json!({ "text": "None" })),
    ];
    for (path, cell, expected) in cases {
        assert_eq!(rows(format!("{path}\n\"{cell}\"")), [record(2, &expected)], "{path}: {cell}");
    }
}

#[test]
fn what_an_export_writes_for_nothing_is_nothing() {
    let cases = [
        ("text", &["NULL", "NaN", "&nbsp;", "&nbsp; &nbsp;", "\u{A0}"][..]),
        ("eventAt", &["None", "1900-01-01", "1900-01-01 00:00:00.000", "01/01/1900", "01/01/1900 00:00"]),
        ("child/seen", &["c) Unknown", "None", "NULL"]),
        ("type", &["None"]),
    ];
    for (path, cells) in cases {
        for cell in cells {
            assert_eq!(rows(format!("{path},id\n{cell},7")), [record(2, &json!({ "id": "7" }))], "{path}: {cell}");
        }
    }
}

#[test]
fn a_case_file_says_that_it_is_one() {
    let options = || Options { kind: RecordKind::File, ..Options::default() };
    let expected = [record(2, &json!({ "child": { "fullName": "Ava Wood" }, "kind": "file" }))];
    assert_eq!(try_read(options(), [&b"Child name\nAva Wood"[..]]).expect("a table").1, expected);
    let expected = [record(1, &json!({ "status": "open", "kind": "file" }))];
    assert_eq!(try_read(options(), [&b"{\"status\":\"open\"}"[..]]).expect("lines").1, expected);
}

#[test]
fn a_column_map_says_which_column_holds_what() {
    let map = |map: &[(&str, &str)]| Options {
        columns: Some(map.iter().map(|(heading, path)| ((*heading).to_owned(), (*path).to_owned())).collect()),
        ..Options::default()
    };
    let table = b"Words,Notes,Case note\na,b,c";
    let (reader, rows) = try_read(map(&[("words", "text"), ("Notes", "")]), [&table[..]]).expect("a table");
    assert_eq!(rows, [record(2, &json!({ "text": "a" }))]);
    let column = |heading: &str, path: Option<&str>| Column { heading: heading.into(), path: path.map(str::to_owned) };
    let expected = [column("Words", Some("text")), column("Notes", None), column("Case note", None)];
    assert_eq!(reader.columns(), Some(&expected[..]));

    let (heading, path) = (|| "Words".to_owned(), |path: &str| path.to_owned());
    assert_eq!(
        refusal(map(&[("Words", "author/nmae")]), table),
        Refusal::NoSuchField { heading: heading(), path: path("author/nmae") }
    );
    assert_eq!(
        refusal(map(&[("Words", "author")]), table),
        Refusal::NoSuchField { heading: heading(), path: path("author") }
    );
    assert_eq!(
        refusal(map(&[("Notes", "text"), ("Words", "text")]), table),
        Refusal::SameField { heading: heading(), path: path("text") }
    );
    assert_eq!(refusal(map(&[("Wrods", "text")]), table), Refusal::NoSuchHeading { heading: "Wrods".into() });
    assert_eq!(refusal(map(&[("Notes", "")]), table), Refusal::NoHeadingUnderstood);
    assert_eq!(refusal(map(&[("Words", "text")]), "{}"), Refusal::ColumnsOfJson);
}

#[test]
fn what_is_no_export_is_refused() {
    let cases: &[(&[u8], Refusal)] = &[
        (b"", Refusal::Empty),
        (b" \r\n", Refusal::Empty),
        (b"PK\x03\x04\x14\0\x06\0", Refusal::NoWorkbook),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", Refusal::OldWorkbook),
        (b"\x1F\x8B\x08\0", Refusal::Compressed),
        (b"%PDF-1.7", Refusal::NoText),
        (b"text\0\0\0", Refusal::NoText),
        (b"\"text\nAva", Refusal::Heading),
        (b"\"te\"xt\nAva", Refusal::Heading),
        (b"Dear Ava,\nI came to see you.", Refusal::NoHeadingUnderstood),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refusal(Options::default(), bytes), *expected);
    }
    assert_eq!(refusal(Options::default(), "a".repeat(2 << 20)), Refusal::Heading);
    assert_eq!(refusal(Options::default(), " ".repeat(2 << 20)), Refusal::Heading);
}

#[test]
fn no_sentence_about_a_row_or_an_export_holds_its_text() {
    let secret = "Zuleika";
    let table = format!("text\n{secret},{secret}\n\"{secret}\"{secret}\n\"{secret}");
    let lines = format!("{{\"text\":\"{secret}\nx\n\"{secret}\"\n{{\"{secret}\":{secret}}}");
    let problems: Vec<_> = [table, lines].iter().flat_map(rows).map(|row| row.value.unwrap_err().to_string()).collect();
    assert_eq!(problems.len(), 6);
    assert!(problems.iter().all(|problem| !problem.contains(secret) && problem.ends_with('.')), "{problems:?}");
    let refused = refusal(Options::default(), format!("{secret}\n{secret}")).to_string();
    assert!(!refused.contains(secret), "{refused}");
}

// ---- Lines of JSON ----------------------------------------------------------------

#[test]
fn each_line_of_json_is_a_record() {
    let lines = "{\"text\":\"Ava\"}\r\n\n{\"text\":\"Ben\"}\n  {\"sequence\":3}";
    let expected = [
        record(1, &json!({ "text": "Ava" })),
        record(3, &json!({ "text": "Ben" })),
        record(4, &json!({ "sequence": 3 })),
    ];
    assert_eq!(rows(lines), expected);
}

#[test]
fn a_line_that_is_no_json_object_is_malformed_and_the_next_is_read() {
    let lines = "{\"text\":\"Ava\"}\n{\"text\":\"Bén\n{\"text\" \"Cal\"}\n42\n[]\n{\"text\":\"Dee\"}";
    let expected = [
        record(1, &json!({ "text": "Ava" })),
        malformed(2, RowError::Json { at: 12 }),
        malformed(3, RowError::Json { at: 9 }),
        malformed(4, RowError::NoObject),
        malformed(5, RowError::NoObject),
        record(6, &json!({ "text": "Dee" })),
    ];
    assert_eq!(rows(lines), expected);
    let deep = format!("{{\"text\":{}", "[".repeat(10_000));
    assert!(matches!(rows(deep)[..], [Row { number: 1, value: Err(RowError::Json { .. }) }]));
}

#[test]
fn half_a_character_in_json_is_read_as_its_replacement() {
    let cases = [(r"cut \ud83d", "cut \u{FFFD}"), (r"\ude00\ud83d\ud83d\ude00é\\ud83d", "\u{FFFD}\u{FFFD}😀é\\ud83d")];
    for (json, text) in cases {
        assert_eq!(rows(format!("{{\"text\":\"{json}\"}}")), [record(1, &json!({ "text": text }))]);
    }
}

#[test]
fn an_empty_partition_of_json_lines_has_no_rows() {
    let options = Options { format: Some(Format::Ndjson), ..Options::default() };
    assert_eq!(try_read(options, []).expect("lines").1, []);
}

// ---- Letters, marks, JSON lists ----------------------------------------------------

/// The text in UTF-16, with the less or the more significant byte first.
fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn text_in_utf_16_is_read_with_and_without_its_mark() {
    let table = "id,text\n1,Zoë’s 😀 den\n";
    let expected = [record(2, &json!({ "id": "1", "text": "Zoë’s 😀 den" }))];
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        assert_eq!(rows(utf_16(&format!("\u{FEFF}{table}"), to_bytes)), expected);
        assert_eq!(rows(utf_16(table, to_bytes)), expected);
    }
    // Half a character, and half a byte pair at the end.
    let cut = [utf_16("id,text\n1,", u16::to_le_bytes), vec![0x3D, 0xD8, b'x', 0, b'y']].concat();
    assert_eq!(rows(cut), [record(2, &json!({ "id": "1", "text": "\u{FFFD}x\u{FFFD}" }))]);
}

#[test]
fn an_encoding_that_is_given_is_the_one_that_is_read() {
    let read = |encoding, bytes: &[u8]| {
        let options = Options { encoding: Encoding::read(encoding), ..Options::default() };
        try_read(options, [bytes]).expect("a table").1
    };
    let text = |text: &str| [record(2, &json!({ "text": text }))];
    assert_eq!(read("windows-1252", b"text\ncaf\xC3\xA9"), text("cafÃ©"));
    assert_eq!(read("utf-8", "text\ncafé".as_bytes()), text("café"));
    assert_eq!(read("utf-16be", &utf_16("text\nZoë", u16::to_be_bytes)), text("Zoë"));
}

#[test]
fn what_parts_and_quotes_cells_is_known_or_given() {
    let expected = [entry(2, "1", "a|b; \"c\", d")];
    for delimiter in ["|", ";", ",", "\t"] {
        let cells = ["1", "visit", "\"a|b; \"\"c\"\", d\""].join(delimiter);
        assert_eq!(rows(format!("id{delimiter}type{delimiter}text\n{cells}")), expected);
    }
    assert_eq!(rows("sep=^\r\nid^type^text\r\n1^visit^Ava"), [entry(3, "1", "Ava")]);
    assert_eq!(rows("'id','type','text'\n'1','visit','Ava''s, den'"), [entry(2, "1", "Ava's, den")]);
    let options = Options { delimiter: Some(b'~'), quote: Some(0), ..Options::default() };
    let table = b"id~type~text\n1~visit~\"Ava\n2~visit~Ben,\";";
    let read = try_read(options, [&table[..]]).expect("a table").1;
    assert_eq!(read, [entry(2, "1", "\"Ava"), entry(3, "2", "Ben,\";")]);
}

#[test]
fn each_item_of_a_json_list_is_a_record() {
    let expected = [record(1, &json!({ "text": "Ava, [a] {b}" })), record(2, &json!({ "text": "\"]\\" }))];
    for list in [
        r#"[{"text":"Ava, [a] {b}"},{"text":"\"]\\"}]"#,
        "\u{FEFF}  [\r\n  {\n    \"text\": \"Ava, [a] {b}\"\n  },\n  { \"text\": \"\\\"]\\\\\" }\n]\n",
        "{\n\"text\":\"Ava, [a] {b}\"\n}\n{\"text\":\n\"\\\"]\\\\\"}",
    ] {
        assert_eq!(rows(list), expected, "{list}");
    }
    assert_eq!(rows("[]"), []);
}

#[test]
fn an_item_that_is_no_object_is_malformed_and_the_next_is_read() {
    let expected = [
        record(1, &json!({ "text": "Ava" })),
        malformed(2, RowError::NoObject),
        malformed(3, RowError::NoObject),
        malformed(4, RowError::Json { at: 9 }),
        record(5, &json!({ "text": "Dee" })),
    ];
    assert_eq!(rows(r#"[{"text":"Ava"},42,["a"],{"text" "Cal"},{"text":"Dee"}]"#), expected);
    // A quotation without an end takes no more than its own lines.
    let broken = "[\n{\"text\":\"Ava\n},\n{\"text\":\"Ben\"}\n]";
    assert_eq!(rows(broken), [malformed(1, RowError::Json { at: 12 }), record(2, &json!({ "text": "Ben" }))]);
    // The export breaks off.
    let cut = r#"[{"text":"Ava"},{"text":"Be"#;
    assert_eq!(rows(cut), [record(1, &json!({ "text": "Ava" })), malformed(2, RowError::Json { at: 11 })]);
}

// ---- In pieces --------------------------------------------------------------------

/// Checks an export that is cut into pieces, each by a checker of its own, and gives for
/// each row its number and the rules, or why it cannot be read.
fn checked(bytes: &[u8], chunk: usize, front_sheets: &[u8]) -> Vec<(u64, String)> {
    let options = Options::default();
    let mut cutter = Cutter::new(options.clone()).expect("no map");
    let mut list = Vec::new();
    let mut chunks = bytes.chunks(chunk);
    loop {
        let chunk = chunks.next();
        match chunk {
            Some(bytes) => cutter.push(bytes),
            None => cutter.finish(),
        }
        while let Some(piece) = cutter.next(true).expect("an export") {
            match piece {
                Piece::Malformed { number, error } => list.push((u64::from(number), error.to_string())),
                Piece::Rows { number, bytes, lengths } => {
                    let now = recording_standard::Moment::read("2026-03-16T09:00").expect("a time");
                    let mut checker = Checker::new(recording_standard::Policy::default(), now, false);
                    keep(&mut checker, front_sheets);
                    checker.begin(cutter.layout().expect("a layout"), &options).expect("the same columns");
                    let told = serde_json::from_str(&checker.check(&bytes, &lengths, number)).expect("JSON");
                    list.extend(rules(&told));
                }
            }
        }
        if chunk.is_none() {
            return list;
        }
    }
}

fn keep(checker: &mut Checker, front_sheets: &[u8]) {
    let options = Options { kind: RecordKind::File, ..Options::default() };
    let mut cutter = Cutter::new(options.clone()).expect("no map");
    cutter.push(front_sheets);
    cutter.finish();
    while let Ok(Some(Piece::Rows { bytes, lengths, .. })) = cutter.next(true) {
        checker.begin(cutter.layout().expect("a layout"), &options).expect("the same columns");
        checker.keep(&bytes, &lengths);
    }
}

/// What was told of the rows of one piece, by its kinds.
fn rules(told: &serde_json::Value) -> Vec<(u64, String)> {
    let rows = told["rows"].as_array().expect("rows").iter();
    let found = rows.map(|row| {
        let findings = row[7].as_array().into_iter().flatten();
        let rules = findings.map(|finding| {
            let kind = usize::try_from(finding[0].as_u64().expect("a number")).expect("small");
            told["kinds"][kind]["rule"].as_str().expect("a rule")
        });
        let rules: Vec<_> = rules.collect();
        (
            row[0].as_u64().expect("a number"),
            row[1].as_str().filter(|_| row.get(2).is_none()).map_or(rules.join(" "), str::to_owned),
        )
    });
    found.collect()
}

#[test]
fn an_export_in_pieces_has_the_same_findings() {
    let table = "id,type,Date of visit,Recorded on,Recorded by,Post title,text\n\
                 1,note,2026-03-03T15:00,2026-03-09T16:00,Priya Shah,Social worker,I saw Ava.\n\
                 2,note,2026-03-03T15:00,2026-03-03T16:00,P.S.,Social worker,I rang Ava.\n\
                 3,note\n\
                 4,note,\"2026-03-03T15:00,2026-03-03T16:00,P.S.,Social worker,I rang Ava.\n\n\
                 5,note,2026-03-03T15:00,2026-03-03T16:00,Priya Shah,,\"I rang\nAva.\"\n";
    let expected = [
        (2, "timing/late-entry-not-stated"),
        (3, "author/missing-name"),
        (4, "This row has 2 cells where the heading row has 7."),
        (5, "The quotation marks in this row do not match, so 2 lines were passed over."),
        (6, "author/missing-post-title"),
    ];
    let expected: Vec<_> = expected.into_iter().map(|(row, found)| (row, found.to_owned())).collect();
    for chunk in [1, 40, 10_000] {
        assert_eq!(checked(table.as_bytes(), chunk, b""), expected, "{chunk}");
    }
}

#[test]
fn an_entry_is_checked_as_one_of_the_file_of_its_reference_number() {
    let sheets = b"Reference number,Child name,DOB\n88,Ava Wood,2019-05-02\n89,Ben Wood,2018-01-01";
    let entries = "File reference,Date of visit,Recorded on,Recorded by,Post title,text\n\
                   88,2026-03-04T15:00,2026-03-04T16:00,Priya Shah,Social worker,\"I saw Ava, aged 7, at home.\"\n\
                   89,2026-03-04T15:00,2026-03-04T16:00,Priya Shah,Social worker,\"I saw Ben, aged 8, at home.\"\n";
    assert_eq!(checked(entries.as_bytes(), 50, sheets), [(2, "accuracy/age".to_owned()), (3, String::new())]);
    assert_eq!(checked(entries.as_bytes(), 50, b""), [(2, String::new()), (3, String::new())]);
}

#[test]
fn the_rows_of_an_export_are_held_against_each_other_once_they_are_gathered() {
    let note = "Ava came home from school at half past three and told me about her day. She had painted a blue whale \
                with her friends and ate pasta for tea.";
    let entry = |file: &str, sequence: &str, day: &str, text: &str| {
        format!("{file},{sequence},2026-03-{day}T15:00,2026-03-{day}T16:00,Priya Shah,Social worker,\"{text}\"\n")
    };
    let table = [
        "File reference,Sequence,Date of event,Recorded on,Recorded by,Post title,text\n".to_owned(),
        entry("88", "1", "02", note),
        entry("89", "1", "03", "I rang the school at noon."),
        entry("89", "2", "09", note),
        entry("88", "3", "04", "I rang the bus company at noon."),
        entry("89", "3", "10", "I rang the bus company at one."),
        entry("88", "4", "04", "I rang the bus company at noon."),
        entry("88", "5", "03", "I rang the library at two."),
    ];
    let options = Options::default();
    let mut cutter = Cutter::new(options.clone()).expect("no map");
    cutter.push(table.concat().as_bytes());
    cutter.finish();
    let Ok(Some(Piece::Rows { number, bytes, lengths })) = cutter.next(true) else { panic!("no rows") };
    let new_checker = || {
        let now = recording_standard::Moment::read("2026-03-16T09:00").expect("a time");
        let mut checker = Checker::new(recording_standard::Policy::default(), now, false);
        checker.begin(cutter.layout().expect("a layout"), &options).expect("the same columns");
        checker
    };

    let mut first = new_checker();
    first.gather(&bytes, &lengths, number);
    let together = first.settle();
    let kind = |kind: u32| &together.kinds[kind as usize];
    let together: Vec<_> =
        together.places.iter().map(|[row, place]| (row, kind(*place).rule, &kind(*place).path)).collect();
    let expected =
        json!([[5, "file/sequence", "/sequence"], [7, "file/duplicate-entry", ""], [8, "file/order", "/sequence"]]);
    assert_eq!(json!(together), expected);
    assert_eq!(first.limits(), Vec::<String>::new());

    // Another one can check what the first has gathered.
    let mut second = new_checker();
    second.learn(&first.gathered());
    for mut checker in [first, second] {
        let told = serde_json::from_str(&checker.check(&bytes, &lengths, number)).expect("JSON");
        let copied: Vec<_> = rules(&told).into_iter().filter(|(_, rules)| rules.contains("copied")).collect();
        assert_eq!(copied, [(4, "accuracy/copied-text".to_owned())]);
    }
}

// ---- Whatever the bytes -----------------------------------------------------------

/// Pieces out of which files are made that are as dirty as files get.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = proptest::sample::select(vec![
        &b"\""[..],
        b"\"\"",
        b",",
        b",",
        b";",
        b"\t",
        b"\n",
        b"\n",
        b"\r\n",
        b"\r",
        b"a",
        b"Ben",
        b"1900-01-01",
        b"46084",
        b"&nbsp;",
        b"\xC3\xA9",
        b"\xE9",
        b"\xF0\x9F\x98\x80",
        b"\0",
        b"{",
        b"}",
        b"[",
        b":",
        b"{\"text\":\"Ava\"}",
        b"\\ud83d",
        b"|",
        b"'",
        b"]",
        b"\xFF\xFE",
        b"1,visit,Ava\n",
    ]);
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn however_the_bytes_are_cut_the_rows_are_the_same(
        heading in proptest::sample::select(vec!["", "\u{FEFF}", "id,type,text\n", "id;type;text\r\n", "text\r", "{}\n", "[{},\n", "{\n", "'id','text'\n"]),
        body in pieces(),
        cuts in proptest::collection::vec(0usize..200, 0..8),
    ) {
        let bytes = [heading.as_bytes(), &body].concat();
        let read = |chunks: &[&[u8]]| try_read(Options::default(), chunks.iter().copied()).map(|(_, rows)| rows);
        let whole = read(&[&bytes]);
        let single: Vec<_> = bytes.chunks(1).collect();
        prop_assert_eq!(&read(&single), &whole);
        let mut chunks = Vec::new();
        let mut rest = &bytes[..];
        for cut in cuts {
            let (chunk, after) = rest.split_at(cut.min(rest.len()));
            chunks.push(chunk);
            rest = after;
        }
        chunks.push(rest);
        prop_assert_eq!(&read(&chunks), &whole);
    }

    #[test]
    fn any_bytes_in_any_format_give_rows_or_a_refusal(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        format in proptest::sample::select(vec![None, Some(Format::Csv), Some(Format::Tsv), Some(Format::Ndjson), Some(Format::Json), Some(Format::Xlsx)]),
    ) {
        let options = Options { format, ..Options::default() };
        if let Ok((_, rows)) = try_read(options, [&bytes[..]]) {
            prop_assert!(rows.is_sorted_by_key(|row| row.number));
        }
    }

    #[test]
    fn what_was_written_as_a_table_is_read_back(
        cells in proptest::collection::vec(("[a-z\",;\t\r\né“ ]{0,9}x", "[a-z\",;\t\r\né“ ]{0,9}x", any::<bool>()), 0..9),
    ) {
        let quote = |cell: &str, always: bool| {
            if always || cell.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
        };
        let lines = cells.iter().map(|(one, other, always)| format!("{},{}\r\n", quote(one, *always), quote(other, *always)));
        let table: String = std::iter::once("strengths,difficulties\r\n".to_owned()).chain(lines).collect();
        let expected: Vec<_> = (2..)
            .zip(&cells)
            .map(|(number, (one, other, _))| record(number, &json!({ "strengths": one, "difficulties": other })))
            .collect();
        prop_assert_eq!(rows(table), expected);
    }

    #[test]
    fn a_broken_row_takes_at_most_itself_from_rows_of_one_line(
        before in 0u32..5,
        broken in "[a-z ]{0,5}\"?[a-z ]{0,9},\"[a-z ]{0,9}",
        after in 1u32..9,
    ) {
        let good = |number: u32| format!("{number},visit,\"Ava, {number}\"\n");
        let table: String = (0..before).map(good).chain([broken + "\n"]).chain((0..after).map(good)).collect();
        let read = rows(format!("id,type,text\n{table}"));
        let whole = read.iter().filter(|row| row.value.is_ok()).count();
        prop_assert_eq!(whole, (before + after) as usize);
        prop_assert_eq!(read.len(), whole + 1);
    }
}

/// Quotations that open on every line and end nowhere near must not make the time grow
/// with the square of the size.
#[test]
fn mismatched_quotations_take_no_more_than_linear_time() {
    let patterns = ["a\",\"b\n", "\"a\n", "\",\"\n", "a,\"\"\"b\n", "x,y\na\",\"b\n", "\",\"\",\"\n\"", "\"\"\"\n"];
    for pattern in patterns {
        let time = |size: usize| {
            let table = format!("id,text\n1,\"{}", pattern.repeat(size / pattern.len()));
            let start = std::time::Instant::now();
            rows(&table);
            start.elapsed().as_secs_f64()
        };
        // Others may be at work beside it; time that grew with the square would do so each time.
        let is_linear = (0..3).any(|_| {
            let (small, large) = (time(100_000), time(1_600_000));
            large < 0.1 || large < 64.0 * small
        });
        assert!(is_linear, "{pattern:?} takes more than 64 times as long for 16 times the size");
    }
}
