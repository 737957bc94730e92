package vn.tongket.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;

/** Where the rows of list forms name an attachment, in columns of type {@code file}. */
@Component
class AttachmentUses {

    private final Drafts drafts;
    private final AttachmentStore store;

    AttachmentUses(Drafts drafts, AttachmentStore store) {
        this.drafts = drafts;
        this.store = store;
    }

    /** The names that its rows may hold; nothing is asked where no column takes a file. */
    Set<String> namesFor(ListForm form, UUID report) {
        return form.columns().stream().anyMatch(ListColumn::takesFile)
                ? store.present(report).stream().map(Attachment::name).collect(Collectors.toSet())
                : Set.of();
    }

    /** The first such place in words, {@code biểu LF01 dòng 2}. */
    Optional<String> of(HeldReports.Held report, String name) {
        return report.form().lists().stream()
                .filter(form -> form.columns().stream().anyMatch(ListColumn::takesFile))
                .flatMap(form ->
                        place(form, drafts.list(report.id(), form.code()).value(), name).stream())
                .findFirst();
    }

    private static Optional<String> place(ListForm form, List<Map<String, Object>> rows, String name) {
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = rows.get(i);
            boolean named = form.columns().stream()
                    .anyMatch(column -> column.takesFile() && name.equals(row.get(column.key())));
            if (named) {
                return Optional.of("biểu %s dòng %d".formatted(form.code(), i + 1));
            }
        }
        return Optional.empty();
    }
}
