/**
 * The only package that sees the process engine; one subpackage per model, task/ for what all user tasks share, engine/
 * for configuration.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "calendar",
            "statistics",
            "security",
            "campaign",
            "cascade",
            "report",
            "extension",
            "synthesis",
            "conference",
            "document",
            "notification",
            "reachability"
        })
@NullMarked
package vn.tongket.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
