package org.asterism.outreg.sip.message;

import java.util.List;
import org.asterism.outreg.sip.message.SipParser.Problem;
import org.jspecify.annotations.Nullable;

/** What a message must have before anybody acts on it (RFC 3261 section 8.1.1, RFC 4475). */
final class MessageRules {
    private static final List<String> ONCE = List.of("From", "To", "Call-ID", "CSeq");
    private static final List<String> AT_MOST_ONCE = List.of("Max-Forwards", "Expires", "Content-Type", "Event");
    private static final List<String> ADDRESSES =
            List.of("Contact", "Route", "Record-Route", "Path", "Service-Route", "Refer-To");
    private static final int MAX_FORWARDS = 255;
    private static final long MAX_DELTA_SECONDS = 0xFFFF_FFFFL;

    private MessageRules() {}

    static @Nullable Problem check(SipRequest request) {
        try {
            checkUri(request);
            checkHeaders(request);
            if (!request.cseq().method().equals(request.method())) {
                return new Problem(400, "CSeq is of another method");
            }
            String hops = request.header("Max-Forwards");
            if (hops != null) {
                checkNumber("Max-Forwards", hops, MAX_FORWARDS);
            }
        } catch (SipSyntaxException e) {
            return new Problem(400, reasonPhrase(e));
        }
        if (request.sipUri() == null) {
            return new Problem(416, "Unsupported URI Scheme");
        }
        return null;
    }

    static @Nullable Problem check(SipResponse response) {
        try {
            checkHeaders(response);
            return null;
        } catch (SipSyntaxException e) {
            return new Problem(400, reasonPhrase(e));
        }
    }

    private static void checkUri(SipRequest request) {
        String text = request.uri();
        int colon = text.indexOf(':');
        if (colon <= 0 || !TextScanner.isToken(text.substring(0, colon))) {
            throw new SipSyntaxException("the Request-URI is no URI");
        }
        if (text.chars().anyMatch(c -> c <= ' ')) {
            throw new SipSyntaxException("the Request-URI has a blank in it");
        }
        SipUri uri = request.sipUri();
        if (uri != null && (!uri.headers().isEmpty() || uri.parameters().has("method"))) {
            throw new SipSyntaxException("the Request-URI has headers or a method");
        }
    }

    private static void checkHeaders(SipMessage message) {
        for (String name : ONCE) {
            int count = message.lines(name).size();
            if (count != 1) {
                throw new SipSyntaxException(count == 0 ? name + " is missing" : name + " twice");
            }
        }
        for (String name : AT_MOST_ONCE) {
            if (message.lines(name).size() > 1) {
                throw new SipSyntaxException(name + " twice");
            }
        }
        if (message.callId().isEmpty()) {
            throw new SipSyntaxException("Call-ID is empty");
        }
        message.cseq();
        message.from();
        message.to();
        List<String> vias = message.values("Via");
        if (vias.isEmpty()) {
            throw new SipSyntaxException("Via is missing");
        }
        vias.forEach(Via::parse);
        checkAddresses(message);
        String expires = message.header("Expires");
        if (expires != null) {
            checkNumber("Expires", expires, MAX_DELTA_SECONDS);
        }
    }

    private static void checkAddresses(SipMessage message) {
        for (String name : ADDRESSES) {
            for (String value : message.values(name)) {
                if (name.equals("Contact") && value.equals("*")) {
                    continue;
                }
                NameAddress address = NameAddress.parse(value);
                String expires = name.equals("Contact") ? address.parameters().get("expires") : null;
                if (expires != null) {
                    checkNumber("expires of Contact", expires, MAX_DELTA_SECONDS);
                }
            }
        }
    }

    private static void checkNumber(String what, String text, long most) {
        TextScanner scanner = new TextScanner(text);
        scanner.number(what, most);
        scanner.expectEnd();
    }

    private static String reasonPhrase(SipSyntaxException e) {
        String message = String.valueOf(e.getMessage()).replaceAll("[^ -~]", "?");
        return "Bad Request - " + message.substring(0, Math.min(message.length(), 100));
    }
}
