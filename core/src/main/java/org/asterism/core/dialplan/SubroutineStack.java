package org.asterism.core.dialplan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The subroutines a channel is in: where each returns to, and what the variables were that it calls its own (ARGn, ARGC,
 * LOCAL). Used by the channel's thread.
 */
public final class SubroutineStack {
    /** How deep subroutines may be nested. */
    public static final int MAX_DEPTH = 500;

    private static final String ARGUMENT = "ARG";
    private static final String ARGUMENT_COUNT = "ARGC";

    private static final class Frame {
        private final DialplanPosition returnTo;
        private final int arguments;
        private final Map<String, String> outer = new HashMap<>();

        Frame(DialplanPosition returnTo, int arguments) {
            this.returnTo = returnTo;
            this.arguments = arguments;
        }
    }

    private final Variables variables;
    private final Deque<Frame> frames = new ArrayDeque<>();

    private SubroutineStack(Variables variables) {
        this.variables = variables;
    }

    /**
     * The stack of a channel.
     *
     * @param channel the channel
     * @return its stack
     */
    public static SubroutineStack of(Channel channel) {
        return channel.attachments().get(SubroutineStack.class, () -> new SubroutineStack(channel.variables()));
    }

    /** {@return how many subroutines the channel is in} */
    public int depth() {
        return frames.size();
    }

    /**
     * Enters a subroutine.
     *
     * @param returnTo  where Return goes
     * @param arguments its ARG1, ARG2 ...
     * @throws ApplicationFailed it would be nested deeper than {@link #MAX_DEPTH}
     */
    public void enter(DialplanPosition returnTo, List<String> arguments) throws ApplicationFailed {
        if (frames.size() >= MAX_DEPTH) {
            throw new ApplicationFailed("Gosub nested deeper than " + MAX_DEPTH + ": is there a Return on every way?");
        }
        Frame outer = frames.peek();
        int hidden = outer == null ? 0 : outer.arguments;
        Frame frame = new Frame(returnTo, arguments.size());
        frames.push(frame);
        for (int i = 0; i < Math.max(arguments.size(), hidden); i++) {
            local(frame, ARGUMENT + (i + 1), i < arguments.size() ? arguments.get(i) : "");
        }
        local(frame, ARGUMENT_COUNT, String.valueOf(arguments.size()));
    }

    /**
     * Leaves a subroutine; its own variables get the values they had outside.
     *
     * @return where to go on, or {@code null} when the channel is in none
     */
    public @Nullable DialplanPosition leave() {
        Frame frame = frames.poll();
        if (frame == null) {
            return null;
        }
        frame.outer.forEach(variables::set);
        return frame.returnTo;
    }

    /**
     * Sets a variable that is the subroutine's own.
     *
     * @param name  its name
     * @param value its value
     * @return false when the channel is in no subroutine, and nothing was set
     */
    public boolean local(String name, String value) {
        Frame frame = frames.peek();
        if (frame == null) {
            return false;
        }
        local(frame, name, value);
        return true;
    }

    /**
     * Reads a variable as it was in an outer subroutine.
     *
     * @param levels how many levels further out; 0 for the innermost subroutine
     * @param name   its name
     * @return its value there, empty when it was not set or there is no such level
     */
    public String peek(int levels, String name) {
        if (levels < 0 || levels > frames.size()) {
            return "";
        }
        String value = variables.get(name);
        int level = 0;
        for (Frame frame : frames) {
            if (level++ == levels) {
                break;
            }
            String outer = frame.outer.get(name);
            if (outer != null) {
                value = outer;
            }
        }
        return value == null ? "" : value;
    }

    /**
     * Where a subroutine returns to.
     *
     * @param levels how many levels further out; 0 for the innermost subroutine
     * @return the position, or {@code null} when there is no such level
     */
    public @Nullable DialplanPosition returnPosition(int levels) {
        return frames.stream()
                .skip(Math.max(0, levels))
                .map(frame -> frame.returnTo)
                .findFirst()
                .orElse(null);
    }

    private void local(Frame frame, String name, String value) {
        if (!frame.outer.containsKey(name)) {
            String outer = variables.get(name);
            frame.outer.put(name, outer == null ? "" : outer);
        }
        variables.set(name, value);
    }
}
