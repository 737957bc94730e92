/** The pages and the API for filling in a report in Excel and Word. */
@NullMarked
package vn.tongket.workbook.web;

import org.jspecify.annotations.NullMarked;
