package vn.tongket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the features hold. */
class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.tongket");

    @Test
    void featuresDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(TongketApplication.class).verify();
    }

    @Test
    void onlyTheWorkflowSeesTheEngine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("vn.tongket.workflow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.."));
    }

    @Test
    void onlyMailSendsMail() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("vn.tongket.mail..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.mail.."));
    }

    @Test
    void statisticsKnowsNoFramework() {
        check(noClasses()
                .that()
                .resideInAPackage("vn.tongket.statistics..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.."));
    }

    @Test
    void timeComesFromTheClock() {
        DescribedPredicate<JavaMethodCall> now = DescribedPredicate.describe(
                "now() without a clock",
                call -> call.getTarget().getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && (call.getTargetOwner().isEquivalentTo(LocalDate.class)
                                || call.getTargetOwner().isEquivalentTo(LocalDateTime.class)
                                || call.getTargetOwner().isEquivalentTo(Instant.class)));
        DescribedPredicate<JavaClass> demo = JavaClass.Predicates.resideInAPackage("vn.tongket.demo..");
        // The demo's clock is made of the system's, and its waiting is real time.
        check(noClasses().that(DescribedPredicate.not(demo)).should().callMethodWhere(now));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
