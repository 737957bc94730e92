/** The model {@code review-campaign}: from the plan to the report upward. */
@NullMarked
package vn.tongket.workflow.reviewcampaign;

import org.jspecify.annotations.NullMarked;
