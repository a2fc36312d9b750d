package org.asterism.outreg.sip.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages. What is a message at all is read, even if it breaks a rule: then {@link Parsed#problem} says which, so that a
 * request can be refused with a reason. A lone LF is taken for a line's end, as other stacks do.
 */
public final class SipParser {
    /** The largest message there is, in bytes. */
    public static final int MAX_BYTES = 65_535;

    private static final int MAX_HEADERS = 512;
    private static final int MIN_STATUS = 100;
    private static final int MAX_STATUS = 699;
    private static final String VERSION = "SIP/2.0";

    private SipParser() {}

    /**
     * What was read.
     *
     * @param message the message
     * @param problem what is wrong with it, {@code null} when nothing is
     */
    public record Parsed(SipMessage message, @Nullable Problem problem) {}

    /**
     * Why a message must not be acted upon.
     *
     * @param status what to answer when it is a request
     * @param reason for people, short enough for a reason phrase
     */
    public record Problem(int status, String reason) {}

    /**
     * Reads the content of a datagram. What follows the length that Content-Length says is left out.
     *
     * @param bytes begins with the message, or with empty lines before it
     * @param size  how many of them count
     * @return the message
     * @throws SipSyntaxException it is none
     */
    public static Parsed parseDatagram(byte[] bytes, int size) {
        int start = 0;
        while (start < size && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        int headEnd = headEnd(bytes, start, size);
        if (headEnd < 0) {
            throw new SipSyntaxException("the headers do not end with an empty line");
        }
        Head head = Head.parse(bytes, start, headEnd);
        int available = size - headEnd;
        int length = head.bodyLength();
        if (length > available) {
            Problem problem = new Problem(400, "Content-Length is more than there is");
            return head.message(Arrays.copyOfRange(bytes, headEnd, size), problem);
        }
        int end = length < 0 ? size : headEnd + length;
        return head.message(Arrays.copyOfRange(bytes, headEnd, end), null);
    }

    /** Index behind the empty line that ends the headers, or -1 when it is not there. */
    static int headEnd(byte[] bytes, int start, int size) {
        for (int i = start; i < size; i++) {
            if (bytes[i] == '\n') {
                int next = i + 1 < size && bytes[i + 1] == '\r' ? i + 2 : i + 1;
                if (next < size && bytes[next] == '\n') {
                    return next + 1;
                }
            }
        }
        return -1;
    }

    /** Start line and headers, with what Content-Length says. */
    static final class Head {
        private final String startLine;
        private final List<SipHeader> headers;
        private final int bodyLength;
        private final @Nullable Problem lengthProblem;

        private Head(String startLine, List<SipHeader> headers) {
            this.startLine = startLine;
            List<String> lengths = headers.stream()
                    .filter(header -> header.is("Content-Length"))
                    .map(SipHeader::value)
                    .distinct()
                    .toList();
            this.headers = headers.stream()
                    .filter(header -> !header.is("Content-Length"))
                    .toList();
            int length = -1;
            Problem problem = null;
            if (lengths.size() > 1) {
                problem = new Problem(400, "Content-Length twice");
            } else if (lengths.size() == 1) {
                try {
                    TextScanner scanner = new TextScanner(lengths.getFirst());
                    length = (int) scanner.number("Content-Length", MAX_BYTES);
                    scanner.expectEnd();
                } catch (SipSyntaxException _) {
                    length = -1;
                    problem = new Problem(400, "Bad Content-Length");
                }
            }
            this.bodyLength = length;
            this.lengthProblem = problem;
        }

        /**
         * Reads them.
         *
         * @throws SipSyntaxException they are no beginning of a message
         */
        static Head parse(byte[] bytes, int start, int end) {
            if (end - start > MAX_BYTES) {
                throw new SipSyntaxException("the headers are longer than " + MAX_BYTES + " bytes");
            }
            String[] lines = text(bytes, start, end).split("\r?\n", -1);
            List<SipHeader> headers = new ArrayList<>();
            StringBuilder unfolded = new StringBuilder();
            for (int i = 1; i < lines.length; i++) {
                String line = lines[i];
                if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
                    unfolded.append(' ').append(line.strip());
                    continue;
                }
                add(unfolded, headers);
                unfolded.setLength(0);
                unfolded.append(line);
            }
            add(unfolded, headers);
            return new Head(lines[0], headers);
        }

        private static void add(StringBuilder line, List<SipHeader> headers) {
            if (line.isEmpty()) {
                return;
            }
            if (headers.size() >= MAX_HEADERS) {
                throw new SipSyntaxException("more than " + MAX_HEADERS + " headers");
            }
            int colon = line.indexOf(":");
            String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
            if (!TextScanner.isToken(name)) {
                throw new SipSyntaxException(
                        "'" + line.substring(0, Math.min(line.length(), 40)) + "' is not a header");
            }
            headers.add(new SipHeader(
                    HeaderName.full(name), line.substring(colon + 1).strip()));
        }

        private static String text(byte[] bytes, int start, int end) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, start, end - start))
                        .toString();
            } catch (CharacterCodingException _) {
                return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
            }
        }

        /** What Content-Length says, -1 when it is not there or unusable. */
        int bodyLength() {
            return bodyLength;
        }

        /** Whether a stream can be followed beyond this message. */
        boolean lengthIsKnown() {
            return bodyLength >= 0;
        }

        Parsed message(byte[] body, @Nullable Problem found) {
            Problem problem = lengthProblem != null ? lengthProblem : found;
            return startLine.startsWith("SIP/") ? response(body, problem) : request(body, problem);
        }

        private Parsed response(byte[] body, @Nullable Problem problem) {
            String[] parts = startLine.split(" ", 3);
            if (parts.length < 2 || !parts[0].equalsIgnoreCase(VERSION) || parts[1].length() != 3) {
                throw new SipSyntaxException("'" + shown(startLine) + "' is no status line of " + VERSION);
            }
            int status = (int) new TextScanner(parts[1]).number("a status", MAX_STATUS);
            if (status < MIN_STATUS) {
                throw new SipSyntaxException("there is no status " + parts[1]);
            }
            SipResponse response = new SipResponse(status, parts.length < 3 ? "" : parts[2], headers, body);
            return new Parsed(response, problem != null ? problem : MessageRules.check(response));
        }

        private Parsed request(byte[] body, @Nullable Problem problem) {
            int first = startLine.indexOf(' ');
            int last = startLine.stripTrailing().lastIndexOf(' ');
            String method = first < 0 ? "" : startLine.substring(0, first);
            String version = last <= first ? "" : startLine.substring(last + 1);
            if (!TextScanner.isToken(method) || !version.regionMatches(true, 0, "SIP/", 0, "SIP/".length())) {
                throw new SipSyntaxException("'" + shown(startLine) + "' is no request line");
            }
            SipRequest request = new SipRequest(method, startLine.substring(first + 1, last), headers, body);
            Problem worst = problem;
            if (!version.equalsIgnoreCase(VERSION)) {
                worst = version.isBlank() || !version.strip().equals(version)
                        ? new Problem(400, "Blanks behind the request line")
                        : new Problem(505, "Version Not Supported");
            } else if (worst == null) {
                worst = MessageRules.check(request);
            }
            return new Parsed(request, worst);
        }

        private static String shown(String line) {
            return line.substring(0, Math.min(line.length(), 80));
        }
    }
}
