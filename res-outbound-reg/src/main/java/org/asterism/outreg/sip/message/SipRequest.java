package org.asterism.outreg.sip.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request. Immutable; {@link #with} and its like make changed copies, {@link Builder} new ones. */
public final class SipRequest extends SipMessage {
    private final String method;
    private final String uri;

    SipRequest(String method, String uri, List<SipHeader> headers, byte[] body) {
        super(headers, body);
        this.method = method;
        this.uri = uri;
    }

    /**
     * Begins a request.
     *
     * @param method such as {@code REGISTER}
     * @param uri    the Request-URI
     * @return to be filled
     */
    public static Builder builder(String method, String uri) {
        return new Builder(method, uri);
    }

    /** {@return the method, which is case-sensitive} */
    public String method() {
        return method;
    }

    /** {@return the Request-URI as written, of any scheme} */
    public String uri() {
        return uri;
    }

    /**
     * The Request-URI.
     *
     * @return the URI, {@code null} when it is of another scheme than sip and sips
     * @throws SipSyntaxException it is malformed
     */
    public @Nullable SipUri sipUri() {
        String lower = uri.toLowerCase(Locale.ROOT);
        return lower.startsWith("sip:") || lower.startsWith("sips:") ? SipUri.parse(uri) : null;
    }

    /**
     * A copy with a header more.
     *
     * @param name  its name
     * @param value its value
     * @return the copy
     */
    public SipRequest with(String name, String value) {
        return toBuilder().header(name, value).build();
    }

    /**
     * A copy with another topmost Via; all below it stay.
     *
     * @param via the other one
     * @return the copy
     */
    public SipRequest withTopVia(Via via) {
        Builder builder = toBuilder();
        for (int i = 0; i < builder.headers.size(); i++) {
            if (builder.headers.get(i).is("Via")) {
                List<String> values = new ArrayList<>();
                HeaderList.split(builder.headers.get(i).value(), values);
                if (values.isEmpty()) {
                    continue;
                }
                values.set(0, via.toString());
                builder.headers.set(i, new SipHeader("Via", String.join(", ", values)));
                break;
            }
        }
        return builder.build();
    }

    /** {@return the same content to be changed} */
    public Builder toBuilder() {
        Builder builder = new Builder(method, uri);
        builder.headers.addAll(headers());
        builder.body = body();
        return builder;
    }

    @Override
    public String startLine() {
        return method + " " + uri + " SIP/2.0";
    }

    /** Puts a request together. Headers keep the order in which they are given. */
    public static final class Builder {
        private final String method;
        private final List<SipHeader> headers = new ArrayList<>();
        private String uri;
        private byte[] body = {};

        private Builder(String method, String uri) {
            this.method = method;
            this.uri = uri;
        }

        /**
         * Replaces the Request-URI.
         *
         * @param newUri the other one
         * @return this
         */
        public Builder uri(String newUri) {
            uri = newUri;
            return this;
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
         * Adds a header at the beginning.
         *
         * @param name  its name
         * @param value its value
         * @return this
         */
        public Builder first(String name, Object value) {
            headers.addFirst(new SipHeader(name, value.toString()));
            return this;
        }

        /**
         * Adds headers behind the topmost Via.
         *
         * @param name   their name
         * @param values their values in order
         * @return this
         */
        public Builder behindVia(String name, List<?> values) {
            int at = headers.isEmpty() || !headers.getFirst().is("Via") ? 0 : 1;
            for (Object value : values) {
                headers.add(at++, new SipHeader(name, value.toString()));
            }
            return this;
        }

        /**
         * Replaces all headers of that name by one, where the first of them was or at the end.
         *
         * @param name  its name
         * @param value its value
         * @return this
         */
        public Builder replace(String name, Object value) {
            int at = 0;
            while (at < headers.size() && !headers.get(at).is(name)) {
                at++;
            }
            headers.removeIf(header -> header.is(name));
            headers.add(at, new SipHeader(name, value.toString()));
            return this;
        }

        /**
         * Takes all headers of that name away.
         *
         * @param name its name
         * @return this
         */
        public Builder remove(String name) {
            headers.removeIf(header -> header.is(name));
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
            replace("Content-Type", contentType);
            body = content;
            return this;
        }

        /** {@return the request} */
        public SipRequest build() {
            return new SipRequest(method, uri, headers, body);
        }
    }
}
