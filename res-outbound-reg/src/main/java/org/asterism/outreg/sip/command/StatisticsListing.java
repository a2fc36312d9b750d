package org.asterism.outreg.sip.command;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.outreg.sip.SipStack;
import org.asterism.outreg.sip.StackStatistics;
import org.asterism.outreg.sip.transport.Drop;

/** {@code pjsip show stats}: what the stack has on its hands, and every drop with its reason. Asterisk has no such command. */
final class StatisticsListing {
    private static final long PATIENCE_S = 5;

    private final SipStack stack;

    StatisticsListing(SipStack stack) {
        this.stack = stack;
    }

    CliResult show(CliRequest request) {
        StackStatistics statistics;
        try {
            statistics = stack.loop()
                    .ask(stack::statistics)
                    .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            request.println("The SIP stack does not answer: " + e.getCause());
            return CliResult.FAILURE;
        }
        line(request, "Client transactions", statistics.clientTransactions());
        line(request, "Server transactions", statistics.serverTransactions());
        line(request, "Connections", statistics.connections());
        request.println("");
        request.println("Messages that came to nothing:");
        for (Drop drop : Drop.values()) {
            line(request, drop.text(), statistics.drops().getOrDefault(drop, 0L));
        }
        return CliResult.SUCCESS;
    }

    private static void line(CliRequest request, String name, long value) {
        request.printf("%-26s : %d", name, value);
    }
}
