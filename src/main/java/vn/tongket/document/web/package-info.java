/** Lists and downloads of a campaign's documents, and drafts made anew each time. */
@NullMarked
package vn.tongket.document.web;

import org.jspecify.annotations.NullMarked;
