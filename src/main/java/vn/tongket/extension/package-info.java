/** More time for a report: asked for by a unit or for many, proposed by the focal department, decided by the standing body. */
@ApplicationModule(allowedDependencies = {"shared", "organization", "security", "campaign", "report"})
@NullMarked
package vn.tongket.extension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
