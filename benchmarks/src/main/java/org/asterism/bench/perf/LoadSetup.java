package org.asterism.bench.perf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.asterism.bench.perf.client.BadNetwork;
import org.asterism.bench.perf.client.ClientSettings;
import org.asterism.bench.perf.client.Exchange;
import org.asterism.bench.perf.client.MixedLoad;
import org.asterism.bench.perf.client.Outbox;
import org.asterism.bench.perf.client.PassingCalls;
import org.asterism.bench.perf.client.Population;
import org.asterism.bench.perf.client.RawCalls;
import org.asterism.bench.perf.client.Registrations;
import org.asterism.bench.perf.client.Sources;
import org.asterism.bench.perf.client.StandingCalls;
import org.asterism.bench.perf.net.Ipv4;
import org.asterism.bench.perf.net.LoadSocket;
import org.asterism.bench.perf.net.WallClock;
import org.asterism.bench.perf.stats.ServerCpu;

/** Opens the sockets that a command line asks for and puts the load together. */
final class LoadSetup implements AutoCloseable {
    private static final int BUFFER_BYTES = 4 << 20;
    private static final int MOST_PASSING = 16_000;

    private final PerfOptions options;
    private final int target;
    private final List<LoadSocket> sockets = new ArrayList<>();
    private final List<Outbox> outboxes = new ArrayList<>();

    /**
     * @param options what is wanted
     * @param target  the server's address
     */
    LoadSetup(PerfOptions options, int target) {
        this.options = options;
        this.target = target;
    }

    /** Everything that a run needs. */
    LoadRun build(Consumer<Second> watcher) throws IOException {
        Sources callers = callers();
        Sources farEnd = needsFarEnd() ? farEnd() : callers;
        WallClock wallClock = new WallClock();
        Exchange exchange = new Exchange(settings(), outboxes, wallClock, (int) options.seed);
        if (options.scenario == Scenario.REGISTER && callers.firstAddress() != 0) {
            exchange.numberByAddress((int) options.seed);
        }
        ServerCpu server = options.serverPid == 0 ? null : new ServerCpu(options.serverPid);
        return new LoadRun(
                options, exchange, population(exchange, callers, farEnd), sockets, wallClock, server, watcher);
    }

    private ClientSettings settings() {
        return new ClientSettings(
                target,
                options.port,
                options.user,
                options.secret,
                options.number,
                options.context,
                options.codec,
                options.frameMs,
                options.giveUpMs,
                options.refreshSeconds);
    }

    private boolean needsFarEnd() {
        return options.scenario == Scenario.BRIDGE
                || options.scenario == Scenario.RAW_BRIDGE
                || options.mix.containsKey(Scenario.BRIDGE);
    }

    private Population population(Exchange exchange, Sources callers, Sources farEnd) {
        if (options.scenario != Scenario.MIXED) {
            int count = options.scenario == Scenario.REGISTER ? options.users : options.calls;
            return population(options.scenario, exchange, callers, farEnd, count, options.rate);
        }
        List<Population> parts = new ArrayList<>();
        options.mix.forEach((scenario, number) -> {
            double rate = scenario == Scenario.CPS ? number : options.rate;
            parts.add(population(scenario, exchange, callers, farEnd, number, rate));
        });
        return new MixedLoad(List.copyOf(parts));
    }

    private Population population(
            Scenario scenario, Exchange exchange, Sources callers, Sources farEnd, int count, double rate) {
        String number = options.mixNumbers.getOrDefault(scenario, options.number);
        return switch (scenario) {
            case ECHO -> new StandingCalls(exchange, callers, number, count, rate);
            case BRIDGE -> {
                StandingCalls.answerAll(exchange);
                yield new StandingCalls(exchange, callers, number, count, rate);
            }
            case RAW_BRIDGE -> new RawCalls(exchange, callers, farEnd, count, rate);
            case REGISTER -> new Registrations(exchange, callers, count, rate);
            case CPS -> new PassingCalls(exchange, callers, number, MOST_PASSING, rate, options.talkMs);
            case MIXED -> throw new IllegalStateException("a mixture in a mixture");
        };
    }

    private Sources callers() throws IOException {
        String base = options.sourceBase;
        int address = base == null ? (Ipv4.isLoopback(target) ? Ipv4.resolve("127.0.0.1") : 0) : Ipv4.resolve(base);
        int from = outboxes.size();
        int ports = options.rebindSeconds > 0 ? Math.max(2, options.ports) : options.ports;
        for (int i = 0; i < ports; i++) {
            open(options.sources > 1 ? 0 : address, 0);
        }
        return new Sources(List.copyOf(outboxes.subList(from, outboxes.size())), address, options.sources);
    }

    /** In a raw bridge it has as many addresses as the callers; in a real one the server chooses where it calls. */
    private Sources farEnd() throws IOException {
        boolean many = options.scenario == Scenario.RAW_BRIDGE && options.sources > 1;
        int address = Ipv4.resolve(options.farHost);
        open(many ? 0 : address, options.farPort);
        int first = many ? Ipv4.resolve("127.2.0.1") : address;
        return new Sources(List.of(outboxes.getLast()), first, many ? options.sources : 1);
    }

    private void open(int address, int port) throws IOException {
        LoadSocket socket = new LoadSocket(address, port, options.gro, options.gso, BUFFER_BYTES);
        sockets.add(socket);
        BadNetwork.Conditions conditions = new BadNetwork.Conditions(
                options.loss,
                options.duplication,
                options.reorder,
                options.frameMs + options.frameMs / 2,
                options.jitterMs);
        outboxes.add(
                conditions.arePerfect()
                        ? new Outbox(socket)
                        : new BadNetwork(socket, conditions, new SplittableRandom(options.seed + sockets.size())));
    }

    @Override
    public void close() {
        sockets.forEach(LoadSocket::close);
    }
}
