/** Official documents: layout, number register, dossier. */
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
            "conference"
        })
@NullMarked
package vn.tongket.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
