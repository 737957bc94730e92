package vn.tongket.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignState;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/**
 * Whether a campaign still takes reports: until the lock from all, after it, until the Standing Committee has the draft,
 * from units that were let in for some days. What is found stays so until the transaction ends.
 */
@Component
public class ReportIntake {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportIntake(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody can lock the campaign until this transaction ends; refuses when it is locked already. */
    public void holdOpen(UUID campaign) {
        requireOpen(state(campaign, "for share"));
    }

    /** As {@link #holdOpen}, for one who closes it: nobody sends meanwhile. */
    void closeOpen(UUID campaign) {
        requireOpen(state(campaign, "for update"));
    }

    /** Nobody sends until this transaction ends. */
    void close(UUID campaign) {
        state(campaign, "for update");
    }

    /** As {@link #holdOpen}; a unit that was let in after the lock has its own day. */
    void holdOpenFor(Report report) {
        CampaignState state = state(report.campaignId(), "for share");
        LocalDate until = report.lateUntil().orElse(null);
        if (until == null || !state.takesLateReports()) {
            requireOpen(state);
        } else if (LocalDate.now(clock).isAfter(until)) {
            throw DomainException.refused(
                    "Đã hết ngày " + Vietnamese.day(until) + ", ngày cuối được nhận sau khi khóa số liệu.");
        }
    }

    /** The draft cannot go to the Standing Committee until this transaction ends; refuses before the lock and after it went. */
    void holdLate(UUID campaign) {
        CampaignState state = state(campaign, "for share");
        if (state.isCollecting()) {
            throw DomainException.refused("Chiến dịch chưa khóa số liệu; đơn vị gửi báo cáo như thường lệ.");
        }
        if (!state.takesLateReports()) {
            throw DomainException.refused("Chiến dịch đang ở bước “" + state.label()
                    + "”; chỉ nhận báo cáo sau khi khóa số liệu và trước khi trình Ban Thường vụ.");
        }
    }

    private static void requireOpen(CampaignState state) {
        state.requireNotWithdrawn();
        if (!state.isCollecting()) {
            throw DomainException.refused("Chiến dịch không còn nhận báo cáo (đã khóa số liệu).");
        }
    }

    private CampaignState state(UUID campaign, String lock) {
        return CampaignState.valueOf(jdbc.sql("select state from campaign where id = ? " + lock)
                .param(campaign)
                .query(String.class)
                .single());
    }
}
