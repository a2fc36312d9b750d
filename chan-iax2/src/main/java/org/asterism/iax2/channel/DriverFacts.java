package org.asterism.iax2.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.core.location.Registrar;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.core.net.DropReason;
import org.asterism.core.net.TransportCounters;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.call.RemoteReport;
import org.asterism.iax2.cli.DebugFilter;
import org.asterism.iax2.cli.DialogFacts;
import org.asterism.iax2.cli.Iax2Facts;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.FrameCounters;
import org.asterism.iax2.engine.FrameDrop;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.peer.PeerDirectory;
import org.asterism.iax2.registrant.RegistrantStatus;
import org.asterism.iax2.wire.Codecs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running driver as the console sees it. Safe for any thread; waits for the shard where it has to. */
final class DriverFacts implements Iax2Facts {
    private static final Logger LOG = LoggerFactory.getLogger(DriverFacts.class);
    private static final int ANSWER_MS = 2000;
    private static final String NONE = "(None)";

    private final Iax2Driver driver;

    DriverFacts(Iax2Driver driver) {
        this.driver = driver;
    }

    @Override
    public IaxConfiguration configuration() {
        return driver.configuration();
    }

    @Override
    public PeerDirectory peers() {
        return driver.peers();
    }

    @Override
    public List<RegistrantStatus> registrations() {
        return ask(() -> driver.registrants().statuses(), List.of());
    }

    @Override
    public List<DialogFacts> dialogs() {
        return ask(
                () -> {
                    List<DialogFacts> found = new ArrayList<>();
                    driver.shard().forEachDialog(dialog -> found.add(facts(dialog)));
                    return found;
                },
                List.of());
    }

    private static DialogFacts facts(Dialog dialog) {
        Call call = dialog.listener() instanceof Call its ? its : null;
        RemoteReport report = call == null ? RemoteReport.NONE : call.remoteReport();
        long format = call == null ? 0 : call.media().receivedBit();
        return new DialogFacts(
                call == null ? NONE : call.name(),
                dialog.remote().address().host(),
                call == null || call.userName().isEmpty() ? NONE : call.userName(),
                dialog.localCall(),
                dialog.remoteCall(),
                dialog.oseqno(),
                dialog.iseqno(),
                format == 0 ? "Unknow" : Codecs.name(format),
                dialog.firstMessage(),
                dialog.lastMessage(),
                dialog.rttMs(),
                call == null ? 0 : call.media().quality().packets(),
                new DialogFacts.ReceiverReport(
                        report.jitterMs(),
                        report.delayMs(),
                        report.lost(),
                        report.lostPercent(),
                        report.dropped(),
                        report.outOfOrder(),
                        report.packets()));
    }

    @Override
    public @Nullable Registrar registrar() {
        return driver.registrar();
    }

    @Override
    public void reload() throws ModuleDeclined {
        driver.reload();
    }

    @Override
    public void debug(DebugFilter filter) {
        driver.shard().mediaLoop().execute(() -> driver.shard().tap(filter.on() ? new FrameTrace(filter) : null));
    }

    @Override
    public List<CounterFact> counters() {
        List<CounterFact> list = new ArrayList<>();
        FrameCounters frames = driver.shard().counters();
        list.add(new CounterFact("Full frames received", frames.fullReceived()));
        list.add(new CounterFact("Full frames sent", frames.fullSent()));
        list.add(new CounterFact("Full frames sent again", frames.retransmitted()));
        list.add(new CounterFact("Mini frames received", frames.miniReceived()));
        list.add(new CounterFact("Mini frames sent", frames.miniSent()));
        list.add(new CounterFact("Mini frames relayed", frames.relayed()));
        for (FrameDrop reason : FrameDrop.values()) {
            if (frames.dropped(reason) > 0) {
                list.add(new CounterFact("Dropped, " + words(reason), frames.dropped(reason)));
            }
        }
        for (Iax2Socket socket : driver.sockets()) {
            TransportCounters datagrams = socket.transport().counters();
            String where = " at " + socket.localAddress();
            list.add(new CounterFact("Datagrams received" + where, datagrams.received()));
            list.add(new CounterFact("Datagrams sent" + where, datagrams.sent()));
            for (DropReason reason : DropReason.values()) {
                if (datagrams.dropped(reason) > 0) {
                    list.add(new CounterFact(
                            "Datagrams dropped" + where + ", " + words(reason), datagrams.dropped(reason)));
                }
            }
        }
        list.add(new CounterFact("Failed handlers", driver.shard().loop().errors()));
        return list;
    }

    private static String words(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private <T> T ask(Callable<T> question, T otherwise) {
        try {
            return driver.shard().loop().ask(question).get(ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("The IAX2 shard did not answer the console: {}", e.toString());
            return otherwise;
        }
    }
}
