package vn.tongket.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignService;
import vn.tongket.cost.Product;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.cost.Step;
import vn.tongket.organization.OrganizationImport;
import vn.tongket.organization.UnionRole;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.Totals;

/**
 * A sector union's plan down to the grassroots and the totals up again: each upper union opens a campaign of its own under
 * the plan, all but a few report, what they said is carried up. The import, plans, processes, the register, totals, the
 * heads' decisions, deadlines and locks are the product's. What a union does up to its chair's signature is SQL ({@link
 * SignedFigures}), for it takes some seven hundred statements; their processes are set past it by the engine ({@link
 * TreeOffice#finish}). Some unions go the whole way, over HTTP.
 * Arguments: upper unions, grassroots unions.
 */
public final class TreeOfCampaigns {

    /** Unions that go their whole way. */
    private static final int WAYS = 30;

    private static final int AT_A_TIME = 2;

    private final UnionTree tree;
    private final List<SizedCampaign> below;
    private final Product product;
    private final JdbcClient jdbc;
    private final TreeOffice office;
    private final Phases phases;

    private TreeOfCampaigns(UnionTree tree, Product product) {
        this.tree = tree;
        this.below = tree.below();
        this.product = product;
        this.jdbc = product.bean(JdbcClient.class);
        this.office = new TreeOffice(product);
        this.phases = new Phases(product.statements(), jdbc);
    }

    public static void main(String... arguments) {
        int status = 1;
        try (EmbeddedPostgres server = Benchmark.server()) {
            UnionTree tree = new UnionTree(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
            try (Product product = new Product(server.getJdbcUrl("postgres", "postgres"))) {
                new TreeOfCampaigns(tree, product).run();
            }
            status = 0;
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    private void run() {
        phases.of("unions imported", () -> tree.files().forEach(product.bean(OrganizationImport.class)::take));
        phases.of("the sector's plan issued", () -> {
            product.plan(UnionTree.TOP);
            product.issue(UnionTree.TOP);
        });
        each("own campaigns opened", own -> office.open(UnionTree.TOP, own));
        each("own plans issued, processes started", office::issue);
        phases.of("%d whole ways over HTTP".formatted(Math.min(WAYS, below.size())), this::walkSome);
        SignedFigures figures = figures();
        collect(figures);
        String head = Step.login(UnionTree.TOP.issuer(), UnionRole.TRUONG_BAN);
        phases.of("reports upward signed (SQL)", () -> figures.signDrafts(UnionTree.TOP));
        phases.of("reports upward registered, accepted", () -> {
            registerAll(UnionTree.TOP, figures);
            acceptAll(UnionTree.TOP, figures, head);
        });
        phases.of("the sector's lock", () -> office.lock(UnionTree.TOP, head));
        addUp();
        TreeCheck.requireClosed(jdbc);
        System.out.println(phases.table());
    }

    /** One union under each of the first upper ones. */
    private void walkSome() {
        below.stream().limit(WAYS).forEach(own -> office.walk(own, 1));
    }

    private void collect(SignedFigures figures) {
        each("reports signed (SQL)", figures::signOwn);
        each("reports registered, totals kept", own -> registerAll(own, figures));
        each("reports accepted, processes ended", own -> acceptAll(own, figures, TreeOffice.chair(own)));
        each("deadlines, locks, totals carried up", own -> office.lock(own, TreeOffice.chair(own)));
    }

    private void registerAll(SizedCampaign campaign, SignedFigures figures) {
        figures.sent(campaign).forEach(unit -> office.register(campaign, unit));
    }

    private void acceptAll(SizedCampaign campaign, SignedFigures figures, String head) {
        List<String> units = figures.registered(campaign);
        units.forEach(unit -> office.accept(campaign, unit, head));
        office.finish(campaign, units);
    }

    private void addUp() {
        RollUps rollUps = product.bean(RollUps.class);
        Totals[] totals = new Totals[2];
        phases.of("the sector's totals as kept", () -> totals[0] = rollUps.of(UnionTree.TOP.code()));
        phases.of("the same added up anew", () -> totals[1] = rollUps.fresh(UnionTree.TOP.code()));
        phases.of(
                "compared with a statement over all reports",
                () -> System.out.println(
                        TreeCheck.require(jdbc, UnionTree.TOP, tree.grassroots(), totals[0], totals[1])));
    }

    /** The upper unions' campaigns, some at a time, as the job executor of a node would. */
    private void each(String phase, Consumer<SizedCampaign> work) {
        phases.of(phase, () -> {
            ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
            try {
                below.stream()
                        .map(own -> CompletableFuture.runAsync(() -> work.accept(own), threads))
                        .toList()
                        .forEach(CompletableFuture::join);
            } finally {
                threads.shutdownNow();
            }
        });
    }

    private SignedFigures figures() {
        return new SignedFigures(
                jdbc, product.bean(CampaignService.class).definition(UnionTree.TOP.code()).appendices());
    }
}
