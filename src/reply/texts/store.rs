//! The sentences on the terminal about the store and its backups.

/// Says that a backup was written.
pub fn backed_up(n_records: u64, path: &str) -> String {
    format!("Wrote {} to {path}.", records(n_records))
}

/// Says that a backup was taken over.
pub fn restored(n_records: u64, path: &str) -> String {
    format!("Took {} over from {path}.", records(n_records))
}

fn records(n: u64) -> String {
    match n {
        1 => "1 record".to_owned(),
        n => format!("{n} records"),
    }
}
