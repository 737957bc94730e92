/** Sample data, virtual clock, sample submissions; active in the demo profile only. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "organization",
            "calendar",
            "statistics",
            "security",
            "campaign",
            "report",
            "synthesis",
            "conference",
            "document",
            "mail",
            "workflow"
        })
@NullMarked
package vn.tongket.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
