/** Where the reports stand, and the page and API on which a union writes its own. */
@NullMarked
package vn.tongket.report.web;

import org.jspecify.annotations.NullMarked;
