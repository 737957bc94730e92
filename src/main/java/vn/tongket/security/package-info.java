/** Login, roles, who may see what; the web's filters. */
@ApplicationModule(allowedDependencies = {"shared", "organization"})
@NullMarked
package vn.tongket.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
