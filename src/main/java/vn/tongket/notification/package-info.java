/** Notices, outbox, delivery; the only package that sees the mail sender. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "calendar",
            "security",
            "campaign",
            "report",
            "synthesis",
            "conference",
            "document"
        })
@NullMarked
package vn.tongket.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
