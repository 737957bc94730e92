package vn.tongket.campaign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.PlanDocument;
import vn.tongket.campaign.PlanDocument.PlanSection;

/** The drafting page's fields as they stand on the page; paragraphs are separated by a blank line. */
public record PlanForm(
        String documentTitle,
        String numberPattern,
        String lead,
        List<SectionRow> sections,
        String closing,
        String recipients,
        String authority,
        String signerTitle,
        String nominal,
        String semantics,
        String roll,
        String grace,
        String reminders,
        List<MilestoneRow> milestones,
        int version) {

    /** A part of the plan; {@code depth} 0 is a part of its own, 1 lies within the one before, and so on. */
    public record SectionRow(String code, int depth, String title, String text) {}

    /** A milestone, its date as the browser sends it ({@code 2017-09-05}). */
    public record MilestoneRow(String code, String label, String date, String kind) {}

    static PlanForm of(Campaign campaign) {
        PlanDocument plan = campaign.plan();
        List<SectionRow> rows = new ArrayList<>();
        flatten(plan.sections(), 0, rows);
        return new PlanForm(
                plan.documentTitle(),
                plan.numberPattern(),
                String.join("\n\n", plan.lead()),
                rows,
                Objects.requireNonNullElse(plan.closing(), ""),
                String.join("\n", plan.recipients()),
                plan.signature().authority(),
                plan.signature().title(),
                campaign.deadline().nominalDeadline().toString(),
                campaign.deadline().semantics().name(),
                campaign.deadline().roll().name(),
                campaign.deadline().grace().map(Object::toString).orElse(""),
                campaign.reminderOffsets().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                campaign.milestones().stream()
                        .map(milestone -> new MilestoneRow(
                                milestone.code(),
                                milestone.vi(),
                                milestone.date().toString(),
                                milestone.kind()))
                        .toList(),
                campaign.version());
    }

    private static void flatten(List<PlanSection> sections, int depth, List<SectionRow> rows) {
        for (PlanSection section : sections) {
            List<String> paragraphs = Objects.requireNonNullElse(section.paragraphs(), List.of());
            rows.add(new SectionRow(section.code(), depth, section.title(), String.join("\n\n", paragraphs)));
            flatten(Objects.requireNonNullElse(section.sections(), List.of()), depth + 1, rows);
        }
    }
}
