/** Working days and public holidays; what “trước ngày 05/11” means. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.tongket.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
