package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.cascade.ReportUpward;
import vn.tongket.cascade.ReportUpward.Receipt;
import vn.tongket.cascade.ReportUpward.Standing;
import vn.tongket.document.OfficialDocuments;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The superior has acknowledged the report. */
@Component
class AcknowledgeReceiptHandler implements TaskHandler {

    private static final String INCOMING_NUMBER = "incomingNumber";
    private static final String RECEIVED_ON = "receivedOn";

    /** Facts of the form: how the report stands in the superior's campaign, and whether number and day are typed. */
    private static final String STANDING = "standing";

    private static final String TYPED = "typed";

    private final OfficialDocuments documents;
    private final ReportUpward upward;

    AcknowledgeReceiptHandler(OfficialDocuments documents, ReportUpward upward) {
        this.documents = documents;
        this.upward = upward;
    }

    @Override
    public String taskKey() {
        return Task.ACKNOWLEDGE_RECEIPT;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.VAN_THU);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return dates.day(Variable.ACKNOWLEDGEMENT_DUE_AT);
    }

    @Override
    public Map<String, Object> facts(BusinessKey key) {
        Optional<Standing> standing = upward.standing(key.campaign());
        return Map.of(
                STANDING,
                standing.map(AcknowledgeReceiptHandler::words).orElse(""),
                TYPED,
                standing.map(AcknowledgeReceiptHandler::isTyped).orElse(true));
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        Receipt receipt = upward.standing(key.campaign())
                .filter(standing -> !isTyped(standing))
                .map(AcknowledgeReceiptHandler::received)
                .orElseGet(() -> new Receipt(answers.text(INCOMING_NUMBER), answers.date(RECEIVED_ON)));
        documents.acknowledge(key.campaign(), receipt.number(), receipt.receivedOn(), actor.id());
        return Map.of();
    }

    private static Receipt received(Standing standing) {
        Receipt receipt = standing.receipt();
        if (receipt == null) {
            throw DomainException.refused(words(standing));
        }
        return receipt;
    }

    /** What the superior's campaign will never receive was handed over in another way. */
    private static boolean isTyped(Standing standing) {
        return standing.receipt() == null && !standing.expected();
    }

    private static String words(Standing standing) {
        Receipt receipt = standing.receipt();
        if (receipt != null) {
            return "%s đã vào sổ báo cáo của đơn vị: số đến %s, nhận ngày %s."
                    .formatted(standing.superior(), receipt.number(), Vietnamese.day(receipt.receivedOn()));
        }
        return standing.expected()
                ? "%s chưa vào sổ báo cáo của đơn vị. Chủ tịch ký gửi báo cáo trong chiến dịch %s trước, rồi hãy hoàn thành việc này."
                        .formatted(standing.superior(), standing.campaign())
                : "Báo cáo của đơn vị không gửi trong chiến dịch %s. Nhập số đến và ngày nhận theo cách %s đã nhận."
                        .formatted(standing.campaign(), standing.superior());
    }
}
