/** The pages of extensions: one unit's, and a campaign's. */
@NullMarked
package vn.tongket.extension.web;

import org.jspecify.annotations.NullMarked;
