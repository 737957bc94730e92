package vn.tongket.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.file.CampaignFileCheck;
import vn.tongket.campaign.file.CampaignFileCheck.KnownUnits;
import vn.tongket.organization.Organization;
import vn.tongket.organization.ReportingMode;
import vn.tongket.organization.UnionUnit;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportFile;
import vn.tongket.shared.ImportJson;
import vn.tongket.shared.ImportSchema;

/** Takes a campaign file, whole or not at all, and starts its work. */
@Service
public class CampaignImport {

    /** What was taken, and what was mended on reading. */
    public record Taken(String code, List<Fault> remarks) {}

    /** The organisation as it stands. */
    private record UnitsOf(Organization organization) implements KnownUnits {

        @Override
        public @Nullable ReportingMode modeOf(String unit) {
            return organization.find(unit).map(UnionUnit::reportingMode).orElse(null);
        }

        @Override
        public Set<String> categories() {
            return organization.categories();
        }
    }

    /** The same, where one unit may run this campaign. */
    private record WithIssuer(KnownUnits others, String issuer) implements KnownUnits {

        @Override
        public @Nullable ReportingMode modeOf(String unit) {
            ReportingMode mode = others.modeOf(unit);
            return mode != null && unit.equals(issuer) ? ReportingMode.CONSOLIDATOR : mode;
        }

        @Override
        public Set<String> categories() {
            return others.categories();
        }
    }

    private static final ImportSchema SCHEMA = new ImportSchema("campaign-1.1");

    private final CampaignRepository campaigns;
    private final CampaignDefinitions definitions;
    private final Organization organization;
    private final KnownUnits known;
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
        this.known = new UnitsOf(organization);
        this.events = events;
        this.clock = clock;
    }

    /** The file as it reads, with what is wrong with it; {@link #take} refuses it then. */
    public ImportFile read(byte[] content) {
        return ImportFile.read(content, SCHEMA);
    }

    /** Answers the new campaign's code; refuses faults, all listed, and a code that exists already. */
    @Transactional
    public Taken take(ImportFile read) {
        CampaignFile file = sound(read, known);
        return start(file, campaign(file.campaign()), read);
    }

    /**
     * As {@link #take}, for a union's own campaign under its superior's: any participant with units below may issue it,
     * whatever its reporting mode.
     *
     * @param report the issuer's in the superior's campaign, which the new campaign feeds
     */
    @Transactional
    public Taken takeUnder(ImportFile read, Campaign superior, UUID report) {
        String issuer = read.tree().path("campaign").path("issuer").asText();
        CampaignFile file = sound(read, new WithIssuer(known, issuer));
        Campaign campaign = campaign(file.campaign());
        campaign.placeUnder(superior, report);
        return start(file, campaign, read);
    }

    private static CampaignFile sound(ImportFile read, KnownUnits units) {
        read.and(root -> CampaignFileCheck.faultsOf(root, units)).requireSound("Tệp chiến dịch");
        return ImportJson.value(read.tree(), CampaignFile.class);
    }

    private Campaign campaign(CampaignFile.Head head) {
        if (campaigns.existsByCode(head.code())) {
            throw DomainException.conflict("Chiến dịch “" + head.code() + "” đã được nhập trước đây.");
        }
        UnionUnit issuer = organization.unit(head.issuer());
        UnionUnit reportsTo = organization.unit(head.reportsTo());
        return new Campaign(head, issuer.id(), reportsTo.id(), clock.instant());
    }

    private Taken start(CampaignFile file, Campaign campaign, ImportFile read) {
        campaigns.saveAndFlush(campaign);
        definitions.save(campaign.id(), file);
        events.publishEvent(
                new CampaignImported(campaign.code(), file.campaign().issuer()));
        return new Taken(campaign.code(), read.remarks());
    }
}
