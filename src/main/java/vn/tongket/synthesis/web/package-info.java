/** The page on which the consolidated report is compiled, and its API. */
@NullMarked
package vn.tongket.synthesis.web;

import org.jspecify.annotations.NullMarked;
