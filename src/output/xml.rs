//! XML 1.0 through a library: elements, attributes and texts in, bytes out.
//!
//! XML has no way to write some characters, and a terminal or an editor would obey others: both are replaced visibly, as
//! in the text report.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::text::visible;

/// Attributes with their values.
pub(super) type Attributes<'a> = [(&'a str, &'a str)];

/// A document being written.
pub(super) struct Xml<'w>(Writer<&'w mut dyn Write>);

impl<'w> Xml<'w> {
    /// A document, with its declaration.
    pub(super) fn new(out: &'w mut dyn Write) -> io::Result<Self> {
        let mut writer = Writer::new_with_indent(out, b' ', 2);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self(writer))
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))
    }

    /// Closes an element.
    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element with a text.
    pub(super) fn text(
        &mut self,
        name: &str,
        attributes: &Attributes<'_>,
        text: &str,
    ) -> io::Result<()> {
        self.open(name, attributes)?;
        let text = writable(text);
        self.0.write_event(Event::Text(BytesText::new(&text)))?;
        self.close(name)
    }

    /// The line end of the document.
    pub(super) fn finish(mut self) -> io::Result<()> {
        writeln!(self.0.get_mut())
    }
}

fn start<'n>(name: &'n str, attributes: &Attributes<'_>) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, writable(value).as_str()));
    }
    start
}

/// A text as XML 1.0 can hold it; lines stay lines.
fn writable(text: &str) -> String {
    let writable = |character| match character {
        '\n' => '\n',
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        other => visible(other),
    };
    text.chars().map(writable).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced_visibly() {
        let mut bytes = Vec::new();
        let mut xml = Xml::new(&mut bytes).unwrap();
        let hostile = "a\u{0}\u{1b}\u{fffe}\u{ffff}\"'<>&]]>\nb";
        xml.text("e", &[("a", hostile)], hostile).unwrap();
        xml.finish().unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <e a=\"a\u{2400}\u{241b}\u{fffd}\u{fffd}&quot;&apos;&lt;&gt;&amp;]]&gt;&#10;b\">\
             a\u{2400}\u{241b}\u{fffd}\u{fffd}&quot;&apos;&lt;&gt;&amp;]]&gt;\nb</e>\n"
        );
    }
}
