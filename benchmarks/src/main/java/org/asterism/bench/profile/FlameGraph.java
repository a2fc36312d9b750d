package org.asterism.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Draws sampled stacks as an SVG: the outermost call at the top, widths by samples. Reads lines of frames joined by semicolons and a
 * count, as async-profiler writes them with {@code collapsed,threads,ann}. Frames of method handles are left out.
 */
public final class FlameGraph {
    private static final int WIDTH = 1200;
    private static final int ROW = 16;
    private static final int TOP = 24;
    /** Narrower boxes are left out, in pixels. */
    private static final double NARROWEST = 1.5;
    /** Room that a letter takes, in pixels. */
    private static final double LETTER = 6.8;

    private static final Pattern JAVA = Pattern.compile("_\\[[0ji1]]$");

    private static final class Frame {
        private final Map<String, Frame> callees = new TreeMap<>();
        private long samples;
    }

    private final Frame root = new Frame();
    private final StringBuilder boxes = new StringBuilder();
    private int deepest;

    private FlameGraph() {}

    /**
     * Draws the stacks of one thread.
     *
     * @param arguments file of stacks, beginning of the thread's name, title, file to write
     * @throws IOException a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        FlameGraph graph = new FlameGraph();
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        lines.stream().filter(line -> line.startsWith("[" + arguments[1])).forEach(graph::add);
        if (graph.root.samples == 0) {
            throw new IOException("no sample of a thread " + arguments[1] + "... in " + arguments[0]);
        }
        Files.writeString(Path.of(arguments[3]), graph.draw(arguments[2]));
    }

    private void add(String line) {
        int space = line.lastIndexOf(' ');
        long count = Long.parseLong(line.substring(space + 1));
        List<String> frames = List.of(line.substring(0, space).split(";"));
        Frame at = root;
        at.samples += count;
        for (String frame : frames.subList(1, frames.size())) {
            String name = JAVA.matcher(frame).replaceFirst("_[j]"); // inlined or not is no matter
            if (!name.startsWith("java/lang/invoke/") && !name.startsWith("jdk/internal/foreign/")) {
                at = at.callees.computeIfAbsent(name, _ -> new Frame());
                at.samples += count;
            }
        }
    }

    private String draw(String title) {
        draw(root, 0, 0);
        int height = TOP + (deepest + 1) * ROW + 4;
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="11">
            <rect width="%1$d" height="%2$d" fill="#fff"/>
            <text x="4" y="16" font-size="13">%3$s (%4$d samples; green: Java, orange: kernel, grey: C)</text>
            %5$s</svg>
            """.formatted(WIDTH, height, escaped(title), root.samples, boxes);
    }

    private void draw(Frame caller, double left, int depth) {
        double x = left;
        List<Map.Entry<String, Frame>> callees = new ArrayList<>(caller.callees.entrySet());
        for (Map.Entry<String, Frame> callee : callees) {
            double width = (double) callee.getValue().samples / root.samples * WIDTH;
            if (width >= NARROWEST) {
                deepest = Math.max(deepest, depth);
                box(callee.getKey(), callee.getValue().samples, x, width, TOP + depth * ROW);
                draw(callee.getValue(), x, depth + 1);
            }
            x += width;
        }
    }

    private void box(String frame, long samples, double x, double width, int y) {
        String name = frame.replaceFirst("_\\[.\\]$", "");
        String shown = name.substring(name.lastIndexOf('/') + 1);
        int letters = (int) ((width - 4) / LETTER);
        String text = letters < 3 ? "" : shown.length() <= letters ? shown : shown.substring(0, letters - 1) + "…";
        boxes.append(String.format(
                Locale.ROOT,
                "<g><title>%s, %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>"
                        + "<text x=\"%.1f\" y=\"%d\">%s</text></g>%n",
                escaped(name),
                100.0 * samples / root.samples,
                x,
                y,
                Math.max(0.5, width - 0.5),
                ROW - 1,
                colour(frame),
                x + 2,
                y + ROW - 4,
                escaped(text)));
    }

    private static String colour(String frame) {
        if (frame.endsWith("_[k]")) {
            return "#f2a65a";
        }
        return frame.endsWith("_[j]") ? "#8fc98f" : "#c9c9c9";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
