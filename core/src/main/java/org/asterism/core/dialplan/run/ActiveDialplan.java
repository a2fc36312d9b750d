package org.asterism.core.dialplan.run;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.asterism.core.NamedRegistry;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.Variables;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ApplicationFailed;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.DialplanEditor;
import org.asterism.core.dialplan.expression.Substitution;
import org.asterism.core.dialplan.pattern.MatchMode;
import org.asterism.core.dialplan.plan.Context;
import org.asterism.core.dialplan.plan.ContextDraft;
import org.asterism.core.dialplan.plan.DialplanSearch;
import org.asterism.core.dialplan.plan.DialplanSnapshot;
import org.asterism.core.dialplan.plan.Origin;
import org.asterism.core.dialplan.plan.Priority;
import org.asterism.core.dialplan.plan.PriorityTaken;
import org.asterism.core.log.CallIdentifier;
import org.jspecify.annotations.Nullable;

/** The dialplan of a running switch: the snapshot in force, and the threads of the channels in it. Safe for any thread. */
public final class ActiveDialplan implements Dialplan, DialplanEditor {
    private static final HexFormat HEX = HexFormat.of();

    private final Pbx pbx;
    private final Supplier<ZonedDateTime> clock;
    private final Variables globals = new Variables();
    private final Assignment assignment;
    private final AtomicLong callNumbers = new AtomicLong();
    private final AtomicInteger activeRuns = new AtomicInteger();
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final Object changing = new Object();
    private volatile DialplanSnapshot snapshot = DialplanSnapshot.EMPTY;
    private volatile boolean autoFallThrough = true;

    /**
     * An empty dialplan on the system's clock.
     *
     * @param pbx the switch; it is used when channels run, so it may still be under construction
     */
    public ActiveDialplan(Pbx pbx) {
        this(pbx, ZonedDateTime::now);
    }

    /**
     * An empty dialplan.
     *
     * @param pbx   the switch
     * @param clock tells the time for conditions
     */
    public ActiveDialplan(Pbx pbx, Supplier<ZonedDateTime> clock) {
        this.pbx = pbx;
        this.clock = clock;
        this.assignment = new Assignment(pbx, globals);
    }

    // Looking.

    @Override
    public boolean exists(String context, String extension, int priority, String callerNumber) {
        return search(MatchMode.MATCH, extension, callerNumber).priority(context, priority) != null;
    }

    @Override
    public boolean canMatch(String context, String extension, int priority, String callerNumber) {
        return search(MatchMode.CAN_MATCH, extension, callerNumber).priority(context, priority) != null;
    }

    @Override
    public boolean matchMore(String context, String extension, int priority, String callerNumber) {
        return search(MatchMode.MATCH_MORE, extension, callerNumber).priority(context, priority) != null;
    }

    @Override
    public boolean ignorePattern(String context, String extension) {
        Context found = snapshot.context(context);
        return found != null && found.ignorePatterns().stream().anyMatch(pattern -> pattern.matches(extension));
    }

    @Override
    public @Nullable String hint(String context, String extension) {
        DialplanSearch.Found found = search(MatchMode.MATCH, extension, "").priority(context, Priority.HINT);
        return found == null
                ? null
                : new Substitution(new ChannelScope(pbx, globals, null, extension))
                        .apply(found.priority().application());
    }

    DialplanSearch.@Nullable Found find(DialplanPosition position, String callerNumber) {
        return search(MatchMode.MATCH, position.extension(), callerNumber)
                .priority(position.context(), position.priority());
    }

    DialplanSearch search(MatchMode mode, String extension, String callerNumber) {
        return new DialplanSearch(snapshot, mode, extension, callerNumber, clock);
    }

    @Override
    public ZonedDateTime now() {
        return clock.get();
    }

    // Running.

    @Override
    public void start(Channel channel) {
        launch(channel, new DialplanRun(this, channel)::callInDialplan);
    }

    @Override
    public void start(Channel channel, String application, String arguments) {
        launch(channel, () -> new DialplanRun(this, channel).callOfApplication(application, arguments));
    }

    private void launch(Channel channel, Runnable call) {
        if (channel.callIdentifier().isEmpty()) {
            channel.callIdentifier(callIdentifier(callNumbers.getAndIncrement()));
        }
        pbx.channels().callStarted();
        activeRuns.incrementAndGet();
        Thread.ofVirtual().name(channel.name()).start(() -> {
            try {
                CallIdentifier.run(channel.callIdentifier(), call);
            } finally {
                activeRuns.decrementAndGet();
            }
        });
    }

    /** {@code C-} and at least eight hex digits, as Asterisk counts its calls. */
    private static String callIdentifier(long number) {
        return "C-" + (number >>> Integer.SIZE == 0 ? HEX.toHexDigits((int) number) : Long.toHexString(number));
    }

    @Override
    public boolean execute(Channel channel, String application, String arguments) throws ApplicationFailed {
        NamedRegistry.Entry<Application> entry = pbx.applications().entry(application);
        if (entry == null) {
            return false;
        }
        String outer = channel.application();
        String outerData = channel.applicationData();
        channel.beginApplication(entry.name(), arguments);
        try {
            run(entry, channel, arguments);
        } finally {
            channel.application(outer, outerData);
        }
        return true;
    }

    /** Runs an application, which keeps its module from being unloaded. */
    void run(NamedRegistry.Entry<Application> entry, Channel channel, String arguments) throws ApplicationFailed {
        AtomicInteger count = running.computeIfAbsent(entry.module(), _ -> new AtomicInteger());
        count.incrementAndGet();
        try {
            entry.item().execute(channel, arguments);
        } finally {
            count.decrementAndGet();
        }
    }

    @Override
    public int running(String module) {
        AtomicInteger count = running.get(module);
        return count == null ? 0 : count.get();
    }

    NamedRegistry.@Nullable Entry<Application> application(String name) {
        return pbx.applications().entry(name);
    }

    @Override
    public boolean gosub(Channel channel, DialplanPosition position, List<String> arguments) throws ApplicationFailed {
        return new DialplanRun(this, channel).subroutine(position, arguments);
    }

    @Override
    public DialplanPosition resolve(Channel channel, String destination) throws ApplicationFailed {
        return Destination.of(destination).resolve(this, channel);
    }

    @Override
    public void collectExtension(Channel channel, String context, String digits) throws ApplicationFailed {
        new ExtensionEntry(this, channel, context).collect(digits);
    }

    @Override
    public int activeRuns() {
        return activeRuns.get();
    }

    boolean autoFallThrough() {
        return autoFallThrough;
    }

    // Values.

    @Override
    public Variables globals() {
        return globals;
    }

    @Override
    public void assign(@Nullable Channel channel, String name, String value) {
        assignment.assign(channel, name, value);
    }

    @Override
    public String substitute(@Nullable Channel channel, String text) {
        return new Substitution(new ChannelScope(pbx, globals, channel, null)).apply(text);
    }

    // Changing.

    @Override
    public DialplanEditor editor() {
        return this;
    }

    @Override
    public DialplanSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public void addExtension(
            String context,
            String extension,
            int priority,
            String application,
            String arguments,
            String registrar,
            boolean replace)
            throws PriorityTaken {
        Priority step = new Priority(priority, "", application, arguments, Origin.of(registrar));
        synchronized (changing) {
            snapshot = snapshot.adding(context, extension, step, replace);
        }
    }

    @Override
    public boolean removeExtension(
            String context, String extension, @Nullable String callerMatch, int priority, @Nullable String registrar) {
        synchronized (changing) {
            DialplanSnapshot less = snapshot.removing(context, extension, callerMatch, priority, registrar);
            if (less == null) {
                return false;
            }
            snapshot = less;
            return true;
        }
    }

    @Override
    public void replace(String registrar, Collection<ContextDraft> contexts, boolean fallThrough) {
        synchronized (changing) {
            snapshot = snapshot.replacing(registrar, contexts);
            autoFallThrough = fallThrough;
        }
    }
}
