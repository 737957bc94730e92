/** The report over HTTP: its API, and the page on which a union writes it. */
@NullMarked
package vn.tongket.report.web;

import org.jspecify.annotations.NullMarked;
