/** Words that every feature uses: refusals, time, Vietnamese text. Knows nobody. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.tongket.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
