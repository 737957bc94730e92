/** Finds what is wrong with a campaign file beyond its structure: pure functions over its tree, no Spring. */
@NullMarked
package vn.tongket.campaign.file;

import org.jspecify.annotations.NullMarked;
