package vn.tongket.synthesis;

import org.springframework.stereotype.Service;

/** The issuer's own text by heading, and the Standing Committee's word on it. */
@Service
public class SynthesisService {

    /** Hands the consolidated report to the Standing Committee; refuses an empty required heading, all listed. */
    public void finishCompiling(String campaign, String actor) {
        throw new UnsupportedOperationException();
    }

    public void agree(String campaign, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Back to compiling; refuses blank remarks. */
    public void sendBack(String campaign, String remarks, String actor) {
        throw new UnsupportedOperationException();
    }
}
