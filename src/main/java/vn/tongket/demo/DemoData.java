package vn.tongket.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.organization.Organization;
import vn.tongket.organization.OrganizationImport;

/** Loads the real plan with its unions at the first start; of nodes that start together, one does. */
@Component
@Profile("demo")
class DemoData implements ApplicationRunner {

    private static final long LOCK = 0x746b_6465_6d6fL;

    private final Organization organization;
    private final OrganizationImport units;
    private final CampaignImport campaigns;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoData(
            Organization organization,
            OrganizationImport units,
            CampaignImport campaigns,
            JdbcClient jdbc,
            Clock clock) {
        this.organization = organization;
        this.units = units;
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
        if (organization.isEmpty()) {
            units.take(file("units-cdxdvn.json"));
            confirmAddresses();
            campaigns.take(campaigns.read(file("campaign-20-NQ-TW.json")));
        }
    }

    /**
     * Made-up addresses, which nobody else could confirm: all but the chairs' of unions that are coordinated, so that a
     * test mail has somewhere to go.
     */
    private void confirmAddresses() {
        jdbc.sql("""
                        insert into mail_address (address, confirmed_at)
                        select distinct lower(c.email), cast(:now as timestamptz)
                        from unit_contact c join union_unit u on u.id = c.unit_id
                        where not (u.reporting_mode = 'COORDINATED' and c.role = 'CHAIR')""").param("now", Timestamp.from(clock.instant())).update();
    }

    private static byte[] file(String name) {
        try {
            return new ClassPathResource("demo/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
