package vn.tongket.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where things lie in a Word file. */
final class WordParts {

    private static final String MAIN = "/officeDocument";
    private static final Pattern RUNNING = Pattern.compile("word/(header|footer)\\d*\\.xml");
    private static final Pattern DATA = Pattern.compile("customXml/item\\d*\\.xml");

    private final OfficePackage parts;
    private final String main;

    WordParts(OfficePackage parts) {
        this.parts = parts;
        String[] target = {"word/document.xml"};
        parts.visit("_rels/.rels", (name, at) -> {
            String type = OfficePackage.attribute(at, "Type");
            String to = OfficePackage.attribute(at, "Target");
            if (type != null && to != null && type.endsWith(MAIN)) {
                target[0] = to.startsWith("/") ? to.substring(1) : to;
            }
        });
        main = target[0];
        if (!parts.has(main)) {
            throw OfficePackage.broken();
        }
    }

    List<WordLine> lines() {
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        return WordBody.read(
                parts,
                main,
                new WordStyles(parts, folder + "styles.xml"),
                new WordLists(parts, folder + "numbering.xml"));
    }

    /** Whether something but page numbers runs along the pages' edges. */
    boolean hasRunningText() {
        boolean[] found = new boolean[1];
        for (String name : parts.names()) {
            if (RUNNING.matcher(name).matches()) {
                parts.visit(name, (element, at) -> {
                    if (element.equals("t") && !OfficePackage.text(at).matches("[\\s\\d./-]*")) {
                        found[0] = true;
                    }
                });
            }
        }
        return found[0];
    }

    /** The hidden data of the template by element, {@code mark} and {@code base}; empty when it was lost. */
    Map<String, String> data() {
        Map<String, String> data = new HashMap<>();
        for (String name : parts.names()) {
            if (DATA.matcher(name).matches()) {
                parts.visit(name, (element, at) -> {
                    if (OutlineTemplate.NAMESPACE.equals(at.getNamespaceURI())
                            && (element.equals("mark") || element.equals("base"))) {
                        data.put(element, OfficePackage.text(at));
                    }
                });
            }
        }
        return data;
    }

    /** A property of the file, null when it has none of that name. */
    @Nullable
    String property(String wanted) {
        String[] value = new String[1];
        parts.visit("docProps/custom.xml", (element, at) -> {
            if (element.equals("property") && wanted.equals(OfficePackage.attribute(at, "name"))) {
                value[0] = OfficePackage.text(at);
            }
        });
        return value[0];
    }
}
