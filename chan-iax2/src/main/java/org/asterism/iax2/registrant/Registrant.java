package org.asterism.iax2.registrant;

import java.net.InetSocketAddress;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.net.PeerAddress;
import org.asterism.core.registration.RegistrationAnswer;
import org.asterism.core.registration.RegistrationAnswer.Kind;
import org.asterism.core.registration.RegistrationFollowUp;
import org.asterism.core.registration.RegistrationMachine;
import org.asterism.core.registration.RegistrationOrder;
import org.asterism.core.registration.RegistrationPacer;
import org.asterism.core.time.Timer;
import org.asterism.iax2.config.RegisterLine;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.DialogFailure;
import org.asterism.iax2.engine.DialogListener;
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.peer.HostLookup;
import org.asterism.iax2.wire.ElementWriter;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.FrameType;
import org.asterism.iax2.wire.FullFrame;
import org.asterism.iax2.wire.IaxCommand;
import org.asterism.iax2.wire.InformationElement;
import org.jspecify.annotations.Nullable;

/**
 * One registration of iax.conf: keeps us registered with a registrar (RFC 5456 section 6.1, figure 1). When the next request goes
 * out is the {@link RegistrationMachine}'s to decide; here is what IAX2 makes of it. Lives on its shard's thread.
 */
public final class Registrant implements DialogListener {
    private final RegisterLine line;
    private final Iax2Shard shard;
    private final HostLookup lookup;
    private final RegistrantListener listener;
    private final RegistrantCredentials credentials;
    private final RegistrationMachine machine;
    private final Timer refreshTimer = new Timer() {
        @Override
        protected void expire(long nowMs) {
            carryOut(machine.tick(shard.nowMs()));
        }
    };

    private RegistrantState state = RegistrantState.UNREGISTERED;
    private @Nullable PeerAddress registrar;
    private @Nullable Dialog dialog;
    private @Nullable InetSocketAddress perceived;
    private int refreshSeconds;
    private int messages = -1;
    private boolean stopped;

    /**
     * Creates a registration that does nothing before {@link #start}.
     *
     * @param line        what iax.conf says
     * @param socket      where requests leave
     * @param lookup      finds the registrar's address
     * @param credentials what we can prove ourselves with
     * @param listener    is told
     * @param pacer       spreads the first requests and the retries of many
     */
    public Registrant(
            RegisterLine line,
            Iax2Socket socket,
            HostLookup lookup,
            RegistrantCredentials credentials,
            RegistrantListener listener,
            RegistrationPacer pacer) {
        this.line = line;
        this.shard = socket.shard();
        this.lookup = lookup;
        this.credentials = credentials;
        this.listener = listener;
        this.machine = new RegistrationMachine(line.options().policy(), shard.random(), pacer);
        this.refreshSeconds = line.options().refreshSeconds();
    }

    /** {@return what iax.conf says} */
    public RegisterLine line() {
        return line;
    }

    /** {@return what it proves itself with} */
    RegistrantCredentials credentials() {
        return credentials;
    }

    /** Begins, as soon as the pacer permits. */
    public void start() {
        machine.start(shard.nowMs(), 0);
        schedule();
    }

    /** Ends it without a word to the registrar, as Asterisk does. */
    public void stop() {
        stopped = true;
        shard.timers().cancel(refreshTimer);
        closeDialog();
    }

    /** {@return what there is to know of it} */
    public RegistrantStatus status() {
        return new RegistrantStatus(
                line.name(),
                line.host() + (line.port() == 0 ? "" : ":" + line.port()),
                host(),
                isFollowed(),
                line.user(),
                perceived == null ? "<Unregistered>" : text(perceived),
                refreshSeconds,
                state,
                machine.snapshot(shard.nowMs()));
    }

    private void carryOut(RegistrationOrder order) {
        schedule();
        if (order == RegistrationOrder.REGISTER) {
            int attempt = machine.attempt();
            lookup.find(line.host(), line.port(), address -> found(address, attempt));
        }
    }

    private void schedule() {
        if (stopped || machine.deadlineMillis() == RegistrationMachine.NEVER) {
            shard.timers().cancel(refreshTimer);
        } else {
            shard.timers().schedule(refreshTimer, machine.deadlineMillis());
        }
    }

    /** The request that is out has come to an end. */
    private void ended(RegistrantState next, RegistrationAnswer answer) {
        state = next;
        dialog = null;
        carryOut(machine.answer(shard.nowMs(), answer));
    }

    private void found(@Nullable PeerAddress address, int attempt) {
        if (stopped || attempt != machine.attempt()) {
            return;
        }
        closeDialog();
        if (address == null) {
            unsent("no address for " + line.host());
            return;
        }
        registrar = address;
        Dialog opened = shard.open(address, this);
        if (opened == null) {
            unsent("no call number is free for " + address);
            return;
        }
        dialog = opened;
        state = RegistrantState.REQUEST_SENT;
        opened.send(IaxCommand.REGREQ, request(opened).empty(InformationElement.CALL_TOKEN));
    }

    private void unsent(String why) {
        perceived = null;
        ended(RegistrantState.UNREGISTERED, RegistrationAnswer.unsent(why));
        listener.onTrouble(line, host(), state, why);
    }

    private ElementWriter request(Dialog within) {
        return within.compose()
                .text(InformationElement.USERNAME, line.user())
                .u16(InformationElement.REFRESH, refreshSeconds);
    }

    @Override
    public void onFrame(Dialog from, FullFrame frame, FrameElements elements) {
        if (frame.type() != FrameType.IAX) {
            return;
        }
        IaxCommand command = frame.command();
        if (command == null) {
            return;
        }
        switch (command) {
            case REGAUTH -> challenged(from, elements);
            case REGACK -> accepted(from, elements);
            case REGREJ, REJECT -> refused(from, elements);
            default -> {}
        }
    }

    @Override
    public void onFailed(Dialog from, DialogFailure why) {
        if (!from.equals(dialog)) {
            return;
        }
        perceived = null;
        refreshSeconds = line.options().refreshSeconds();
        retryAfterFiveSixths();
        ended(RegistrantState.TIMEOUT, RegistrationAnswer.none("timed out"));
        listener.onTrouble(line, host(), state, "no answer from " + host());
    }

    /** chan_iax2 waits as long after a refusal as it would have after a grant; a section says how long itself. */
    private void retryAfterFiveSixths() {
        if (line.options().name().isEmpty()) {
            long seconds = Math.max(1, refreshSeconds * 5L / 6);
            machine.policy(line.options()
                    .policy()
                    .draft()
                    .retryIntervalSeconds(seconds)
                    .forbiddenRetryIntervalSeconds(seconds)
                    .build());
        }
    }

    private void challenged(Dialog from, FrameElements elements) {
        RegistrationAnswer ask = RegistrationAnswer.refused(Kind.AUTH_REJECTED, 0, "challenged");
        ElementWriter answer = request(from);
        if (!credentials.answer(elements, answer)) {
            from.finish(
                    IaxCommand.REJECT,
                    from.compose()
                            .text(InformationElement.CAUSE, "No authority found")
                            .u8(InformationElement.CAUSE_CODE, HangupCause.FACILITY_NOT_SUBSCRIBED));
            ended(
                    RegistrantState.NO_AUTHENTICATION,
                    RegistrationAnswer.refused(Kind.AUTH_REJECTED, 0, "asks for proof that we do not have"));
            listener.onTrouble(line, host(), state, "it asks for proof that we do not have");
            return;
        }
        if (machine.followUp(shard.nowMs(), RegistrationFollowUp.CHALLENGE, ask) != RegistrationOrder.REGISTER) {
            from.close();
            state = RegistrantState.REJECTED;
            dialog = null;
            schedule();
            listener.onRejected(line, host(), "it challenges again and again");
            return;
        }
        state = RegistrantState.AUTH_SENT;
        schedule();
        from.send(IaxCommand.REGREQ, answer.empty(InformationElement.CALL_TOKEN));
    }

    private void accepted(Dialog from, FrameElements elements) {
        from.close();
        InetSocketAddress seen = elements.apparentAddress();
        int count = elements.u16(InformationElement.MESSAGE_COUNT, -1);
        boolean changed = (state != RegistrantState.REGISTERED && perceived == null)
                || (seen != null && !seen.equals(perceived))
                || count != messages;
        refreshSeconds = Math.max(
                1, elements.u16(InformationElement.REFRESH, line.options().refreshSeconds()));
        perceived = seen;
        messages = count;
        retryAfterFiveSixths();
        ended(RegistrantState.REGISTERED, RegistrationAnswer.granted(0, "REGACK", refreshSeconds));
        if (changed) {
            listener.onRegistered(line, host(), seen == null ? "<Unknown>" : text(seen), count);
        }
    }

    private void refused(Dialog from, FrameElements elements) {
        from.close();
        perceived = null;
        String cause = elements.text(InformationElement.CAUSE, "<Unknown>");
        ended(
                RegistrantState.REJECTED,
                RegistrationAnswer.refused(Kind.FORBIDDEN, elements.u8(InformationElement.CAUSE_CODE, 0), cause));
        listener.onRejected(line, host(), cause);
    }

    private void closeDialog() {
        Dialog open = dialog;
        dialog = null;
        if (open != null) {
            open.close();
        }
    }

    private boolean isFollowed() {
        String host = line.host();
        return !host.contains(":") && !host.matches("[0-9.]+");
    }

    private String host() {
        PeerAddress address = registrar;
        return address == null ? line.host() + ":" + line.portOrDefault() : address.toString();
    }

    private static String text(InetSocketAddress address) {
        return PeerAddress.of(address).toString();
    }
}
