package org.asterism.outreg.sip.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request or response: a start line, headers in their order, a body. Immutable, but for the bytes of the body, which nobody changes. */
public abstract sealed class SipMessage permits SipRequest, SipResponse {
    private static final String CRLF = "\r\n";

    private final List<SipHeader> headers;
    private final byte[] body;

    SipMessage(List<SipHeader> headers, byte[] body) {
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** {@return the first line without its end} */
    public abstract String startLine();

    /** {@return all headers but Content-Length, which the body says} */
    public List<SipHeader> headers() {
        return headers;
    }

    /** {@return the body; not to be changed} */
    public byte[] body() {
        return body;
    }

    /**
     * The value of the first header of that name, lists unsplit.
     *
     * @param name in its long form
     * @return its value, {@code null} when there is no such header
     */
    public @Nullable String header(String name) {
        for (SipHeader header : headers) {
            if (header.is(name)) {
                return header.value();
            }
        }
        return null;
    }

    /**
     * The values of all headers of that name, each line as it is: for those whose values have commas, such as
     * WWW-Authenticate.
     *
     * @param name in its long form
     * @return the values in order
     */
    public List<String> lines(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(SipHeader::value)
                .toList();
    }

    /**
     * The values of all headers of that name, comma-separated lists taken apart.
     *
     * @param name in its long form
     * @return the values in order, without blanks around them
     * @throws SipSyntaxException a quoted string in them does not end
     */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>();
        for (SipHeader header : headers) {
            if (header.is(name)) {
                HeaderList.split(header.value(), values);
            }
        }
        return values;
    }

    /**
     * The values of all headers of that name as addresses.
     *
     * @param name such as {@code Contact}
     * @return the addresses in order
     * @throws SipSyntaxException one of them is malformed
     */
    public List<NameAddress> addresses(String name) {
        return values(name).stream().map(NameAddress::parse).toList();
    }

    /** {@return the topmost Via} */
    public Via topVia() {
        return Via.parse(values("Via").getFirst());
    }

    /** {@return Call-ID} */
    public String callId() {
        return required("Call-ID");
    }

    /** {@return CSeq} */
    public CSeq cseq() {
        return CSeq.parse(required("CSeq"));
    }

    /** {@return From} */
    public NameAddress from() {
        return NameAddress.parse(required("From"));
    }

    /** {@return To} */
    public NameAddress to() {
        return NameAddress.parse(required("To"));
    }

    private String required(String name) {
        String value = header(name);
        if (value == null) {
            throw new SipSyntaxException("there is no " + name + " header");
        }
        return value;
    }

    /** {@return the message as it goes over the wire} */
    public byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private String head() {
        StringBuilder text = new StringBuilder(512).append(startLine()).append(CRLF);
        for (SipHeader header : headers) {
            text.append(header.name()).append(": ").append(header.value()).append(CRLF);
        }
        // Asterisk writes two blanks here, and people compare captures.
        return text.append("Content-Length:  ")
                .append(body.length)
                .append(CRLF)
                .append(CRLF)
                .toString();
    }

    /** {@return the message as text, for people} */
    @Override
    public String toString() {
        return head() + new String(body, StandardCharsets.UTF_8);
    }
}
