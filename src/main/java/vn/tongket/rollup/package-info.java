/** Figures rolled up: what each report adds to its campaign's totals, the totals, and the units behind each of them. */
@ApplicationModule(allowedDependencies = {"shared", "organization", "statistics", "security", "campaign", "report"})
@NullMarked
package vn.tongket.rollup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
