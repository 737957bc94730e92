/** The pages of the calendar, and what other pages say about a year that nobody has confirmed. */
@NullMarked
package vn.tongket.calendar.web;

import org.jspecify.annotations.NullMarked;
