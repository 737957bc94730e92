package vn.tongket.workbook;

import java.nio.file.Path;

/** Word files made to fill the memory: whatever the reader gathers, without end. */
final class HostileDocuments {

    private static final String DOCUMENT = "word/document.xml";
    private static final String STYLES = "word/styles.xml";
    private static final String LISTS = "word/numbering.xml";
    private static final String BODY = "<w:document xmlns:w=\"urn:w\"><w:body>";
    private static final String END = "</w:body></w:document>";

    private final HostileFiles files;

    private HostileDocuments(HostileFiles files) {
        this.files = files;
    }

    /** Writes them all, one file each, named after what is wrong. */
    static void write(Path directory, byte[] sound) {
        HostileDocuments documents = new HostileDocuments(new HostileFiles(directory, sound, ".docx"));
        documents.texts();
        documents.looks();
        documents.names();
    }

    private void texts() {
        pieces("text", BODY + "<w:p><w:r>", "<w:t>", "</w:t>", "</w:r></w:p>" + END);
        pieces("text of a table", BODY + "<w:tbl><w:tr><w:tc>", "<w:t>", "</w:t>", "</w:tc></w:tr></w:tbl>" + END);
        pieces("texts in a text", BODY + "<w:p><w:r><w:t>", "<w:a>", "</w:a>", "</w:t></w:r></w:p>" + END);
        pieces("tags of controls", BODY + "<w:sdt><w:sdtPr>", "<w:tag w:val=\"", "\"/>", "</w:sdtPr></w:sdt>" + END);
        many("paragraphs", DOCUMENT, BODY, "<w:p a=\"%\"/>", END);
        many("cells", DOCUMENT, BODY + "<w:tbl><w:tr>", "<w:tc a=\"%\"/>", "</w:tr></w:tbl>" + END);
        many("comments", DOCUMENT, BODY + "<w:p>", "<w:commentReference w:id=\"%\"/>", "</w:p>" + END);
        String draft = "<draft xmlns=\"" + OutlineTemplate.NAMESPACE + "\"><base>";
        files.part("draft of then", "customXml/item1.xml", out -> {
            HostileFiles.text(out, draft);
            files.pieces(out, "<a>", "</a>");
            HostileFiles.text(out, "</base></draft>");
        });
    }

    private void looks() {
        many("styles", STYLES, "<w:styles xmlns:w=\"urn:w\">", "<w:style w:styleId=\"%\"/>", "</w:styles>");
        many("lists", LISTS, "<w:numbering xmlns:w=\"urn:w\">", "<w:num w:numId=\"%\"/>", "</w:numbering>");
        files.part("names of styles", STYLES, out -> {
            HostileFiles.text(out, "<w:styles xmlns:w=\"urn:w\">");
            files.pieces(out, "<w:style><w:name w:val=\"", "\"/></w:style>");
            HostileFiles.text(out, "</w:styles>");
        });
    }

    /** A parser remembers each name for good. */
    private void names() {
        many("names of elements", DOCUMENT, BODY, "<a%/>", END);
        many("names of attributes", DOCUMENT, BODY, "<a b%=\"\"/>", END);
        many("names of spaces", DOCUMENT, BODY, "<a xmlns=\"%\"/>", END);
    }

    private void pieces(String name, String before, String begin, String end, String after) {
        files.part(name, DOCUMENT, out -> {
            HostileFiles.text(out, before);
            files.pieces(out, begin, end);
            HostileFiles.text(out, after);
        });
    }

    private void many(String name, String part, String before, String element, String after) {
        files.part("millions of " + name, part, out -> {
            HostileFiles.text(out, before);
            files.many(out, element);
            HostileFiles.text(out, after);
        });
    }
}
