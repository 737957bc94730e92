package vn.tongket.bench;

import javax.sql.DataSource;
import vn.tongket.cost.BareModel;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.cost.Statements;

/** The product's two models on an engine alone, with authorizations and without domain. */
final class BareEngine implements Contender {

    private final BareModel bare;

    BareEngine(String url) {
        bare = new BareModel(url);
    }

    @Override
    public void prepare(SizedCampaign campaign) {
        bare.prepare(campaign);
    }

    @Override
    public void issue(SizedCampaign campaign) {
        bare.issue(campaign);
    }

    @Override
    public void remind(SizedCampaign campaign) {
        bare.fire(campaign, "CatchEvent_NoticesDue");
    }

    @Override
    public void walk(SizedCampaign campaign, int i) {
        bare.walk(campaign, i);
    }

    @Override
    public void deadline(SizedCampaign campaign) {
        bare.fire(campaign, "CatchEvent_DeadlineReached");
    }

    @Override
    public Statements statements() {
        return bare.statements();
    }

    @Override
    public DataSource source() {
        return bare.counted().pool();
    }

    @Override
    public void close() {
        bare.close();
    }
}
