package org.asterism.core.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The characters of one file turned into lines that mean something: comments gone, blanks around them gone, empty ones
 * left out. {@code ;} begins a comment unless a backslash precedes it; {@code ;--} to {@code --;} may span lines, nests,
 * and may stand inside a line.
 */
final class SourceLines {
    static final int MAX_LINE_BYTES = 8191;
    static final int MAX_NESTING = 128;

    private static final int SHOWN_OF_LONG_LINE = 32;

    /**
     * One line that is left.
     *
     * @param number from 1.
     * @param text   not empty.
     */
    record Line(int number, String text) {}

    private final String file;
    private final String path;
    private final List<ConfigProblem> problems;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Integer> openComments = new ArrayDeque<>();

    private SourceLines(String file, String path, List<ConfigProblem> problems) {
        this.file = file;
        this.path = path;
        this.problems = problems;
    }

    /**
     * Splits a file.
     *
     * @param file     its name for {@link ConfigProblem#file()}.
     * @param path     its name for messages.
     * @param problems where oddities are added.
     */
    static List<Line> of(byte[] content, String file, String path, List<ConfigProblem> problems) {
        SourceLines reader = new SourceLines(file, path, problems);
        reader.split(content);
        return reader.lines;
    }

    private void split(byte[] content) {
        Charset charset = charsetOf(content);
        int start = startsWithByteOrderMark(content) ? 3 : 0;
        int number = 0;
        while (start < content.length) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            number++;
            if (end - start >= MAX_LINE_BYTES) {
                warn(
                        number,
                        "Line " + number + " of " + path + " too long, skipping. It begins with: "
                                + beginning(new String(content, start, SHOWN_OF_LONG_LINE, charset)) + "...");
            } else {
                keep(number, withoutComments(number, new String(content, start, end - start, charset)));
            }
            start = end + 1;
        }
        Integer unterminated = openComments.peek();
        if (unterminated != null) {
            warn(
                    unterminated,
                    "Unterminated comment detected beginning on line " + unterminated + " of " + path
                            + "; the rest of the file is not read");
        }
    }

    /** {@return the text up to its equal sign: what follows may be a secret} */
    private static String beginning(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals + 1);
    }

    private void keep(int number, String text) {
        String stripped = text.trim();
        if (!stripped.isEmpty()) {
            lines.add(new Line(number, stripped));
        }
    }

    private String withoutComments(int number, String line) {
        StringBuilder live = new StringBuilder(line.length());
        int endsCommentFrom = 2; // where a "--;" may close: its dashes must not be those of the ";--" that opened
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == ';') {
                addIfLive(live, ';');
                i += 2;
            } else if (c != ';') {
                addIfLive(live, c);
                i++;
            } else if (line.startsWith("--", i + 1) && !line.startsWith("-", i + 3)) {
                if (openComments.size() < MAX_NESTING) {
                    openComments.push(number);
                } else {
                    warn(number, "Maximum nest limit of " + MAX_NESTING + " reached, line " + number + " of " + path);
                }
                i += 3;
                endsCommentFrom = i + 2;
            } else if (openComments.isEmpty()) {
                if (live.toString().endsWith("--")) {
                    warn(
                            number,
                            "Comment end '--;' without a beginning ';--', line " + number + " of " + path
                                    + ": an ordinary comment begins here");
                }
                return live.toString();
            } else {
                if (i >= endsCommentFrom && line.startsWith("--", i - 2)) {
                    openComments.pop();
                }
                i++;
            }
        }
        return live.toString();
    }

    private void addIfLive(StringBuilder live, char c) {
        if (openComments.isEmpty()) {
            live.append(c);
        }
    }

    private static boolean startsWithByteOrderMark(byte[] content) {
        return content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
    }

    private Charset charsetOf(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException _) {
            problems.add(ConfigProblem.warning(file, 0, path + " is not UTF-8; it is read as ISO 8859-1"));
            return StandardCharsets.ISO_8859_1;
        }
    }

    private void warn(int line, String message) {
        problems.add(ConfigProblem.warning(file, line, message));
    }
}
