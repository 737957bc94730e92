/** Messages on their way: queue, hand-over to the mail server, their fate; the only package that sees the mail sender. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.tongket.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
