/**
 * Whether the unions of a campaign can be reached: which of their addresses are confirmed, test mails, and the gate that
 * a plan passes before it is issued.
 */
@ApplicationModule(allowedDependencies = {"shared", "organization", "security", "campaign", "mail"})
@NullMarked
package vn.tongket.reachability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
