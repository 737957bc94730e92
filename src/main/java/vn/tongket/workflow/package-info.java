/** The only package that sees the process engine; one subpackage per model, engine/ for configuration. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "calendar",
            "statistics",
            "security",
            "campaign",
            "report",
            "synthesis",
            "conference",
            "document",
            "notification"
        })
@NullMarked
package vn.tongket.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
