/** What became of a campaign's notices, as a page and for programs. */
@NullMarked
package vn.tongket.notification.web;

import org.jspecify.annotations.NullMarked;
