/** The page of a campaign's addresses, and the public one behind the link in a test mail. */
@NullMarked
package vn.tongket.reachability.web;

import org.jspecify.annotations.NullMarked;
