/** What became of a campaign's notices, as a page and for programs, and where its people edit the texts of its mails. */
@NullMarked
package vn.tongket.notification.web;

import org.jspecify.annotations.NullMarked;
