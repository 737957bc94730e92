package vn.tongket.bench;

import javax.sql.DataSource;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.cost.Statements;

/** Somebody who can run a campaign on a database of its own. */
interface Contender extends AutoCloseable {

    /** Up to the plan's approval; not measured. */
    void prepare(SizedCampaign campaign);

    void issue(SizedCampaign campaign);

    void remind(SizedCampaign campaign);

    /** The i-th unit goes its whole way. */
    void walk(SizedCampaign campaign, int i);

    /** All that are open then stay open. */
    void deadline(SizedCampaign campaign);

    Statements statements();

    DataSource source();

    @Override
    void close();
}
