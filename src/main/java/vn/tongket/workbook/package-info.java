/**
 * The Excel and Word files that units fill in: templates out, uploads in, and what of them is taken; the totals as a
 * workbook. The only package that reads Office files from outside.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "campaign",
            "report",
            "rollup",
            "statistics",
            "security",
            "document"
        })
@NullMarked
package vn.tongket.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
