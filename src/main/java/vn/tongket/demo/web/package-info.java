/** The demo's page, mailbox and calls for scripts. */
@NullMarked
package vn.tongket.demo.web;

import org.jspecify.annotations.NullMarked;
