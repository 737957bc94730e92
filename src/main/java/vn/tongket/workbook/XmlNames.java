package vn.tongket.workbook;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;

/**
 * The names of elements, attributes and namespaces in an XML part. A parser keeps each of them to its end; Office has a
 * few hundred.
 */
final class XmlNames {

    private static final int MAX_NAMES = 5_000;
    private static final int MAX_LETTERS = 500_000;

    private final Set<String> names = new HashSet<>();
    private int letters;

    /** Takes in those of the element at whose start the reader stands; refuses what goes beyond Office. */
    void see(XMLStreamReader at) {
        see(at.getPrefix(), at.getLocalName());
        for (int i = 0; i < at.getAttributeCount(); i++) {
            see(at.getAttributePrefix(i), at.getAttributeLocalName(i));
        }
        for (int i = 0; i < at.getNamespaceCount(); i++) {
            see(at.getNamespacePrefix(i), at.getNamespaceURI(i));
        }
    }

    private void see(@Nullable String prefix, @Nullable String name) {
        String whole = prefix + ":" + name;
        if (names.add(whole)) {
            letters += whole.length();
        }
        if (names.size() > MAX_NAMES || letters > MAX_LETTERS) {
            throw DomainException.refused("Tệp có XML với quá nhiều tên khác nhau nên không được đọc.");
        }
    }
}
