//! Tags that are not well-formed: libxml2's sentence and place for the first one of a document that the parser has refused.

use std::collections::HashSet;

/// What is wrong, and where: a byte.
#[derive(Debug, PartialEq)]
pub(super) struct Broken {
    /// Where the tag begins.
    pub tag: usize,
    pub at: usize,
    pub what: String,
}

/// The first tag that is not one. Nothing about what else may be wrong with the document.
pub(super) fn first_broken(text: &str) -> Option<Broken> {
    let mut from = 0;
    while let Some(found) = text[from..].find('<') {
        let at = from + found;
        let tag = &text[at..];
        let end_of = |end: &str| tag.find(end).map(|found| at + found + end.len());
        from = match tag {
            _ if tag.starts_with("<!--") => end_of("-->")?,
            _ if tag.starts_with("<![CDATA[") => end_of("]]>")?,
            _ if tag.starts_with("<?") => end_of("?>")?,
            // What stands in a document type is not looked at.
            _ if tag.starts_with("<!") => return None,
            _ => match Tag::new(text, at).end() {
                Ok(end) => end,
                Err((place, what)) => return Some(Broken { tag: at, at: place, what }),
            },
        };
    }
    None
}

struct Tag<'t> {
    text: &'t str,
    /// Where its `<` is.
    begin: usize,
    at: usize,
}

type Failure = (usize, String);

impl<'t> Tag<'t> {
    fn new(text: &'t str, begin: usize) -> Self {
        Self { text, begin, at: begin + 1 }
    }

    fn next(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn skip(&mut self, mut wanted: impl FnMut(char) -> bool) -> &'t str {
        let rest = &self.text[self.at..];
        let skipped = &rest[..rest.find(|c| !wanted(c)).unwrap_or(rest.len())];
        self.at += skipped.len();
        skipped
    }

    fn skip_blanks(&mut self) -> bool {
        !self.skip(|c| matches!(c, ' ' | '\t' | '\r' | '\n')).is_empty()
    }

    fn name(&mut self) -> Option<&'t str> {
        let begins = |c: char| c.is_alphabetic() || "_:".contains(c);
        self.next().filter(|c| begins(*c))?;
        Some(self.skip(|c| c.is_alphanumeric() || "_:-.".contains(c)))
    }

    fn fail<T>(&self, what: impl Into<String>) -> Result<T, Failure> {
        Err((self.at, what.into()))
    }

    /// Where the tag ends.
    fn end(mut self) -> Result<usize, Failure> {
        let closes = self.next() == Some('/');
        self.at += usize::from(closes);
        let Some(name) = self.name() else {
            return if closes && self.next().is_none() {
                self.fail("expected '>'")
            } else {
                Err((self.begin + 1, "StartTag: invalid element name".to_owned()))
            };
        };
        if closes {
            self.skip_blanks();
        } else {
            self.attributes(name)?;
        }
        if self.next() == Some('>') { Ok(self.at + 1) } else { self.fail("expected '>'") }
    }

    fn attributes(&mut self, element: &str) -> Result<(), Failure> {
        let mut names = HashSet::new();
        let mut again = None;
        loop {
            let is_apart = self.skip_blanks();
            match self.next() {
                Some('/') if self.text[self.at..].starts_with("/>") => {
                    self.at += 1;
                    break;
                }
                Some('>') => break,
                _ if !is_apart && !names.is_empty() => return self.fail("attributes construct error"),
                None => {
                    let line = self.text[..self.begin].matches('\n').count() + 1;
                    let name = element
                        .split_once(':')
                        .map_or(element, |(_, name)| if name.is_empty() { element } else { name });
                    return self.fail(format!("Couldn't find end of Start Tag {name} line {line}"));
                }
                Some(_) => {}
            }
            let Some(name) = self.name() else { return self.fail("error parsing attribute name") };
            self.skip_blanks();
            if self.next() != Some('=') {
                return self.fail(format!("Specification mandates value for attribute {name}"));
            }
            self.at += 1;
            self.skip_blanks();
            let Some(quote @ ('\'' | '"')) = self.next() else { return self.fail("AttValue: \" or ' expected") };
            self.at += 1;
            self.skip(|c| c != quote);
            if self.next().is_none() {
                return self.fail("AttValue: ' expected");
            }
            self.at += 1;
            if !names.insert(name) {
                again.get_or_insert(name);
            }
        }
        match again {
            Some(name) => {
                Err((self.at - usize::from(self.text[..self.at].ends_with('/')), format!("Attribute {name} redefined")))
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place as a number of bytes.
    fn wrong(text: &str) -> Option<(usize, String)> {
        first_broken(text).map(|broken| (broken.at, broken.what))
    }

    #[test]
    fn tags_that_do_not_end() {
        let end = |at, name, line| Some((at, format!("Couldn't find end of Start Tag {name} line {line}")));
        assert_eq!(wrong("<a"), end(2, "a", 1));
        assert_eq!(wrong("<a x='1' "), end(9, "a", 1));
        assert_eq!(wrong("<a>\n<!-- < --><p:b"), end(18, "b", 2));
        assert_eq!(wrong("<a></a"), Some((6, "expected '>'".to_owned())));
        assert_eq!(wrong("<a><b x='1'/></a>"), None);
    }

    #[test]
    fn attributes_that_are_none() {
        let at = |at, what: &str| Some((at, what.to_owned()));
        assert_eq!(wrong("<a/"), at(2, "error parsing attribute name"));
        assert_eq!(wrong("<a x/>"), at(4, "Specification mandates value for attribute x"));
        assert_eq!(wrong("<a x=1/>"), at(5, "AttValue: \" or ' expected"));
        assert_eq!(wrong("<a x='1"), at(7, "AttValue: ' expected"));
        assert_eq!(wrong("<a x='1'y='2'/>"), at(8, "attributes construct error"));
        assert_eq!(wrong("<a x='1' x='2'/>"), at(14, "Attribute x redefined"));
        assert_eq!(wrong("<a><"), at(4, "StartTag: invalid element name"));
    }
}
