/** Where a campaign's people edit the texts of its mails. */
@NullMarked
package vn.tongket.notification.web;

import org.jspecify.annotations.NullMarked;
