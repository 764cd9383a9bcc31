//! Reads the bodies that carry files: a part with the JSON, and a part for each file.

/// Returns the JSON, and name and content of each file.
pub(crate) fn read(kind: &str, body: &[u8]) -> (Vec<u8>, Vec<(String, String)>) {
    let text = String::from_utf8_lossy(body);
    let boundary = kind.split("boundary=").nth(1).unwrap_or_default();
    let boundary = format!("--{}", boundary.trim_matches('"'));
    let (mut json, mut files) = (Vec::new(), Vec::new());
    for part in text.split(boundary.as_str()) {
        let Some((head, content)) = part.split_once("\r\n\r\n") else {
            continue;
        };
        let content = content.strip_suffix("\r\n").unwrap_or(content);
        if let Some(name) = quoted(head, "filename=\"") {
            files.push((name.to_owned(), content.to_owned()));
        } else if quoted(head, "name=\"") == Some("payload_json") {
            json = content.as_bytes().to_vec();
        }
    }
    (json, files)
}

fn quoted<'a>(head: &'a str, before: &str) -> Option<&'a str> {
    let (_, after) = head.split_once(before)?;
    after.split('"').next()
}
