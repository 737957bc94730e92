package vn.tongket.rollup.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** A judge that shared code with the product would share its mistakes. */
class IndependenceTests {

    @Test
    void theEvaluationKnowsNothingOfTheProduct() {
        classes()
                .that()
                .haveNameNotMatching(".*(IT|Tests|Product|TreeTables)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson..", "vn.tongket.rollup.evaluation")
                .check(new ClassFileImporter().importPackages("vn.tongket.rollup.evaluation"));
    }
}
