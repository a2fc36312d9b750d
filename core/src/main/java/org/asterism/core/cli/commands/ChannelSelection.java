package org.asterism.core.cli.commands;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelRegistry;
import org.asterism.core.dialplan.expression.RegularExpression;

/** Which channels a word of a command means: a name, {@code /a regular expression/}, or a path pattern such as {@code IAX2/*}. */
final class ChannelSelection {
    private static final Pattern GLOB = Pattern.compile(".*[*?\\[].*", Pattern.DOTALL);

    private final String word;

    ChannelSelection(String word) {
        this.word = word;
    }

    /** {@return whether the word stands for channels by pattern, not for one by name} */
    boolean isPattern() {
        return isRegularExpression() || GLOB.matcher(word).matches();
    }

    private boolean isRegularExpression() {
        return word.length() > 1 && word.startsWith("/") && word.endsWith("/");
    }

    /**
     * Finds the channels.
     *
     * @param channels where
     * @return those that are meant; none when there are none
     * @throws IllegalArgumentException the word is a regular expression with a mistake
     */
    List<Channel> in(ChannelRegistry channels) {
        if (!isPattern()) {
            Channel found = channels.find(word);
            return found == null ? List.of() : List.of(found);
        }
        Predicate<String> matches = isRegularExpression()
                ? expression(word.substring(1, word.length() - 1))
                : expression("^" + ofGlob(word) + "$");
        return channels.all().stream()
                .filter(channel -> matches.test(channel.name()))
                .toList();
    }

    private static Predicate<String> expression(String text) {
        RegularExpression wanted = RegularExpression.of(text);
        return name -> wanted.find(name, false) instanceof RegularExpression.Result.Some;
    }

    /** As the patterns of paths: a slash is matched by a slash only. */
    private static String ofGlob(String glob) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (close > 0) {
                String set = glob.substring(i + 1, close);
                expression
                        .append('[')
                        .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                        .append(']');
                i = close;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else if (Character.isLetterOrDigit(c) || c == '/' || c == '-' || c == '_' || c == '@') {
                expression.append(c);
            } else {
                expression.append('\\').append(c);
            }
        }
        return expression.toString();
    }
}
