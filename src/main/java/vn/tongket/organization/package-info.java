/** The dated tree of unions, with their addresses and the roles their people hold. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.tongket.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
