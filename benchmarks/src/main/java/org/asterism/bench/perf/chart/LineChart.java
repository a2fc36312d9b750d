package org.asterism.bench.perf.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over a common horizontal axis, as SVG that stands by itself: readable on light and dark ground, with a value for each point. */
public final class LineChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 40;
    private static final int BOTTOM = 44;
    private static final int STEPS = 5;
    private static final int LEGEND_STEP = 150;
    private static final String[] COLOURS = {"#2563eb", "#dc2626", "#059669", "#d97706", "#7c3aed", "#475569"};

    private static final class Line {
        final String name;
        final double[] x;
        final double[] y;

        Line(String name, double[] x, double[] y) {
            this.name = name;
            this.x = x;
            this.y = y;
        }
    }

    private final String title;
    private final String xName;
    private final String yName;
    private final List<Line> lines = new ArrayList<>();
    private boolean logarithmic;

    /**
     * An empty chart.
     *
     * @param title above it
     * @param xName below the horizontal axis
     * @param yName unit of the vertical axis
     */
    public LineChart(String title, String xName, String yName) {
        this.title = title;
        this.xName = xName;
        this.yName = yName;
    }

    /**
     * Adds a line; points that are no numbers are left out.
     *
     * @param name in the legend
     * @param x    where on the horizontal axis
     * @param y    values, as many
     * @return this
     */
    public LineChart line(String name, double[] x, double[] y) {
        lines.add(new Line(name, x.clone(), y.clone()));
        return this;
    }

    /**
     * Makes the horizontal axis logarithmic: for numbers of calls, say.
     *
     * @return this
     */
    public LineChart logarithmic() {
        logarithmic = true;
        return this;
    }

    /** {@return the SVG element} */
    public String svg() {
        double left = extreme(true, false);
        double right = extreme(true, true);
        double top = nice(extreme(false, true));
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " font-family=\"system-ui,sans-serif\" font-size=\"12\" fill=\"#64748b\">%n",
                WIDTH,
                HEIGHT);
        add(
                svg,
                "<title>%s</title><text x=\"%d\" y=\"16\" font-weight=\"bold\">%s</text>%n",
                escape(title),
                LEFT,
                escape(title));
        for (int i = 0; i <= STEPS; i++) {
            double value = top * i / STEPS;
            double y = y(value, top);
            add(
                    svg,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#94a3b8\" stroke-opacity=\"0.35\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y);
            add(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 6, y + 4, number(value));
        }
        for (double tick : ticks(left, right)) {
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x(tick, left, right),
                    HEIGHT - BOTTOM + 16,
                    number(tick));
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 8,
                escape(xName));
        add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", WIDTH - RIGHT, 16, escape(yName));
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), COLOURS[i % COLOURS.length], LEFT + i * LEGEND_STEP, left, right, top);
        }
        return svg.append("</svg>\n").toString();
    }

    private void draw(StringBuilder svg, Line line, String colour, int legend, double left, double right, double top) {
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < line.x.length; i++) {
            if (Double.isFinite(line.y[i])) {
                double x = x(line.x[i], left, right);
                double y = y(line.y[i], top);
                add(points, "%.1f,%.1f ", x, y);
                add(
                        dots,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"><title>%s: %s at %s</title></circle>",
                        x,
                        y,
                        colour,
                        escape(line.name),
                        number(line.y[i]),
                        number(line.x[i]));
            }
        }
        add(
                svg,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"/>%s%n",
                points.toString().strip(),
                colour,
                dots);
        add(
                svg,
                "<rect x=\"%d\" y=\"24\" width=\"10\" height=\"10\" fill=\"%s\"/><text x=\"%d\" y=\"33\">%s</text>%n",
                legend,
                colour,
                legend + 14,
                escape(line.name));
    }

    private double extreme(boolean horizontal, boolean highest) {
        double found = Double.NaN;
        for (Line line : lines) {
            for (double value : horizontal ? line.x : line.y) {
                if (Double.isFinite(value) && !(highest ? value <= found : value >= found)) {
                    found = value;
                }
            }
        }
        return Double.isNaN(found) ? 0 : found;
    }

    /** The next number of the kind 1, 2 or 5 times a power of ten. */
    static double nice(double value) {
        if (value <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private double[] ticks(double left, double right) {
        if (logarithmic) {
            return lines.isEmpty() ? new double[0] : lines.getFirst().x;
        }
        double step = nice((right - left) / STEPS);
        List<Double> ticks = new ArrayList<>();
        for (double at = Math.ceil(left / step) * step; at <= right; at += step) {
            ticks.add(at);
        }
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double x(double value, double left, double right) {
        double share = right <= left
                ? 0.5
                : logarithmic
                        ? (Math.log(value) - Math.log(left)) / (Math.log(right) - Math.log(left))
                        : (value - left) / (right - left);
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return Long.toString((long) value);
        }
        return size >= 1e6
                ? String.format(Locale.ROOT, "%.3g", value)
                : String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.3f", value)
                        .replaceAll("0+$", "");
    }

    /**
     * Makes text safe within SVG and HTML.
     *
     * @param text any
     * @return the text with its special characters escaped
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void add(StringBuilder to, String format, Object... values) {
        to.append(String.format(Locale.ROOT, format, values));
    }
}
