package vn.tongket.notification;

import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Who is written to, and what about. Each notice is a row first; mail follows from the rows. */
@Service
public class CampaignNotices {

    /** One notice to each participant that still owes its report; answers how many. Repeatable. */
    public int remind(String campaign, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Hands the report to the superior's mail server now; throws when that fails, sends once however often called. */
    public void sendReportUpward(String campaign) {
        throw new UnsupportedOperationException();
    }

    /** Reminds the records clerk that the superior has not acknowledged. Repeatable. */
    public void remindAcknowledgement(String campaign) {
        throw new UnsupportedOperationException();
    }
}
