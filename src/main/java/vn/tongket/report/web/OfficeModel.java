package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tongket.report.OfficeFigures;
import vn.tongket.report.OfficeOverlap;
import vn.tongket.report.OfficeOverlap.Doubtful;
import vn.tongket.report.OfficeStanding;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportView;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.FigureValue;

/** What the page with the figures of the issuer's own office shows. */
@Component
class OfficeModel {

    static final String TEMPLATE = "report/office";

    /**
     * A figure that looks like a grand total.
     *
     * @param target the cell on the page
     */
    record Line(String target, String words) {

        static Line of(Doubtful figure) {
            return new Line(
                    figure.indicator() + "/" + figure.year(),
                    "%s: cơ quan ghi %s, %s đơn vị đã gửi cộng lại %s."
                            .formatted(
                                    figure.place(),
                                    FigureValue.show(figure.office(), figure.digits()),
                                    Vietnamese.count(figure.sent()),
                                    FigureValue.show(figure.units(), figure.digits())));
        }
    }

    private final OfficeFigures office;
    private final OfficeOverlap overlap;
    private final PageJson json;
    private final ReportAccess access;
    private final Accounts accounts;

    OfficeModel(OfficeFigures office, OfficeOverlap overlap, PageJson json, ReportAccess access, Accounts accounts) {
        this.office = office;
        this.overlap = overlap;
        this.json = json;
        this.access = access;
        this.accounts = accounts;
    }

    void fill(Model model, ReportView view, CurrentUser user, HttpServletRequest request) {
        OfficeStanding standing = office.standing(view.campaign().code());
        boolean enters = access.entersOffice(standing.unit(), user);
        boolean writable = enters && standing.isClosable();
        List<Doubtful> doubtful =
                standing.isClosable() ? overlap.of(view.campaign().code()) : List.of();
        String closer = standing.closedBy();
        model.addAttribute("view", view);
        model.addAttribute("standing", standing);
        model.addAttribute("enters", enters);
        model.addAttribute("writable", writable);
        model.addAttribute(
                "closer",
                closer == null ? "" : accounts.namesOf(List.of(closer)).getOrDefault(closer, closer));
        model.addAttribute("doubtful", doubtful.stream().map(Line::of).toList());
        model.addAttribute("seen", seen(doubtful));
        model.addAttribute("embedded", ReportPage.isEmbedded(request));
        model.addAttribute("data", json.of(view, user, writable, request.getContextPath()));
        model.addAttribute("faults", List.of());
    }

    /** Names the doubts that the person is shown. */
    private static String seen(List<Doubtful> doubtful) {
        return doubtful.stream().map(OfficeModel::key).collect(Collectors.joining(" "));
    }

    /** Whether each of these was among those that the page showed. */
    static boolean isSeen(List<Doubtful> doubtful, String seen) {
        return List.of(seen.split(" "))
                .containsAll(doubtful.stream().map(OfficeModel::key).toList());
    }

    /** By what the office wrote: a unit that sends meanwhile raises no new doubt. */
    private static String key(Doubtful figure) {
        return figure.indicator() + "=" + figure.office().toPlainString();
    }
}
