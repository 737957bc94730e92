package vn.tongket.workflow.reviewcampaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.tongket.notification.NoticeRules;

/** The tables of notices as they are shipped, without an engine. */
public final class ShippedTables {

    private ShippedTables() {}

    public static NoticeRules.Table read() {
        try (InputStream file = ShippedTables.class.getResourceAsStream("/bpmn/notices.dmn")) {
            return NoticeTables.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
