package vn.tongket.support;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.report.ReportCommands.ReviewForm;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportReview;
import vn.tongket.report.ReportService;
import vn.tongket.report.ReturnAnswers;
import vn.tongket.report.ReturnReason;
import vn.tongket.security.CurrentUser;
import vn.tongket.statistics.Indicator;

/** A unit's report with all that it must have, by the services alone: no process, no page. */
public final class WholeReport {

    private final ReportDrafting drafting;
    private final ReportService reports;
    private final ReportReview review;
    private final ReturnAnswers answers;
    private final String campaign;
    private final String unit;
    private final String writer;

    private WholeReport(ApplicationContext context, String campaign, String unit) {
        this.drafting = context.getBean(ReportDrafting.class);
        this.reports = context.getBean(ReportService.class);
        this.review = context.getBean(ReportReview.class);
        this.answers = context.getBean(ReturnAnswers.class);
        this.campaign = campaign;
        this.unit = unit;
        this.writer = unit.toLowerCase(Locale.ROOT) + "canbo";
    }

    /** Every heading long enough, every required cell without figures ({@code -}), one row where a list wants one. */
    public static WholeReport written(ApplicationContext context, String campaign, String unit) {
        WholeReport report = new WholeReport(context, campaign, unit);
        report.write();
        return report;
    }

    /** Another text of one heading. */
    public WholeReport with(String section, String text) {
        drafting.writeSection(campaign, unit, section, text, null, writer);
        return this;
    }

    /** Handed to the chair and signed. */
    public WholeReport sent() {
        reports.receivePlan(
                campaign,
                unit,
                new ReceivePlan(ReviewForm.OWN_CONFERENCE, "Cán bộ phụ trách", LocalDate.of(2017, 10, 20)),
                writer);
        return signedAgain();
    }

    /** Registered and sent back because of that heading. */
    public WholeReport returned(String section) {
        registered(1);
        Reason reason = new Reason(section, null, "Cần bổ sung.");
        review.returnToUnit(campaign, unit, new ReturnReport(List.of(reason), LocalDate.of(2099, 1, 1)), "truongban");
        return this;
    }

    /** The same, after a return. */
    public WholeReport signedAgain() {
        handedOver();
        reports.sign(campaign, unit, new SignReport("12/BC-CĐ", LocalDate.of(2017, 9, 5)), writer);
        return this;
    }

    /** Handed to the chair; what nobody has answered yet is answered. */
    public WholeReport handedOver() {
        answers.returns(campaign, unit).stream()
                .limit(1)
                .flatMap(past -> past.reasons().stream())
                .filter(reason -> reason.answer() == null)
                .forEach(this::answer);
        reports.finishWriting(campaign, unit, writer);
        return this;
    }

    /** Registered under that number: in review. */
    public WholeReport registered(int incomingNumber) {
        reports.register(campaign, unit, () -> incomingNumber);
        return this;
    }

    /** Registered under that number and accepted by the issuer's head of the focal department. */
    public WholeReport accepted(int incomingNumber) {
        registered(incomingNumber);
        review.accept(campaign, unit, new CurrentUser("truongban", Set.of("CDXDVNtruongban")));
        return this;
    }

    private void answer(ReturnReason reason) {
        answers.answer(
                campaign, unit, Map.of(reason.id().toString(), new ReturnAnswers.Change(null, "Đã bổ sung.")), writer);
    }

    private void write() {
        var form = drafting.view(campaign, unit).form();
        for (Section section : form.sections()) {
            if (!section.isHeading()) {
                with(section.code(), "a".repeat(section.minChars() + 1));
            }
        }
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (Indicator indicator : form.figures().indicators()) {
            if (indicator.required() && !indicator.computed()) {
                Map<String, String> years = new LinkedHashMap<>();
                form.figures().years(indicator.code()).stream()
                        .filter(year -> !form.figures().isClosed(indicator, year))
                        .forEach(year -> years.put(String.valueOf(year), "-"));
                cells.put(indicator.code(), years);
            }
        }
        drafting.writeFigures(campaign, unit, cells, false, null, writer);
        form.lists().stream()
                .filter(list -> List.of("LF03", "LF04").contains(list.code()))
                .forEach(list -> drafting.writeList(campaign, unit, list.code(), List.of(row(list)), null, writer));
    }

    private static Map<String, Object> row(ListForm list) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (ListColumn column : list.columns()) {
            if (column.required()) {
                row.put(
                        column.key(),
                        column.values() == null ? "1" : column.values().get(0));
            }
        }
        return row;
    }
}
