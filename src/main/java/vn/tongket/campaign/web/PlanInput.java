package vn.tongket.campaign.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignFile.Milestone;
import vn.tongket.campaign.Deadline;
import vn.tongket.campaign.PlanDocument;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.campaign.web.PlanForm.MilestoneRow;
import vn.tongket.campaign.web.PlanForm.SectionRow;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/** Reads what the drafting page sends: first as typed, to show it again; then as a draft, with all its faults. */
final class PlanInput {

    private static final int MAX_OFFSET = 250;

    private final PlanForm form;
    private final List<Fault> faults = new ArrayList<>();

    private PlanInput(PlanForm form) {
        this.form = form;
    }

    /** The fields as typed. Rows come as fields of the same name, in order. */
    static PlanForm form(MultiValueMap<String, String> fields) {
        int version = number(text(fields, "version"));
        return new PlanForm(
                text(fields, "documentTitle"),
                text(fields, "numberPattern"),
                text(fields, "lead"),
                rows(fields, "sectionTitle")
                        .mapToObj(i -> new SectionRow(
                                at(fields, "sectionCode", i),
                                number(at(fields, "sectionDepth", i)),
                                at(fields, "sectionTitle", i),
                                at(fields, "sectionText", i)))
                        .toList(),
                text(fields, "closing"),
                text(fields, "recipients"),
                text(fields, "authority"),
                text(fields, "signerTitle"),
                text(fields, "nominal"),
                text(fields, "semantics"),
                text(fields, "roll"),
                text(fields, "grace"),
                text(fields, "reminders"),
                rows(fields, "milestoneLabel")
                        .mapToObj(i -> new MilestoneRow(
                                at(fields, "milestoneCode", i),
                                at(fields, "milestoneLabel", i),
                                at(fields, "milestoneDate", i),
                                at(fields, "milestoneKind", i)))
                        .toList(),
                version);
    }

    /** The draft and what is wrong with it; the draft is null when anything is. */
    record Read(Campaign.@Nullable Draft draft, List<Fault> faults) {}

    static Read draft(PlanForm form) {
        PlanInput input = new PlanInput(form);
        Campaign.Draft draft = input.draft();
        return new Read(input.faults.isEmpty() ? draft : null, input.faults);
    }

    private Campaign.@Nullable Draft draft() {
        PlanDocument plan = plan();
        LocalDate nominal = date("Ngày hạn", form.nominal());
        LocalDate grace = form.grace().isBlank() ? null : date("Ngày nhận thêm", form.grace());
        List<Integer> reminders = reminders();
        List<Milestone> milestones = milestones();
        if (nominal == null) {
            return null;
        }
        return new Campaign.Draft(
                plan,
                nominal,
                form.semantics().equals("BY") ? Deadline.Semantics.BY : Deadline.Semantics.BEFORE,
                form.roll().equals("FORWARD") ? Deadline.Roll.FORWARD : Deadline.Roll.NONE,
                grace,
                reminders,
                milestones);
    }

    private PlanDocument plan() {
        require("Tên loại văn bản", form.documentTitle());
        require("Thẩm quyền ký", form.authority());
        require("Chức vụ người ký", form.signerTitle());
        if (!form.numberPattern().contains("{so}")) {
            faults.add(new Fault("numberPattern", "Mẫu số, ký hiệu phải có “{so}” ở chỗ ghi số, ví dụ {so}/KH-CĐXD."));
        }
        return new PlanDocument(
                form.documentTitle(),
                form.numberPattern(),
                null,
                null,
                PlainText.blocks(form.lead()),
                PlanSections.of(form.sections(), faults),
                form.closing().isBlank() ? null : form.closing(),
                form.recipients()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                new Signature(form.authority(), form.signerTitle(), null));
    }

    private List<Integer> reminders() {
        List<Integer> offsets = new ArrayList<>();
        for (String part : form.reminders().split("[,;\\s]+")) {
            if (part.matches("\\d{1,3}") && Integer.parseInt(part) <= MAX_OFFSET) {
                offsets.add(Integer.parseInt(part));
            } else if (!part.isEmpty()) {
                faults.add(new Fault(
                        "reminders", "Ngày nhắc “" + part + "” phải là số ngày làm việc trước hạn, từ 0 đến 250."));
            }
        }
        return offsets.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }

    private List<Milestone> milestones() {
        List<Milestone> milestones = new ArrayList<>();
        for (MilestoneRow row : form.milestones()) {
            require("Tên mốc", row.label());
            LocalDate date = date("Ngày của mốc “" + row.label() + "”", row.date());
            if (!MilestoneKind.LABELS.containsKey(row.kind())) {
                faults.add(new Fault("milestones", "Loại của mốc “" + row.label() + "” không có trong danh sách."));
            } else if (date != null) {
                String code = row.code().isBlank() ? freeCode(milestones) : row.code();
                milestones.add(new Milestone(code, row.label(), date, row.kind()));
            }
        }
        return milestones.stream().sorted(Comparator.comparing(Milestone::date)).toList();
    }

    private String freeCode(List<Milestone> taken) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> "M" + n)
                .filter(code ->
                        form.milestones().stream().noneMatch(row -> row.code().equals(code)))
                .filter(code ->
                        taken.stream().noneMatch(milestone -> milestone.code().equals(code)))
                .findFirst()
                .orElseThrow();
    }

    private void require(String what, String value) {
        if (value.isBlank()) {
            faults.add(new Fault(what, what + " còn trống."));
        }
    }

    private @Nullable LocalDate date(String what, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            faults.add(new Fault(what, what + (value.isBlank() ? " còn trống." : " “" + value + "” không đúng.")));
            return null;
        }
    }

    private static IntStream rows(MultiValueMap<String, String> fields, String name) {
        return IntStream.range(0, values(fields, name).size());
    }

    private static String at(MultiValueMap<String, String> fields, String name, int row) {
        List<String> values = values(fields, name);
        return row < values.size() ? PlainText.clean(values.get(row)) : "";
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        return at(fields, name, 0);
    }

    private static List<String> values(MultiValueMap<String, String> fields, String name) {
        return Stream.ofNullable(fields.get(name))
                .flatMap(List::stream)
                .map(value -> Objects.requireNonNullElse(value, ""))
                .toList();
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
