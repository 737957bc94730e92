/** The engine's configuration: who logs in, who may what, what expressions may reach. */
@NullMarked
package vn.tongket.workflow.engine;

import org.jspecify.annotations.NullMarked;
