package vn.tongket.campaign;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.organization.Organization;
import vn.tongket.organization.ReportingMode;
import vn.tongket.organization.UnionUnit;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportJson;

/** Takes a campaign file, whole or not at all, and starts its work. */
@Service
public class CampaignImport {

    private final CampaignRepository campaigns;
    private final CampaignDefinitions definitions;
    private final Organization organization;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CampaignImport(
            CampaignRepository campaigns,
            CampaignDefinitions definitions,
            Organization organization,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.organization = organization;
        this.events = events;
        this.clock = clock;
    }

    /** The file as it reads, for asking who issues it before taking it. */
    public CampaignFile read(byte[] content) {
        return ImportJson.read(content, CampaignFile.class);
    }

    /** Answers the new campaign's code; refuses faults, all listed, and a code that exists already. */
    @Transactional
    public String take(CampaignFile file) {
        CampaignFile.Head head = file.campaign();
        if (campaigns.existsByCode(head.code())) {
            throw DomainException.conflict("Chiến dịch “" + head.code() + "” đã được nhập trước đây.");
        }
        List<Fault> faults = faults(file);
        if (!faults.isEmpty()) {
            throw DomainException.refused("Tệp chiến dịch có " + faults.size() + " lỗi.", faults);
        }
        UnionUnit issuer = organization.unit(head.issuer());
        UnionUnit reportsTo = organization.unit(head.reportsTo());
        Campaign campaign = new Campaign(head, issuer.id(), reportsTo.id(), clock.instant());
        campaigns.saveAndFlush(campaign);
        definitions.save(campaign.id(), file);
        events.publishEvent(new CampaignImported(head.code(), head.issuer()));
        return head.code();
    }

    private List<Fault> faults(CampaignFile file) {
        List<Fault> faults = new ArrayList<>();
        CampaignFile.Head head = file.campaign();
        if (!head.code().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
            faults.add(new Fault(
                    "$.campaign.code",
                    "Mã chiến dịch chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối, tối đa 60 ký tự."));
        }
        organizationFaults(head, faults);
        if (!List.of("before", "by").contains(head.deadline().semantics())) {
            faults.add(new Fault("$.campaign.deadline.semantics", "Phải là “before” hoặc “by”."));
        }
        String roll = head.deadline().roll();
        if (roll != null && !List.of("none", "forward").contains(roll)) {
            faults.add(new Fault("$.campaign.deadline.roll", "Phải là “none” hoặc “forward”."));
        }
        if (file.sections().stream().allMatch(CampaignFile.Section::isHeading)) {
            faults.add(new Fault("$.outline", "Đề cương không có mục nào để viết."));
        }
        Set<String> indicators = new HashSet<>();
        for (var appendix : file.appendices()) {
            for (var indicator : appendix.indicators()) {
                if (!indicators.add(indicator.code())) {
                    faults.add(new Fault("$.appendices", "Mã chỉ tiêu “" + indicator.code() + "” bị trùng."));
                }
            }
        }
        return faults;
    }

    private void organizationFaults(CampaignFile.Head head, List<Fault> faults) {
        try {
            if (organization.unit(head.issuer()).reportingMode() != ReportingMode.CONSOLIDATOR) {
                faults.add(new Fault(
                        "$.campaign.issuer",
                        "Đơn vị “" + head.issuer() + "” không được tổ chức chiến dịch (consolidator)."));
            }
        } catch (DomainException unknown) {
            faults.add(new Fault("$.campaign.issuer", "Không có đơn vị “" + head.issuer() + "”."));
        }
        try {
            organization.unit(head.reportsTo());
        } catch (DomainException unknown) {
            faults.add(new Fault("$.campaign.reports_to", "Không có đơn vị “" + head.reportsTo() + "”."));
        }
    }
}
