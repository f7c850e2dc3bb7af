//! A writer for the XML of API descriptions.

/// Text that grows by elements.
#[derive(Default)]
pub struct Writer {
    text: String,
    open: Vec<&'static str>,
}

/// Attributes in order; those that are `None` are left out.
pub type Attributes<'a> = &'a [(&'static str, Option<String>)];

impl Writer {
    fn start(&mut self, name: &str, attributes: Attributes) {
        self.text += &"  ".repeat(self.open.len());
        self.text += &format!("<{name}");
        for (name, value) in attributes {
            if let Some(value) = value {
                self.text += &format!(" {name}='{}'", escape(value));
            }
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: Attributes) {
        self.start(name, attributes);
        self.text += "/>\n";
    }

    /// An element that is just text; nothing for no text.
    pub fn text(&mut self, name: &'static str, text: &str) {
        if !text.is_empty() {
            self.start(name, &[]);
            self.text += &format!(">{}</{name}>\n", escape(text));
        }
    }

    /// An element around what `content` writes.
    pub fn around(&mut self, name: &'static str, attributes: Attributes, content: impl FnOnce(&mut Self)) {
        self.start(name, attributes);
        let start = self.text.len();
        self.text += ">\n";
        self.open.push(name);
        let inner = self.text.len();
        content(self);
        self.open.pop();
        if self.text.len() == inner {
            self.text.truncate(start);
            self.text += "/>\n";
        } else {
            self.text += &format!("{}</{name}>\n", "  ".repeat(self.open.len()));
        }
    }

    pub fn finish(self) -> String {
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", self.text)
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&apos;")
}

#[test]
fn elements_are_nested_and_escaped() {
    let mut writer = Writer::default();
    writer.around("a", &[("b", Some("it's <>".into())), ("c", None)], |writer| {
        writer.text("d", "x & y");
        writer.around("e", &[], |_| ());
    });
    let expected =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b='it&apos;s &lt;&gt;'>\n  <d>x &amp; y</d>\n  <e/>\n</a>\n";
    assert_eq!(writer.finish(), expected);
}
