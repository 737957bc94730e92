/** The words of mails: texts with places to fill in that officials may edit, and the mail made from them. */
@NullMarked
package vn.tongket.notification.text;

import org.jspecify.annotations.NullMarked;
