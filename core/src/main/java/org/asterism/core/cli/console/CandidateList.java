package org.asterism.core.cli.console;

import java.util.List;

/** What a console shows and inserts of the words that may come next. */
final class CandidateList {
    private CandidateList() {}

    /**
     * What all words begin with, upper and lower case taken for equal.
     *
     * @param words at least one
     * @return the common beginning, written as in the first word
     */
    static String commonPrefix(List<String> words) {
        String first = words.getFirst();
        int length = first.length();
        for (String word : words) {
            int common = 0;
            while (common < Math.min(length, word.length())
                    && Character.toLowerCase(first.charAt(common)) == Character.toLowerCase(word.charAt(common))) {
                common++;
            }
            length = common;
        }
        return first.substring(0, length);
    }

    /**
     * The words in columns two blanks wider than the longest of them, row by row.
     *
     * @param words what to list
     * @param width of the terminal, in characters
     * @return lines, each with its end
     */
    static String columns(List<String> words, int width) {
        int column = words.stream().mapToInt(String::length).max().orElse(0) + 2;
        int perRow = Math.max(1, width / column);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            text.append(word).repeat(' ', column - word.length());
            if (i % perRow == perRow - 1 || i == words.size() - 1) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}
