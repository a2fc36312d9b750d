package org.asterism.core.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The prompt of a console, from Asterisk's environment variable {@code ASTERISK_PROMPT}. {@code %h} host name, {@code %H} host name
 * up to its first dot, {@code %d} date, {@code %t} time, {@code %s} system name, {@code %l1} {@code %l2} {@code %l3} load averages,
 * {@code %u} user, {@code %g} group, {@code %#} {@code >} on a remote console and {@code #} on a local one, {@code %Cn} and
 * {@code %Cn;m} colours, {@code %%} a percent sign.
 */
final class PromptTemplate {
    /** The environment variable. */
    static final String VARIABLE = "ASTERISK_PROMPT";

    private static final Pattern ESCAPE = Pattern.compile("%(C\\d{0,3}(?:;\\d{0,3})?|l[123]|.)");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Path SELF = Path.of("/proc/self");
    private static final int COLOURS = 8;
    private static final int BRIGHT = 128;

    private final String template;
    private final String host;
    private final String systemName;
    private final boolean remote;
    private final boolean colours;

    private PromptTemplate(String template, String host, String systemName, boolean remote, boolean colours) {
        this.template = template;
        this.host = host;
        this.systemName = systemName;
        this.remote = remote;
        this.colours = colours;
    }

    /** The prompt of a remote console; without a template the host's name and {@code *CLI> }. */
    static PromptTemplate remote(@Nullable String template, String host, String systemName, boolean colours) {
        return new PromptTemplate(template == null ? "%h*CLI> " : template, host, systemName, true, colours);
    }

    /** The prompt of the switch's own console; without a template {@code *CLI> }. */
    static PromptTemplate local(@Nullable String template, String host, String systemName, boolean colours) {
        return new PromptTemplate(template == null ? "*CLI> " : template, host, systemName, false, colours);
    }

    /** {@return the prompt as it is at that time} */
    String render(LocalDateTime now) {
        String text =
                ESCAPE.matcher(template).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), now)));
        return colours && template.contains("%C") ? text + "\u001b[0m" : text;
    }

    private String value(String escape, LocalDateTime now) {
        return switch (escape.charAt(0)) {
            case 'C' -> colours ? colour(escape.substring(1)) : "";
            case 'd' -> DATE.format(now);
            case 't' -> TIME.format(now);
            case 'h' -> host;
            case 'H' -> host.split("\\.", 2)[0];
            case 's' -> systemName;
            case 'u' -> System.getProperty("user.name", "");
            case 'g' -> group();
            case 'l' -> escape.length() > 1 ? load(escape.charAt(1) - '1') : "";
            case '#' -> remote ? ">" : "#";
            default -> escape;
        };
    }

    /** Asterisk's numbers: 30 to 37 foreground, with 128 added bright; 40 to 47 background; 0 for the terminal's own. */
    private static String colour(String numbers) {
        String[] parts = numbers.split(";", -1);
        int foreground = number(parts[0]);
        StringBuilder codes = new StringBuilder("\u001b[0");
        if ((foreground & BRIGHT) != 0) {
            codes.append(";1");
        }
        int plain = foreground & ~BRIGHT;
        if (plain >= 30 && plain < 30 + COLOURS) {
            codes.append(';').append(plain);
        }
        int background = parts.length > 1 ? number(parts[1]) : 0;
        int base = background >= 30 && background < 30 + COLOURS ? background + 10 : background;
        if (base >= 40 && base < 40 + COLOURS) {
            codes.append(';').append(base);
        }
        return codes.append('m').toString();
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static String load(int which) {
        try {
            return Files.readString(LOAD).split(" ")[which];
        } catch (IOException _) {
            return ""; // not Linux
        }
    }

    private static String group() {
        try {
            return Files.readAttributes(SELF, PosixFileAttributes.class).group().getName();
        } catch (IOException | UnsupportedOperationException _) {
            return ""; // not Linux
        }
    }
}
