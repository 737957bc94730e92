package vn.tongket.notification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.extension.BulkExtensions;
import vn.tongket.notification.text.Placeholder;
import vn.tongket.report.CollectionSummary;
import vn.tongket.report.CollectionSummary.Summary;
import vn.tongket.shared.Vietnamese;

/** How the collection of reports stands when the mail is written, for those who run the campaign. */
@Component
class FactsOfCollection implements FactSource {

    private static final int NAMED = 20;

    private final CampaignService campaigns;
    private final CollectionSummary summary;
    private final NotReached notReached;
    private final BulkExtensions extensions;

    FactsOfCollection(
            CampaignService campaigns, CollectionSummary summary, NotReached notReached, BulkExtensions extensions) {
        this.campaigns = campaigns;
        this.summary = summary;
        this.notReached = notReached;
        this.extensions = extensions;
    }

    @Override
    public @Nullable List<String> of(Placeholder placeholder, Notice notice) {
        return switch (placeholder) {
            case EXPECTED -> List.of(Vietnamese.count(summary(notice).expected()));
            case PROGRESS -> progress(summary(notice));
            case MISSING_COUNT -> List.of(Vietnamese.count(summary(notice).missing()));
            case MISSING_SHARE -> List.of(summary(notice).missingPercent() + "%");
            case MISSING ->
                named(summary.missing(code(notice), NAMED), summary(notice).missing());
            case UNREACHABLE -> unreachable(notice);
            case EXTENSIONS -> waiting(notice);
            default -> null;
        };
    }

    private List<String> unreachable(Notice notice) {
        List<String> names = notReached.of(notice.campaign());
        return named(names.subList(0, Math.min(NAMED, names.size())), names.size());
    }

    /** Requests for more time on which nobody has decided; nothing where there are none. */
    private List<String> waiting(Notice notice) {
        long open = extensions.all(code(notice)).stream()
                .filter(request -> request.decision() == null && !request.isPast())
                .count();
        return open == 0 ? List.of() : List.of(Vietnamese.count(open));
    }

    private Summary summary(Notice notice) {
        return summary.of(code(notice));
    }

    private String code(Notice notice) {
        return campaigns.campaign(notice.campaign()).code();
    }

    private static List<String> progress(Summary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("Đã gửi: %s đơn vị (sớm hoặc đúng hạn: %s; muộn: %s)"
                .formatted(
                        Vietnamese.count(summary.sent()),
                        Vietnamese.count(summary.sent() - summary.late()),
                        Vietnamese.count(summary.late())));
        lines.add("Bị trả lại, chưa gửi lại: %s đơn vị".formatted(Vietnamese.count(summary.returned())));
        lines.add("Chưa gửi: %s đơn vị".formatted(Vietnamese.count(summary.unsent())));
        if (summary.exempt() > 0) {
            lines.add("Được miễn: %s đơn vị".formatted(Vietnamese.count(summary.exempt())));
        }
        return lines;
    }

    /** Those names, and how many more there are. */
    static List<String> named(List<String> names, int all) {
        List<String> lines = new ArrayList<>(names);
        if (all > names.size()) {
            lines.add("và %s đơn vị khác".formatted(Vietnamese.count(all - names.size())));
        }
        return lines;
    }
}
