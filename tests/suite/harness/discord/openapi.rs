//! Checks what the bot sends against Discord's own description of its API.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, ValidationError, Validator};
use serde_json::{Value, json};

use crate::harness::program::read;

/// Returns everything in `body` that the description of the route does not allow.
pub(crate) fn broken(route: &str, body: &Value) -> Vec<String> {
    let Some(validator) = validator(route) else {
        return vec![format!("{route} takes no body")];
    };
    let errors = validator.iter_errors(body);
    errors
        .map(|error| format!("OpenAPI, {}", innermost(&error)))
        .collect()
}

/// Says what is wrong where several forms are allowed: what is wrong with the one that fits furthest.
fn innermost(error: &ValidationError<'_>) -> String {
    let forms = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            context.as_slice()
        }
        _ => &[],
    };
    let depth = |error: &&ValidationError<'_>| error.instance_path().as_str().len();
    let deepest = forms.iter().flatten().max_by_key(depth);
    match deepest {
        Some(inner) if depth(&inner) > depth(&error) => innermost(inner),
        _ => format!("at {:?}: {error}", error.instance_path().as_str()),
    }
}

/// Returns the validator of a route such as `POST /channels/{channel_id}/messages`; each is built once.
fn validator(route: &str) -> Option<Arc<Validator>> {
    static BUILT: OnceLock<Mutex<HashMap<String, Arc<Validator>>>> = OnceLock::new();
    let mut built = BUILT
        .get_or_init(Mutex::default)
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    if let Some(validator) = built.get(route) {
        return Some(Arc::clone(validator));
    }
    let schema = schema(route)?;
    let validator = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .build(&schema)
        .expect("Discord's schemas are sound");
    let validator = Arc::new(validator);
    built.insert(route.to_owned(), Arc::clone(&validator));
    Some(validator)
}

/// The schema of a route's body, with all schemas beside it, so that its references lead somewhere.
fn schema(route: &str) -> Option<Value> {
    static API: OnceLock<Value> = OnceLock::new();
    let api = API.get_or_init(|| {
        let text = read("tests/data/discord/openapi.json");
        serde_json::from_str(&text).expect("JSON")
    });
    let (method, path) = route.split_once(' ')?;
    let request = api["paths"].get(path)?.get(method.to_lowercase())?;
    let schema = request["requestBody"]["content"]["application/json"].get("schema")?;
    Some(json!({ "allOf": [schema], "components": api["components"] }))
}
