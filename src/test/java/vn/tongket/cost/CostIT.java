package vn.tongket.cost;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tongket.support.TestDatabase;

class CostIT {

    @Test
    void look() {
        SizedCampaign small = new SizedCampaign("COSTA", 100);
        try (BareModel bare = new BareModel(TestDatabase.fresh())) {
            bare.start(small, 200);
            bare.walk(small, 1);
            print("bare", bare.walk(small, 2));
        }
        try (Product product = new Product(TestDatabase.fresh())) {
            product.prepare(small);
            Map<String, Long> issue = product.statements().of(() -> product.issue(small));
            System.out.println("issue " + Statements.sum(issue) + " " + issue);
            product.walk(small, 1);
            print("product", product.walk(small, 2));
            Map<String, Long> remind = product.statements().of(() -> product.fire(small, "CatchEvent_ReminderDue"));
            System.out.println("remind " + Statements.sum(remind) + " " + remind);
            Map<String, Long> deadline =
                    product.statements().of(() -> product.fire(small, "BoundaryEvent_DeadlineReached"));
            System.out.println("deadline " + Statements.sum(deadline) + " " + deadline);
        }
    }

    private static void print(String name, Map<Step, Map<String, Long>> taken) {
        long all = taken.values().stream().mapToLong(Statements::sum).sum();
        System.out.println(name + ": " + all);
        taken.forEach((step, kinds) -> {
            System.out.println("  " + step + ": " + Statements.sum(kinds));
            kinds.forEach((kind, count) -> System.out.println("      " + count + " " + kind));
        });
    }
}
