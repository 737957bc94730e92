/** The plan: basis documents, outline, appendices, participants, deadlines, state. */
@ApplicationModule(allowedDependencies = {"shared", "organization", "calendar", "statistics", "security"})
@NullMarked
package vn.tongket.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
