/** Indicators, values, marks and cross-checks: pure functions, no Spring. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.tongket.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
