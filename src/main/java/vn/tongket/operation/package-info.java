/** What who runs the application needs: settings that are fit for production, metrics, logs that name the campaign. */
@ApplicationModule(allowedDependencies = {"report", "mail", "workflow"})
@NullMarked
package vn.tongket.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
