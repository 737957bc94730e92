/** One unit's report: narrative, figures, lists, versions, returns, receipt. */
@ApplicationModule(allowedDependencies = {"shared", "organization", "calendar", "statistics", "security", "campaign"})
@NullMarked
package vn.tongket.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
