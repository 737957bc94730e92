/** Pages and API that show where the reports stand. */
@NullMarked
package vn.tongket.report.web;

import org.jspecify.annotations.NullMarked;
