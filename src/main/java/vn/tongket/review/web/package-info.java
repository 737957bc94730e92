/** The page and API on which the focal department reviews a report. */
@NullMarked
package vn.tongket.review.web;

import org.jspecify.annotations.NullMarked;
