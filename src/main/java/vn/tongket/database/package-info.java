/** The PostgreSQL that the application runs on: embedded by default, external when a URL is set. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.tongket.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
