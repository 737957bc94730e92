package vn.tongket.workflow.reviewcampaign;

/** The names in the model {@code review-campaign}, checked against it by a test. */
public final class ReviewCampaignProcess {

    /** The process id, and the model's file name. */
    public static final String KEY = "review-campaign";

    private ReviewCampaignProcess() {}

    /** User tasks, by their ids. */
    public static final class Task {
        public static final String DRAFT_PLAN = "UserTask_DraftPlan";
        public static final String APPROVE_PLAN = "UserTask_ApprovePlan";
        public static final String ISSUE_PLAN = "UserTask_IssuePlan";
        public static final String SETTLE_MISSING_UNITS = "UserTask_SettleMissingUnits";
        public static final String COMPILE_REPORT = "UserTask_CompileReport";
        public static final String SUBMIT_TO_STANDING_COMMITTEE = "UserTask_SubmitToStandingCommittee";
        public static final String CONVENE_CONFERENCE = "UserTask_ConveneConference";
        public static final String RECORD_CONFERENCE = "UserTask_RecordConference";
        public static final String FINISH_REPORT = "UserTask_FinishReport";
        public static final String SIGN_REPORT = "UserTask_SignReport";
        public static final String NUMBER_REPORT = "UserTask_NumberReport";
        public static final String ACKNOWLEDGE_RECEIPT = "UserTask_AcknowledgeReceipt";
        public static final String DECIDE_BULK_EXTENSION = "UserTask_DecideBulkExtension";

        private Task() {}
    }

    /** Routing flags and timer dates; there are no other process variables. */
    public static final class Variable {
        public static final String PLAN_APPROVED = "planApproved";
        public static final String MORE_TO_OPEN = "moreToOpen";
        public static final String DEADLINE_AT = "deadlineAt";
        public static final String NEXT_NOTICE_AT = "nextNoticeAt";
        public static final String REQUIRED_OPEN = "requiredOpen";
        public static final String COLLECTION_CLOSED = "collectionClosed";
        public static final String MORE_TO_CLOSE = "moreToClose";
        public static final String REPORT_AGREED = "reportAgreed";
        public static final String CONFERENCE_OUTCOME = "conferenceOutcome";
        public static final String ACKNOWLEDGEMENT_DUE_AT = "acknowledgementDueAt";

        /** Only while what was open under a withdrawn plan ends. */
        public static final String MORE_TO_END = "moreToEnd";

        /** These two only in the part of the process that closes late reports. */
        public static final String LATE_CLOSING_AT = "lateClosingAt";

        public static final String MORE_LATE_TO_CLOSE = "moreLateToClose";

        private Variable() {}
    }

    /** Timers that move when dates do. */
    public static final class Timer {
        public static final String NOTICES_DUE = "CatchEvent_NoticesDue";
        public static final String DEADLINE_REACHED = "CatchEvent_DeadlineReached";

        private Timer() {}
    }

    /** Messages that instances wait for. */
    public static final class Message {
        /** Each required unit is accepted, exempt or closed as not sent. */
        public static final String ALL_ACCOUNTED_FOR = "tongket.allAccountedFor";

        /** The focal department asks for more time for many units. */
        public static final String BULK_EXTENSION_REQUESTED = "tongket.bulkExtensionRequested";

        /** No report is taken any more: more time is no question any more. */
        public static final String COLLECTION_LOCKED = "tongket.collectionLocked";

        /** Units were let in after the lock: from a time on there are reports to close. */
        public static final String LATE_CLOSING_PLANNED = "tongket.lateClosingPlanned";

        /** The plan was taken back: whatever goes on ends. */
        public static final String PLAN_WITHDRAWN = "tongket.planWithdrawn";

        private Message() {}
    }

    /** Beans that the model calls. */
    public static final class Bean {
        public static final String OPEN_REPORTS = "openReportsDelegate";
        public static final String COMPUTE_DEADLINE = "computeDeadlineDelegate";
        public static final String CHECK_COMPLETE = "checkCompleteDelegate";
        public static final String COMPUTE_NEXT_NOTICE = "computeNextNoticeDelegate";
        public static final String DECIDE_NOTICES = "decideNoticesDelegate";
        public static final String LOCK_COLLECTION = "lockCollectionDelegate";
        public static final String CLOSE_REPORTS = "closeReportsDelegate";
        public static final String SEND_REPORT_UPWARD = "sendReportUpwardDelegate";
        public static final String REMIND_ACKNOWLEDGEMENT = "remindAcknowledgementDelegate";
        public static final String ARCHIVE_DOSSIER = "archiveDossierDelegate";

        public static final String CLOSE_LATE_REPORTS = "closeLateReportsDelegate";
        public static final String END_WITHDRAWN_REPORTS = "endWithdrawnReportsDelegate";

        private Bean() {}
    }
}
