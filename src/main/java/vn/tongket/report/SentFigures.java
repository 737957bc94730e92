package vn.tongket.report;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Participant;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;

/** The figures of a version that was sent, laid into the unit's form. */
@Component
@Transactional(readOnly = true)
public class SentFigures {

    /** Whose they are, and of which version. */
    public record Sent(UUID report, UUID campaign, Participant participant, int version, FigureSheet sheet) {}

    private final Reports reports;

    SentFigures(Reports reports) {
        this.reports = reports;
    }

    /** Refused when the unit has not sent that version. */
    public Sent of(String campaign, String unit, int version) {
        var place = reports.find(campaign, unit);
        return sent(place, reports.version(place.report().id(), version));
    }

    /** Those of the last version; refused when the unit has sent none. */
    public Sent last(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        return sent(place, reports.lastVersion(place.report().id()));
    }

    private Sent sent(Reports.Place place, Optional<ReportVersion> version) {
        ReportVersion sent = version.orElseThrow(
                () -> DomainException.notFound("Đơn vị “" + place.participant().unitCode() + "” chưa gửi báo cáo đó."));
        FigureSheet sheet =
                reports.form(place).figures().sheet(Figures.of(sent.content().figures()));
        return new Sent(place.report().id(), place.campaign().id(), place.participant(), sent.number(), sheet);
    }
}
