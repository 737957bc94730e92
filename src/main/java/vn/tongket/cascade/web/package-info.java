/** The page and API on which a union opens its own campaign, and the table of levels. */
@NullMarked
package vn.tongket.cascade.web;

import org.jspecify.annotations.NullMarked;
