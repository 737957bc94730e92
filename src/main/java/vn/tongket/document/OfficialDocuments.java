package vn.tongket.document;

import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Issues the campaign's official documents with numbers from the yearly register. */
@Service
public class OfficialDocuments {

    /** What the form proposes: the next free number of the year, today, the signer. */
    public record Proposal(int number, LocalDate date, String signer) {}

    public Proposal proposePlan(String campaign) {
        throw new UnsupportedOperationException();
    }

    /** Numbers and issues the plan and freezes the participants; refuses a number that is taken. */
    public void issuePlan(String campaign, int number, LocalDate date, String signer, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Gives a sent report its incoming number and time of receipt. Repeatable. */
    public void registerIncoming(String campaign, String unit) {
        throw new UnsupportedOperationException();
    }

    public void signReport(String campaign, String signer, String actor) {
        throw new UnsupportedOperationException();
    }

    public Proposal proposeReport(String campaign) {
        throw new UnsupportedOperationException();
    }

    /** Numbers the signed report and renders it; refuses a number that is taken. */
    public void issueReport(String campaign, int number, LocalDate date, String actor) {
        throw new UnsupportedOperationException();
    }

    /** The superior's incoming number and date. */
    public void acknowledge(String campaign, String incomingNumber, LocalDate receivedOn, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Closes the dossier. Repeatable. */
    public void archive(String campaign) {
        throw new UnsupportedOperationException();
    }
}
