/** The model {@code unit-review}: one unit's way from the plan's receipt to acceptance. */
@NullMarked
package vn.tongket.workflow.unitreview;

import org.jspecify.annotations.NullMarked;
