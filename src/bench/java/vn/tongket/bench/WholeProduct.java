package vn.tongket.bench;

import javax.sql.DataSource;
import vn.tongket.cost.Product;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.cost.Statements;

/** The application, people over HTTP. */
final class WholeProduct implements Contender {

    private final Product product;

    WholeProduct(String url) {
        product = new Product(url);
    }

    @Override
    public void prepare(SizedCampaign campaign) {
        product.prepare(campaign);
    }

    @Override
    public void issue(SizedCampaign campaign) {
        product.issue(campaign);
    }

    @Override
    public void remind(SizedCampaign campaign) {
        product.fire(campaign, "CatchEvent_NoticesDue");
    }

    @Override
    public void walk(SizedCampaign campaign, int i) {
        product.walk(campaign, i);
    }

    @Override
    public void deadline(SizedCampaign campaign) {
        product.fire(campaign, "CatchEvent_DeadlineReached");
    }

    @Override
    public Statements statements() {
        return product.statements();
    }

    @Override
    public DataSource source() {
        return product.bean(DataSource.class);
    }

    @Override
    public void close() {
        product.close();
    }
}
