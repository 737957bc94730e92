package vn.tongket.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.BasisDocument;
import vn.tongket.campaign.CampaignFile.DeadlineTerms;
import vn.tongket.campaign.CampaignFile.FocalDepartment;
import vn.tongket.campaign.CampaignFile.Head;
import vn.tongket.campaign.CampaignFile.Milestone;
import vn.tongket.campaign.CampaignFile.Reminders;
import vn.tongket.campaign.PlanDocument;
import vn.tongket.cascade.PlanBelow.Parties;
import vn.tongket.shared.ImportFile;
import vn.tongket.shared.ImportJson;

/**
 * The campaign file of a union's own campaign: what the superior asks for, with what the union adds, under a head of
 * its own.
 */
final class DefinitionBelow {

    private final Parties parties;
    private final CampaignFile superiors;

    DefinitionBelow(Parties parties, CampaignFile superiors) {
        this.parties = parties;
        this.superiors = superiors;
    }

    /** As an import file, with what is wrong with the union's additions. */
    ImportFile of(Opening opening, LocalDate nominal, OpeningDates dates) {
        JsonNode head = ImportJson.mapper().valueToTree(head(opening, nominal, dates));
        ObjectNode whole = ImportJson.mapper().valueToTree(superiors);
        whole.remove("provenance");
        ImportFile additions = opening.additions();
        if (additions == null) {
            whole.set("campaign", head);
            return new ImportFile(whole, List.of(), List.of());
        }
        if (!additions.tree().isObject()) {
            return additions;
        }
        ObjectNode added = additions.tree().deepCopy();
        added.set("campaign", head);
        return new ImportFile(added, additions.faults(), additions.remarks())
                .and(root -> AdditionsCheck.faultsOf(root, whole));
    }

    private Head head(Opening opening, LocalDate nominal, OpeningDates dates) {
        Head above = superiors.campaign();
        CampaignDepartment department =
                CampaignDepartment.below(above.focalDepartment()).named(opening.department());
        LocalDate lastDay = OpeningDates.lastDay(nominal, opening.semantics());
        return new Head(
                opening.code(),
                above.type(),
                opening.title(),
                null,
                parties.union().code(),
                parties.superiorUnion().code(),
                new FocalDepartment(department.code(), department.name()),
                PlanBelow.of(parties, department, nominal, opening.semantics()),
                basis(above.basisDocuments()),
                above.period(),
                new DeadlineTerms(
                        null,
                        nominal,
                        opening.semantics().name().toLowerCase(java.util.Locale.ROOT),
                        "none",
                        null,
                        above.deadline().timezone(),
                        null),
                above.lengthLimits(),
                new Reminders(opening.reminders(), null),
                milestones(above.milestones(), dates.milestones(nominal, lastDay, labels(above.milestones()))),
                above.participants());
    }

    /** The superior's plan is one more document that this one rests on. */
    private List<BasisDocument> basis(List<BasisDocument> above) {
        PlanDocument plan = parties.superior().plan();
        Set<String> taken = above.stream().map(BasisDocument::code).collect(Collectors.toSet());
        String code = IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> "KH" + n)
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
        List<BasisDocument> basis = new ArrayList<>(above);
        basis.add(new BasisDocument(
                code, plan.number(), plan.date(), parties.superiorUnion().name(), "Kế hoạch", null));
        return basis;
    }

    /** By kind, in the order of the work; the superior's words where it has some. */
    private Map<String, String> labels(List<Milestone> above) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("issue", "Ban hành kế hoạch, đề cương, phụ lục");
        labels.put("deadline", "Hạn gửi báo cáo");
        labels.put("lock", "Khóa số liệu");
        labels.put("standing_committee", "Trình Ban Thường vụ");
        labels.put("conference", "Hội nghị Ban Chấp hành");
        above.forEach(milestone -> labels.computeIfPresent(milestone.kind(), (kind, own) -> milestone.vi()));
        labels.put("report_up", "Báo cáo " + parties.superiorUnion().name());
        return labels;
    }

    private static List<Milestone> milestones(List<Milestone> above, List<Milestone> own) {
        Set<String> kinds = above.stream().map(Milestone::kind).collect(Collectors.toSet());
        // A superior's plan without that step does not ask for it below either.
        return own.stream()
                .filter(milestone -> kinds.contains(milestone.kind())
                        || Set.of("issue", "deadline", "lock", "report_up").contains(milestone.kind()))
                .toList();
    }
}
