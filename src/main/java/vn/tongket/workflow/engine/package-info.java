/** Configuration of the process engine. */
@NullMarked
package vn.tongket.workflow.engine;

import org.jspecify.annotations.NullMarked;
