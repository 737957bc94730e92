/** How the focal department judges one unit's report: beside the others of its kind. */
@ApplicationModule(allowedDependencies = {"shared", "statistics", "security", "campaign", "report"})
@NullMarked
package vn.tongket.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
