//! Version scripts, read for build scripts and for tests that compare.

/// The symbols of a version script, each with its node.
pub fn symbols(script: &str) -> Vec<(String, String)> {
    let mut symbols = Vec::new();
    let mut node = String::new();
    for line in script.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_suffix('{') {
            node = name.trim().to_owned();
        } else if let Some(symbol) = line.strip_suffix(';')
            && !symbol.starts_with('}')
            && symbol != "*"
        {
            symbols.push((symbol.to_owned(), node.clone()));
        }
    }
    symbols
}
