//! A scanner of one level of JSON (RFC 8259): members of an object with their values as they stand. Nothing is copied or
//! built, so a reply of any size costs no memory. QEMU may be hostile: every text gives members or `None`.

/// Deeper nesting is refused; QEMU's own parser stops at 1024.
const DEPTH: usize = 1024;

/// The members of an object in their order: the name's characters between its quotes, escapes as they stand, and the value.
/// `None` unless the text is one object, well nested to its end. The values' inner parts are checked for balance only.
pub fn members(text: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let mut found = Vec::new();
    let mut rest = text.trim_ascii().strip_prefix(b"{")?.trim_ascii_start();
    if rest == b"}" {
        return Some(found);
    }
    loop {
        let name_length = string(rest)?;
        let name = &rest[1..name_length - 1];
        rest = rest[name_length..].trim_ascii_start().strip_prefix(b":")?.trim_ascii_start();
        let length = value(rest)?;
        found.push((name, &rest[..length]));
        rest = rest[length..].trim_ascii_start();
        match rest {
            b"}" => return Some(found),
            [b',', tail @ ..] => rest = tail.trim_ascii_start(),
            _ => return None,
        }
    }
}

/// The value of one member of an object.
pub fn member<'a>(object: &'a [u8], name: &str) -> Option<&'a [u8]> {
    members(object)?.into_iter().find(|(own, _)| *own == name.as_bytes()).map(|(_, value)| value)
}

/// The characters of a string without escapes; `None` for any other value. QEMU's enumerations are such strings.
pub fn plain(value: &[u8]) -> Option<&str> {
    let inner = value.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    std::str::from_utf8(inner).ok().filter(|text| !text.contains(['\\', '"']))
}

/// How long the string is that a text begins with, with its quotes.
fn string(text: &[u8]) -> Option<usize> {
    if text.first() != Some(&b'"') {
        return None;
    }
    let mut at = 1;
    loop {
        match text.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            0..=31 => return None,
            _ => at += 1,
        }
    }
}

/// How long the value is that a text begins with.
fn value(text: &[u8]) -> Option<usize> {
    let mut open = Vec::new();
    let mut at = 0;
    loop {
        let byte = *text.get(at)?;
        match byte {
            b'"' => at += string(&text[at..])?,
            b'{' | b'[' if open.len() < DEPTH => {
                open.push(byte + 2);
                at += 1;
                continue;
            }
            b'}' | b']' if open.last() == Some(&byte) => {
                open.pop();
                at += 1;
            }
            b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' if !open.is_empty() => {
                at += 1;
                continue;
            }
            b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                let scalar = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+-.".contains(*byte);
                at += text[at..].iter().take_while(scalar).count();
            }
            _ => return None,
        }
        if open.is_empty() {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_level_is_seen_as_it_stands() {
        let text =
            br#" {"timestamp": {"seconds": 1, "microseconds": 2}, "event": "STOP", "x\"y":[{"a":"}"}], "n":-1.5e+3}
"#;
        let found: Vec<(&str, &str)> = members(text)
            .unwrap()
            .into_iter()
            .map(|(name, value)| (std::str::from_utf8(name).unwrap(), std::str::from_utf8(value).unwrap()))
            .collect();
        assert_eq!(found[0], ("timestamp", r#"{"seconds": 1, "microseconds": 2}"#));
        assert_eq!(found[1], ("event", "\"STOP\""));
        assert_eq!(found[2], (r#"x\"y"#, r#"[{"a":"}"}]"#));
        assert_eq!(found[3], ("n", "-1.5e+3"));
        assert_eq!(member(text, "event").and_then(plain), Some("STOP"));
        assert_eq!(members(b"{}"), Some(Vec::new()));
        assert_eq!(plain(br#""a\n""#), None);
    }

    #[test]
    fn what_is_no_object_is_refused() {
        for text in [
            "",
            "{",
            "}",
            "[]",
            "1",
            "\"",
            "{\"",
            "{\"a",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":}",
            "{\"a\":1",
            "{\"a\":1,",
            "{\"a\":1,}",
            "{\"a\":[}",
            "{\"a\":[1}]}",
            "{\"a\":{\"b\":1]}",
            "{\"a\":1}{",
            "{\"a\":\"\\\"}",
            "{a:1}",
            "{\"a\":1 2}",
            "{,}",
            "{\"a\":]}",
            "{\"a\":\"\n\"}",
        ] {
            assert_eq!(members(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn depth_is_bounded_and_time_linear() {
        let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert!(members(nested(DEPTH).as_bytes()).is_some());
        assert!(members(nested(DEPTH + 1).as_bytes()).is_none());
        assert!(members(&[b'['; 1 << 20]).is_none());
        let long = format!("{{\"a\":\"{}\"}}", "\\\\".repeat(1 << 20));
        assert_eq!(member(long.as_bytes(), "a").map(<[u8]>::len), Some((1 << 21) + 2));
    }

    #[test]
    fn every_prefix_and_every_changed_byte_is_survived() {
        let text = br#"{"return": [{"a": "b\"c", "d": [1, 2, {"e": null}]}], "id": "solovirt-7"}"#;
        for end in 0..text.len() {
            assert!(members(&text[..end]).is_none());
        }
        for at in 0..text.len() {
            for byte in 0..=255 {
                let mut changed = text.to_vec();
                changed[at] = byte;
                let _ = members(&changed).map(|found| found.iter().map(|(_, value)| value.len()).sum::<usize>());
            }
        }
    }
}
