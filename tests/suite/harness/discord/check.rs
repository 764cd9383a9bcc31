//! Checks what the bot sends.

use serde_json::{Value, json};

use super::{openapi, rules};

/// Returns everything that is wrong with a body, by Discord's description and by our own rules.
pub(crate) fn broken(route: &str, body: &Value, n_files: usize) -> Vec<String> {
    let takes_body = !route.starts_with("GET") && !route.starts_with("DELETE");
    if !takes_body {
        return Vec::new();
    }
    let mut broken = openapi::broken(route, &described(body, n_files));
    broken.extend(rules::broken(route, body, n_files));
    broken
}

/// Returns the body as the description has it: there the number of a file is a text, but in practice a number.
fn described(body: &Value, n_files: usize) -> Value {
    let mut body = body.clone();
    let place = if body["data"].is_object() {
        "/data/attachments"
    } else {
        "/attachments"
    };
    let attachments = body.pointer_mut(place).filter(|_| n_files > 0);
    for attachment in attachments
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        if let Some(number) = attachment["id"].as_u64() {
            attachment["id"] = json!(number.to_string());
        }
    }
    body
}
