/** Pages and API of the plan and the imports, and the frame that all pages share. */
@NullMarked
package vn.tongket.campaign.web;

import org.jspecify.annotations.NullMarked;
