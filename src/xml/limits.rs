//! What is refused before it is parsed, because the parser's time or memory for it would be out of proportion to its
//! length. Where libxml2 has a limit, it is that one, in its words.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::error::excerpt;

/// Attributes of one element, and namespaces that hold in one place: the parser looks through all of them for each.
const MOST_NAMES: usize = 256;

/// Elements in each other, as in libxml2. Models that hold themselves (`<backingStore>`) recurse at most so deep.
pub(super) const MOST_DEPTH: usize = 257;

/// Bytes of a name.
const LONGEST_NAME: usize = 50_000;

/// Bytes of one attribute, comment, instruction or section.
const LONGEST_VALUE: usize = 10_000_000;

/// What entities may make of a document beyond twice its length.
const EXPANSION: usize = 1_000_000;

/// Entities in each other that the parser follows.
const ENTITY_DEPTH: usize = 10;

/// Why a document is refused, and where (a byte).
#[derive(Debug, PartialEq)]
pub(super) struct Excess {
    pub at: usize,
    pub what: String,
}

impl Excess {
    fn new(at: usize, what: impl Into<String>) -> Self {
        Self { at, what: what.into() }
    }

    pub(super) fn depth(at: usize) -> Self {
        Self::new(at, "Excessive depth in document: 256 use XML_PARSE_HUGE option")
    }
}

/// Looks through a document. One that is not well-formed is looked through as far as the parser will come.
pub(super) fn check(text: &str) -> Result<(), Excess> {
    let mut scan = Scan::new(text, 0);
    let entities = scan.prolog()?;
    if let Some(entities) = &entities {
        for entity in entities.list.iter().filter(|entity| entity.value.contains('<')) {
            let end = entity.at + entity.value.len();
            Scan::new(&text[..end], entity.at).content()?;
        }
        entities.check_expansion(text, scan.at)?;
    }
    // Neither a name nor a value can be too long then, and no element has too many attributes.
    let is_harmless = || {
        // Counted in bytes, as the processor counts many at once so.
        let in_part = |part: &[u8]| part.iter().map(|byte| u8::from(*byte == b'=')).sum::<u8>();
        let values = || text.as_bytes().chunks(255).map(|part| usize::from(in_part(part))).sum::<usize>();
        text.len() <= LONGEST_NAME && values() <= MOST_NAMES && !text.contains("&#")
    };
    if entities.is_none() && is_harmless() { Ok(()) } else { scan.content() }
}

/// The prefixes that names have in a document and that its root element does not declare.
pub(super) fn undeclared(text: &str) -> Vec<&str> {
    let mut scan = Scan { prefixes: Some(BTreeSet::new()), ..Scan::new(text, 0) };
    // A document in which too much was found does not come here.
    let _ = scan.prolog().and_then(|_| scan.content());
    let declared = |prefix: &&str| scan.root.contains(prefix) || ["xml", "xmlns"].contains(prefix);
    scan.prefixes.iter().flatten().filter(|prefix| !declared(prefix)).copied().collect()
}

/// What is wrong with the character reference at the start of `text`, and how long it is; none when that is no such
/// reference, or a good one.
pub(super) fn character(text: &str) -> Option<(usize, String)> {
    let rest = text.strip_prefix("&#")?;
    let (rest, base, what) = rest.strip_prefix('x').map_or((rest, 10, "decimal"), |rest| (rest, 16, "hexadecimal"));
    let digits = rest.bytes().take_while(|c| char::from(*c).is_digit(base)).count();
    let length = text.len() - rest.len() + digits;
    if digits == 0 || rest.as_bytes().get(digits) != Some(&b';') {
        return Some((length, format!("xmlParseCharRef: invalid {what} value")));
    }
    let number = u32::from_str_radix(&rest[..digits], base).ok().filter(|number| *number < 0x11_0000);
    let Some(number) = number else {
        return Some((length + 1, "xmlParseCharRef: character reference out of bounds".to_owned()));
    };
    match number {
        0x9 | 0xa | 0xd | 0x20..=0xd7ff | 0xe000..=0xfffd | 0x1_0000.. => None,
        _ => Some((length + 1, format!("xmlParseCharRef: invalid xmlChar value {number}"))),
    }
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// How many hold in each open element.
    namespaces: Vec<usize>,
    /// How often the parser compares two of them.
    comparisons: usize,
    /// Of all names, for those who want to know.
    prefixes: Option<BTreeSet<&'t str>>,
    /// The prefixes that the first element declares.
    root: HashSet<&'t str>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, namespaces: Vec::new(), comparisons: 0, prefixes: None, root: HashSet::new() }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().bytes().take_while(|byte| is_blank(*byte)).count();
    }

    /// Goes behind `word` if it stands here.
    fn skip(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found
    }

    /// Goes behind the next `end`, or to the end of the text.
    fn skip_to(&mut self, end: &str, too_long: impl FnOnce() -> String) -> Result<(), Excess> {
        let length = self.rest().find(end);
        let begin = self.at;
        self.at = length.map_or(self.text.len(), |length| self.at + length + end.len());
        let excessive = self.at - begin > LONGEST_VALUE + end.len();
        if excessive { Err(Excess::new(begin + LONGEST_VALUE, too_long())) } else { Ok(()) }
    }

    /// What stands between quotes here; none where there are none.
    fn quoted(&mut self) -> Option<&'t str> {
        let quote = self.rest().chars().next().filter(|quote| "'\"".contains(*quote))?;
        let value = &self.rest()[1..];
        let value = &value[..value.find(quote)?];
        self.at += value.len() + 2;
        Some(value)
    }

    fn name(&mut self, kind: &str) -> Result<&'t str, Excess> {
        let ends = |byte: &u8| is_blank(*byte) || b"/>=<'\"?".contains(byte);
        let length = self.rest().bytes().take_while(|byte| !ends(byte)).count();
        let name = &self.rest()[..length];
        if length > LONGEST_NAME {
            return Err(Excess::new(self.at + LONGEST_NAME, format!("Name too long: {kind}")));
        }
        self.at += length;
        Ok(name)
    }

    fn comment(&mut self) -> Result<(), Excess> {
        self.at += "<!--".len();
        self.skip_to("-->", || "Comment too big found".to_owned())
    }

    fn instruction(&mut self) -> Result<(), Excess> {
        self.at += "<?".len();
        let name = self.name("Name")?;
        self.skip_to("?>", || format!("PI {name} too big found"))
    }

    /// Goes behind the document type, whose entities come back.
    fn prolog(&mut self) -> Result<Option<Entities<'t>>, Excess> {
        self.skip("\u{feff}");
        loop {
            self.skip_blanks();
            match self.rest() {
                rest if rest.starts_with("<!--") => self.comment()?,
                rest if rest.starts_with("<?") => self.instruction()?,
                rest if rest.starts_with("<!DOCTYPE") => return self.document_type().map(Some),
                _ => return Ok(None),
            }
        }
    }

    fn document_type(&mut self) -> Result<Entities<'t>, Excess> {
        let mut entities = Entities::default();
        while let Some(c) = self.rest().chars().next() {
            match c {
                '[' => break,
                '>' => return Ok(entities),
                '\'' | '"' if self.quoted().is_some() => {}
                _ => self.at += c.len_utf8(),
            }
        }
        self.skip("[");
        loop {
            self.skip_blanks();
            match self.rest() {
                "" => return Ok(entities),
                rest if rest.starts_with("<!ENTITY") => self.entity(&mut entities)?,
                rest if rest.starts_with("<!--") => self.comment()?,
                rest if rest.starts_with("<?") => self.instruction()?,
                rest if rest.starts_with("<!") => self.skip_to(">", || "Declaration too big found".to_owned())?,
                _ => {
                    self.skip("]");
                    self.skip_blanks();
                    self.skip(">");
                    return Ok(entities);
                }
            }
        }
    }

    fn entity(&mut self, entities: &mut Entities<'t>) -> Result<(), Excess> {
        self.at += "<!ENTITY".len();
        self.skip_blanks();
        if self.skip("%") {
            self.skip_blanks();
        }
        let name = self.name("Name")?;
        self.skip_blanks();
        let at = self.at + 1;
        if let Some(value) = self.quoted() {
            entities.add(name, Entity { at, value });
        }
        // Behind the value, or behind the place of one that stands elsewhere.
        while let Some(c) = self.rest().chars().next().filter(|c| *c != '>') {
            if self.quoted().is_none() {
                self.at += c.len_utf8();
            }
        }
        self.skip(">");
        Ok(())
    }

    fn content(&mut self) -> Result<(), Excess> {
        while let Some(at) = self.rest().find('<') {
            characters(&self.rest()[..at], self.at)?;
            self.at += at;
            match self.rest().as_bytes().get(1) {
                Some(b'!') if self.rest().starts_with("<!--") => self.comment()?,
                Some(b'!') => {
                    if !self.skip("<![CDATA[") {
                        // The parser comes no further.
                        return Ok(());
                    }
                    self.skip_to("]]>", || "CData section too big found".to_owned())?;
                }
                Some(b'?') => self.instruction()?,
                Some(b'/') => {
                    self.namespaces.pop();
                    self.at += 2;
                }
                _ => self.start_tag()?,
            }
        }
        Ok(())
    }

    fn start_tag(&mut self) -> Result<(), Excess> {
        let begin = self.at;
        self.at += 1;
        let element = self.name("NCName")?;
        if let Some(prefixes) = &mut self.prefixes {
            prefixes.extend(element.split_once(':').map(|(prefix, _)| prefix));
        }
        let (mut attributes, mut declared) = (0, self.namespaces.last().copied().unwrap_or(1));
        loop {
            self.skip_blanks();
            if self.skip("/") || self.skip(">") {
                break;
            }
            let name = self.name("NCName")?;
            self.skip_blanks();
            self.skip("=");
            self.skip_blanks();
            let Some(value) = self.quoted() else {
                // The parser comes no further.
                self.at = self.text.len();
                return Ok(());
            };
            if value.len() > LONGEST_VALUE {
                return Err(Excess::new(self.at, "AttValue length too long"));
            }
            characters(value, self.at - value.len() - 1)?;
            if let Some(prefixes) = &mut self.prefixes {
                let parts = name.split_once(':');
                prefixes.extend(parts.map(|(prefix, _)| prefix));
                let declared = parts.filter(|(prefix, _)| self.namespaces.is_empty() && *prefix == "xmlns");
                self.root.extend(declared.map(|(_, prefix)| prefix));
            }
            attributes += 1;
            declared += usize::from(name.starts_with("xmlns"));
            if attributes.max(declared) > MOST_NAMES {
                let what = if attributes > MOST_NAMES { "attributes" } else { "namespaces" };
                let element = excerpt(element);
                return Err(Excess::new(self.at, format!("Element {element} has more than {MOST_NAMES} {what}")));
            }
        }
        // Those around an element that declares one are copied, and each is compared with all copied before it.
        if declared > self.namespaces.last().copied().unwrap_or(1) {
            self.comparisons = self.comparisons.saturating_add(declared * declared / 2);
        }
        if self.comparisons > 10 * EXPANSION + 16 * self.text.len() {
            let what = format!("Element {} and others declare namespaces among too many", excerpt(element));
            return Err(Excess::new(begin, what));
        }
        if self.namespaces.len() == MOST_DEPTH {
            return Err(Excess::depth(begin));
        }
        if self.text.as_bytes().get(self.at - 1) == Some(&b'>') {
            self.namespaces.push(declared);
        }
        Ok(())
    }
}

/// Looks at the character references in what begins at byte `at`; the parser takes bad ones for U+FFFD.
fn characters(text: &str, at: usize) -> Result<(), Excess> {
    for (reference, _) in text.match_indices('&') {
        if let Some((length, what)) = character(&text[reference..]) {
            return Err(Excess::new(at + reference + length, what));
        }
    }
    Ok(())
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

#[derive(Default)]
struct Entities<'t> {
    list: Vec<Entity<'t>>,
    by_name: HashMap<&'t str, usize>,
}

/// `<!ENTITY name 'value'>`
struct Entity<'t> {
    /// Where the value begins.
    at: usize,
    value: &'t str,
}

impl<'t> Entities<'t> {
    /// The first one of a name counts.
    fn add(&mut self, name: &'t str, entity: Entity<'t>) {
        self.by_name.entry(name).or_insert(self.list.len());
        self.list.push(entity);
    }

    /// Those that `text` refers to, and behind which byte.
    fn references(&self, text: &'t str) -> impl Iterator<Item = (usize, usize)> {
        text.match_indices('&').filter_map(|(at, _)| {
            let rest = &text[at + 1..];
            let end = rest.bytes().position(|byte| is_blank(byte) || b";&<>".contains(&byte))?;
            Some((at + end + 2, *self.by_name.get(&rest[..end])?))
        })
    }

    /// Refuses what becomes too long when all that `text` refers to from byte `from` on is put in its place.
    /// libxml2 counts too, and takes what grows too much for a loop.
    fn check_expansion(&self, text: &'t str, from: usize) -> Result<(), Excess> {
        let limit = EXPANSION.saturating_add(text.len().saturating_mul(2));
        // The parser looks through the list for each reference.
        let search = self.list.len();
        let inner: Vec<Vec<usize>> =
            self.list.iter().map(|entity| self.references(entity.value).map(|(_, other)| other).collect()).collect();
        let mut costs: Vec<usize> = self.list.iter().map(|entity| entity.value.len()).collect();
        for _ in 0..ENTITY_DEPTH {
            let below = |others: &Vec<usize>| {
                others.iter().fold(0usize, |sum, other| sum.saturating_add(search).saturating_add(costs[*other]))
            };
            costs = std::iter::zip(&self.list, &inner)
                .map(|(entity, others)| entity.value.len().saturating_add(below(others)))
                .collect();
        }
        let mut sum = 0usize;
        for (at, entity) in self.references(&text[from..]) {
            sum = sum.saturating_add(search).saturating_add(costs[entity]);
            if sum > limit {
                let what = format!("Detected an entity reference loop, or entities that make more than {limit} bytes");
                return Err(Excess::new(from + at, what));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        check(text).map_or_else(|excess| excess.what, |()| String::new())
    }

    #[test]
    fn names_on_one_element() {
        let attributes = |count: usize| (0..count).map(|n| format!(" a{n}=''")).collect::<String>();
        assert_eq!(refused(&format!("<a{}/>", attributes(256))), "");
        assert_eq!(refused(&format!("<b><a{}/></b>", attributes(257))), "Element a has more than 256 attributes");
        let namespaces = |count: usize| (0..count).map(|n| format!(" xmlns:a{n}='x'")).collect::<String>();
        let (outer, inner) = (namespaces(200), namespaces(100));
        assert_eq!(refused(&format!("<b><a{outer}></a><a{inner}/></b>")), "");
        assert_eq!(refused(&format!("<b><a{outer}><c{inner}/></a></b>")), "Element c has more than 256 namespaces");
        assert_eq!(refused(&format!("<!DOCTYPE a [<!ENTITY x \"<a{}/>\">]><a/>", attributes(257))).len(), 38);
    }

    #[test]
    fn namespaces_declared_among_many() {
        let around: String = (0..250).map(|n| format!(" xmlns:a{n}='x'")).collect();
        let declaring = |count: usize| format!("<b{around}>{}</b>", "<c xmlns:z='y'/>".repeat(count));
        assert_eq!(refused(&declaring(300)), "");
        assert_eq!(refused(&declaring(400)), "Element c and others declare namespaces among too many");
    }

    #[test]
    fn lengths() {
        let long = "n".repeat(LONGEST_NAME + 1);
        assert_eq!(refused(&format!("<{long}/>")), "Name too long: NCName");
        assert_eq!(refused(&format!("<a {long}='x'/>")), "Name too long: NCName");
        assert_eq!(refused(&format!("<?{long} ?><a/>")), "Name too long: Name");
        assert_eq!(refused(&format!("<a>{long}<b c='{long}'/></a>")), "");
        let long = "n".repeat(LONGEST_VALUE + 1);
        assert_eq!(refused(&format!("<a b='{long}'/>")), "AttValue length too long");
        assert_eq!(refused(&format!("<a><!--{long}--></a>")), "Comment too big found");
        assert_eq!(refused(&format!("<a><?b {long}?></a>")), "PI b too big found");
        assert_eq!(refused(&format!("<a><![CDATA[{long}]]></a>")), "CData section too big found");
    }

    #[test]
    fn depth() {
        let deep = |depth: usize| format!("{}<b c='{}'/>", "<a>".repeat(depth - 1), "=".repeat(MOST_NAMES));
        assert_eq!(refused(&deep(MOST_DEPTH)), "");
        assert!(refused(&deep(MOST_DEPTH + 1)).starts_with("Excessive depth"));
    }

    #[test]
    fn expansion() {
        let grown = |entities: &str, body: &str| refused(&format!("<!DOCTYPE a [{entities}]><a>{body}</a>"));
        let big = format!("<!-- ]> --><!ENTITY a '{}'>", "x".repeat(100_000));
        assert_eq!(grown(&big, &"&a;".repeat(11)), "");
        assert!(grown(&big, &"&a;".repeat(13)).starts_with("Detected an entity reference loop"));
        assert!(!grown(&big, &format!("<b c='{}'/>", "&a;".repeat(13))).is_empty());
        // One that nobody refers to does no harm, and one inside another counts as often as that one.
        assert_eq!(grown(&format!("{big}<!ENTITY b '&b;&b;'>"), ""), "");
        assert!(!grown(&format!("{big}<!ENTITY b '&a;&a;&a;&a;'>"), "&b;&b;&b;&b;").is_empty());
        // The first of a name counts; searching for names has a price.
        assert_eq!(grown(&format!("<!ENTITY a ''>{big}"), &"&a;".repeat(100)), "");
        let many: String = (0..3000).map(|n| format!("<!ENTITY e{n} ''>")).collect();
        assert!(!grown(&many, &"&e1;".repeat(1000)).is_empty());
    }
}
