/** Who is told what, and when; the words of each notice. Each notice is a row first, mail second. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "calendar",
            "security",
            "campaign",
            "cascade",
            "report",
            "synthesis",
            "conference",
            "document",
            "mail",
            "reachability",
            "extension"
        })
@NullMarked
package vn.tongket.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
