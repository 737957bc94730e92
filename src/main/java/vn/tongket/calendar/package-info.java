/** Working days and public holidays, proposed by rule and confirmed by people; what “trước ngày 05/11” means. */
@ApplicationModule(allowedDependencies = {"shared", "organization", "security"})
@NullMarked
package vn.tongket.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
