/** The Executive Committee's session: invitation, attendance, outcome, amendments. */
@ApplicationModule(allowedDependencies = {"shared", "organization", "calendar", "security", "campaign", "synthesis"})
@NullMarked
package vn.tongket.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
