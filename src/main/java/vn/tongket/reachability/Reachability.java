package vn.tongket.reachability;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Decisions;
import vn.tongket.shared.DomainException;

/** Whether the units of a campaign can be reached by mail, and what is done about those who cannot. */
@Service
@Transactional
public class Reachability {

    /** How many units there are, how many have a confirmed address, and how many one that mail does not reach. */
    public record Counts(int units, int confirmed, int bad) {

        public int unconfirmed() {
            return units - confirmed;
        }
    }

    /** Test mails queued, of so many addresses that are not confirmed; the others got one lately. */
    public record Sent(int queued, int unconfirmed) {

        public int held() {
            return unconfirmed - queued;
        }
    }

    /** One page of a list of units, from 0, of so many that match. */
    public record Page(List<ReachableUnit> units, int number, int size, int matches) {

        public Page {
            units = List.copyOf(units);
        }

        public boolean hasNext() {
            return (number + 1L) * size < matches;
        }
    }

    /** Which units a list shows. */
    public enum Which {
        ALL("true"),
        UNCONFIRMED("not confirmed"),
        BAD("bad");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    private static final int PAGE_SIZE = 100;

    private final CampaignService campaigns;
    private final CampaignContacts contacts;
    private final TestMails tests;
    private final Decisions decisions;

    Reachability(CampaignService campaigns, CampaignContacts contacts, TestMails tests, Decisions decisions) {
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.tests = tests;
        this.decisions = decisions;
    }

    @Transactional(readOnly = true)
    public Counts counts(String campaign) {
        return contacts.counts(campaigns.campaign(campaign).id());
    }

    /** Units without a confirmed address. */
    @Transactional(readOnly = true)
    public int unconfirmed(String campaign) {
        return counts(campaign).unconfirmed();
    }

    /** The units in protocol order whose name, code and addresses contain all words of {@code find}, marks or not. */
    @Transactional(readOnly = true)
    public Page units(String campaign, Which which, String find, int page) {
        return contacts.page(campaigns.campaign(campaign).id(), which, find.strip(), Math.max(0, page), PAGE_SIZE);
    }

    /** Whether test mails may still be sent: until the collection is locked. */
    public static boolean isTestable(Campaign campaign) {
        return campaign.state().compareTo(CampaignState.LOCKED) < 0;
    }

    /** A test mail to each address that is not confirmed, at most one an hour. */
    public Sent sendTests(String campaign) {
        return send(campaign, null);
    }

    /** As {@link #sendTests(String)}, to one unit; refuses one that does not take part. */
    public Sent sendTests(String campaign, String unit) {
        if (!contacts.includes(campaigns.campaign(campaign).id(), unit)) {
            throw DomainException.notFound("Đơn vị “" + unit + "” không tham gia chiến dịch này.");
        }
        return send(campaign, unit);
    }

    private Sent send(String campaign, @Nullable String unit) {
        Campaign aggregate = campaigns.campaign(campaign);
        if (!isTestable(aggregate)) {
            throw DomainException.refused("Chiến dịch đã khóa nhận báo cáo, không gửi thư kiểm tra nữa.");
        }
        return tests.queue(aggregate.id(), unit);
    }

    /**
     * The gate before a plan is issued. Passes when every unit has a confirmed address; otherwise somebody decides to
     * issue nevertheless, and says why: refused without a reason, recorded with it.
     */
    public void pass(String campaign, @Nullable String reason, String actor) {
        Campaign aggregate = campaigns.campaign(campaign);
        Counts counts = contacts.counts(aggregate.id());
        if (counts.unconfirmed() == 0) {
            return;
        }
        if (reason == null || reason.isBlank()) {
            throw DomainException.refused("Còn " + counts.unconfirmed() + " đơn vị chưa có địa chỉ thư được xác nhận. "
                    + "Gửi thư kiểm tra và chờ đơn vị xác nhận, hoặc ghi “Lý do vẫn ban hành”.");
        }
        decisions.record(
                aggregate.id(),
                null,
                "Vẫn ban hành khi %d/%d đơn vị chưa có địa chỉ thư được xác nhận"
                        .formatted(counts.unconfirmed(), counts.units()),
                actor,
                reason.strip());
    }
}
