/** The consolidated report: status table, every unit's text by heading, the issuer's own text. */
@ApplicationModule(
        allowedDependencies = {"shared", "organization", "calendar", "statistics", "security", "campaign", "report"})
@NullMarked
package vn.tongket.synthesis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
