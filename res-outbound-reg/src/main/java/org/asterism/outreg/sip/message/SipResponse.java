package org.asterism.outreg.sip.message;

import java.util.ArrayList;
import java.util.List;

/** A response. Immutable. */
public final class SipResponse extends SipMessage {
    private final int status;
    private final String reason;

    SipResponse(int status, String reason, List<SipHeader> headers, byte[] body) {
        super(headers, body);
        this.status = status;
        this.reason = reason;
    }

    /**
     * Begins the response to a request: Via, From, To, Call-ID and CSeq are copied (RFC 3261 section 8.2.6.2).
     *
     * @param request what is answered
     * @param status  100 to 699
     * @param reason  its phrase
     * @return to be filled
     */
    public static Builder to(SipRequest request, int status, String reason) {
        Builder builder = new Builder(status, reason);
        for (SipHeader header : request.headers()) {
            if (header.is("Via") || header.is("From") || header.is("To") || header.is("Call-ID") || header.is("CSeq")) {
                builder.header(header.name(), header.value());
            }
        }
        return builder;
    }

    /**
     * This response with a tag in To, unless there is one.
     *
     * @param tag the tag
     * @return the response
     */
    public SipResponse withToTag(String tag) {
        Builder builder = new Builder(status, reason);
        builder.headers.addAll(headers());
        builder.body = body();
        return builder.toTag(tag).build();
    }

    /** {@return 100 to 699} */
    public int status() {
        return status;
    }

    /** {@return the reason phrase} */
    public String reason() {
        return reason;
    }

    /** {@return whether the request goes on: 1xx} */
    public boolean isProvisional() {
        return status < 200;
    }

    /** {@return whether the request was accepted: 2xx} */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public String startLine() {
        return "SIP/2.0 " + status + " " + reason;
    }

    /** Puts a response together. Headers keep the order in which they are given. */
    public static final class Builder {
        private final int status;
        private final String reason;
        private final List<SipHeader> headers = new ArrayList<>();
        private byte[] body = {};

        private Builder(int status, String reason) {
            this.status = status;
            this.reason = reason;
        }

        /**
         * Adds a header at the end.
         *
         * @param name  its name
         * @param value its value
         * @return this
         */
        public Builder header(String name, Object value) {
            headers.add(new SipHeader(name, value.toString()));
            return this;
        }

        /**
         * Gives To a tag unless it has one.
         *
         * @param tag the tag
         * @return this
         */
        public Builder toTag(String tag) {
            headers.replaceAll(header ->
                    header.is("To") && NameAddress.parse(header.value()).tag() == null
                            ? new SipHeader(header.name(), header.value() + ";tag=" + tag)
                            : header);
            return this;
        }

        /**
         * Sets the body.
         *
         * @param contentType what it is
         * @param content     its bytes, not to be changed afterwards
         * @return this
         */
        public Builder body(String contentType, byte[] content) {
            header("Content-Type", contentType);
            body = content;
            return this;
        }

        /** {@return the response} */
        public SipResponse build() {
            return new SipResponse(status, reason, headers, body);
        }
    }
}
