package vn.tongket.report.web;

import org.springframework.http.HttpStatus;

/** A request that cannot be read; the message is a Vietnamese sentence for whoever sent it. */
class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    BadRequest(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    BadRequest(String sentence) {
        this(HttpStatus.BAD_REQUEST, sentence);
    }

    HttpStatus status() {
        return status;
    }
}
