/** A union's own campaign under its superior's plan: opening it, what its levels see of one another, and
 * what goes up from it. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "calendar",
            "statistics",
            "security",
            "campaign",
            "report",
            "rollup",
            "synthesis",
            "extension"
        })
@NullMarked
package vn.tongket.cascade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
