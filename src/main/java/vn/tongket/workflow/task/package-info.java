/** What every user task shares: name, group, due date, form fields, and the check of what people submit. */
@NullMarked
package vn.tongket.workflow.task;

import org.jspecify.annotations.NullMarked;
