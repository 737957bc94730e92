package vn.tongket.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.tongket.shared.DomainException;

/**
 * The bytes of an XML part on their way to a parser, which holds each tag and each text in memory: none may be long,
 * and none of what begins with {@code <!} (DTD, entities, CDATA, comments), which Office never writes, comes through.
 * Zero bytes are passed over, so that UTF-16 is judged as UTF-8 is.
 */
final class XmlBytes extends FilterInputStream {

    /** The longest text that Excel writes takes a tenth of it. */
    private static final int MAX_TOKEN = 1_000_000;

    private static final int MAX_PART = 48_000_000;

    private int total;
    private int sinceTag;
    private int last;

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
            return;
        }
        if (last == '<' && next == '!') {
            throw DomainException.refused(
                    "Tệp có khai báo DTD, thực thể hoặc chú thích trong XML; Excel và Word không ghi như vậy.");
        }
        sinceTag = next == '>' ? 0 : sinceTag + 1;
        if (sinceTag > MAX_TOKEN) {
            throw DomainException.refused("Tệp có một đoạn XML dài bất thường nên không được đọc.");
        }
        last = next;
    }
}
