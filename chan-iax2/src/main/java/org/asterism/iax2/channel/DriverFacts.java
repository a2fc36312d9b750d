package org.asterism.iax2.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
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
import org.asterism.iax2.engine.Iax2Shard;
import org.asterism.iax2.engine.Iax2Socket;
import org.asterism.iax2.engine.ShardPlace;
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
        return ask(driver.shards().first(), () -> driver.registrants().statuses(), List.of());
    }

    @Override
    public List<DialogFacts> dialogs() {
        List<DialogFacts> found = new ArrayList<>();
        for (Iax2Shard shard : driver.shards().all()) {
            found.addAll(ask(shard, () -> dialogsOf(shard), List.of()));
        }
        return found;
    }

    private static List<DialogFacts> dialogsOf(Iax2Shard shard) {
        List<DialogFacts> found = new ArrayList<>();
        shard.forEachDialog(dialog -> found.add(facts(dialog)));
        return found;
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
                dialog.messages().first(),
                dialog.messages().last(),
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
        driver.shards().eachDo(shard -> shard.tap(filter.on() ? new FrameTrace(filter) : null));
    }

    @Override
    public List<CounterFact> counters() {
        List<CounterFact> list = new ArrayList<>();
        list.add(new CounterFact("Full frames received", sum(FrameCounters::fullReceived)));
        list.add(new CounterFact("Full frames sent", sum(FrameCounters::fullSent)));
        list.add(new CounterFact("Full frames sent again", sum(FrameCounters::retransmitted)));
        list.add(new CounterFact("Mini frames received", sum(FrameCounters::miniReceived)));
        list.add(new CounterFact("Mini frames sent", sum(FrameCounters::miniSent)));
        list.add(new CounterFact("Mini frames relayed", sum(FrameCounters::relayed)));
        for (FrameDrop reason : FrameDrop.values()) {
            long dropped = sum(frames -> frames.dropped(reason));
            if (dropped > 0) {
                list.add(new CounterFact("Dropped, " + words(reason), dropped));
            }
        }
        for (Iax2Socket socket : driver.shards().sockets()) {
            TransportCounters datagrams = socket.transport().counters();
            String where = " at " + socket.localAddress() + shardOf(socket);
            list.add(new CounterFact("Datagrams received" + where, datagrams.received()));
            list.add(new CounterFact("Datagrams sent" + where, datagrams.sent()));
            for (DropReason reason : DropReason.values()) {
                if (datagrams.dropped(reason) > 0) {
                    list.add(new CounterFact(
                            "Datagrams dropped" + where + ", " + words(reason), datagrams.dropped(reason)));
                }
            }
        }
        long errors = driver.shards().all().stream()
                .mapToLong(shard -> shard.loop().errors())
                .sum();
        list.add(new CounterFact("Failed handlers", errors));
        return list;
    }

    private long sum(ToLongFunction<FrameCounters> counter) {
        return driver.shards().all().stream()
                .map(Iax2Shard::counters)
                .mapToLong(counter)
                .sum();
    }

    private static String shardOf(Iax2Socket socket) {
        ShardPlace place = socket.shard().place();
        return place.count() == 1 ? "" : " by shard " + place.index();
    }

    private static String words(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <T> T ask(Iax2Shard shard, Callable<T> question, T otherwise) {
        try {
            return shard.loop().ask(question).get(ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("The IAX2 shard did not answer the console: {}", e.toString());
            return otherwise;
        }
    }
}
