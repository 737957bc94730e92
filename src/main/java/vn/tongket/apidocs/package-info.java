/** What the API offers, as OpenAPI for programs and as a page for people. Knows the endpoints by their addresses only. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.tongket.apidocs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
