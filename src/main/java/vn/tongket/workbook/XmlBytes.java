package vn.tongket.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.tongket.shared.DomainException;

/**
 * The bytes of an XML part on their way to a parser, which holds each tag and each text in memory: none may be long. Only
 * a {@code <} begins a new one, for a {@code >} may stand inside. What begins with {@code <!} (DTD, entities, CDATA,
 * comments) or, but for the declaration, with {@code <?} comes through as little as zero bytes, by which UTF-16 would
 * hide its signs: Office writes none of them.
 */
final class XmlBytes extends FilterInputStream {

    /** The longest text that Excel writes takes a tenth of it. */
    private static final int MAX_TOKEN = 1_000_000;

    /** It stands at the very beginning, after a byte order mark at most. */
    private static final int DECLARATION_BY = 5;

    private static final int MAX_PART = 48_000_000;

    private int total;
    private int sinceTag;
    private int last;
    private boolean declaration;

    XmlBytes(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            judge(next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        for (int i = from; i < from + count; i++) {
            judge(buffer[i] & 0xff);
        }
        return count;
    }

    private void judge(int next) {
        if (++total > MAX_PART) {
            throw DomainException.refused("Tệp giải nén ra quá lớn so với một báo cáo nên không được đọc.");
        }
        if (next == 0) {
            throw DomainException.refused("Tệp ghi XML bằng bảng mã khác UTF-8, không đọc được.");
        }
        if (last == '<' && (next == '!' || (next == '?' && total > DECLARATION_BY))) {
            throw DomainException.refused(
                    "Tệp có khai báo DTD, thực thể hoặc chú thích trong XML; Excel và Word không ghi như vậy.");
        }
        declaration = (declaration || (last == '<' && next == '?')) && next != '>';
        sinceTag = next == '<' && !declaration ? 0 : sinceTag + 1;
        if (sinceTag > MAX_TOKEN) {
            throw DomainException.refused("Tệp có một đoạn XML dài bất thường nên không được đọc.");
        }
        last = next;
    }
}
