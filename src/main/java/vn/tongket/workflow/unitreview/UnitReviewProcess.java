package vn.tongket.workflow.unitreview;

/** The names in the model {@code unit-review}, checked against it by a test. */
public final class UnitReviewProcess {

    /** The process id, and the model's file name. */
    public static final String KEY = "unit-review";

    private UnitReviewProcess() {}

    /** User tasks, by their ids. */
    public static final class Task {
        public static final String RECEIVE_PLAN = "UserTask_ReceivePlan";
        public static final String HOLD_REVIEW = "UserTask_HoldReview";
        public static final String WRITE_UNIT_REPORT = "UserTask_WriteUnitReport";
        public static final String SIGN_UNIT_REPORT = "UserTask_SignUnitReport";
        public static final String REVIEW_UNIT_REPORT = "UserTask_ReviewUnitReport";
        public static final String PROPOSE_EXTENSION = "UserTask_ProposeExtension";
        public static final String DECIDE_EXTENSION = "UserTask_DecideExtension";
        public static final String DECIDE_EXEMPTION = "UserTask_DecideExemption";

        private Task() {}
    }

    /** Routing flags and due dates; there are no other process variables. */
    public static final class Variable {
        public static final String REPORT_SIGNED = "reportSigned";
        public static final String REPORT_ACCEPTED = "reportAccepted";
        /** When the unit itself wants to have held its review. */
        public static final String OWN_DATE_AT = "ownDateAt";

        /** Only in the part of the process that decides on an exemption, else other open tasks would see it change. */
        public static final String EXEMPTION_GRANTED = "exemptionGranted";

        private Variable() {}
    }

    /** Messages that instances wait for. */
    public static final class Message {
        /** The report was closed, by the lock or because the plan was withdrawn: nothing more is expected. */
        public static final String CAMPAIGN_LOCKED = "tongket.campaignLocked";

        /** The unit took back what it had sent: nobody reviews it any more. */
        public static final String REPORT_RECALLED = "tongket.reportRecalled";

        /** The unit asks for more time. */
        public static final String EXTENSION_REQUESTED = "tongket.extensionRequested";

        /** The focal department proposes that the unit need not report. */
        public static final String EXEMPTION_PROPOSED = "tongket.exemptionProposed";

        /** Starts an instance: the unit was let in after the lock. */
        public static final String ACCEPTED_LATE = "tongket.acceptedLate";

        private Message() {}
    }

    /** Beans that the model calls. */
    public static final class Bean {
        public static final String REGISTER_REPORT = "registerReportDelegate";
        public static final String TELL_CAMPAIGN = "tellCampaignDelegate";

        private Bean() {}
    }
}
