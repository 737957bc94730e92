/** A union's own campaign under its superior's plan: opening it, what its levels see of one another. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "calendar",
            "statistics",
            "security",
            "campaign",
            "report",
            "extension"
        })
@NullMarked
package vn.tongket.cascade;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
