package org.asterism.core.cli.commands;

import org.asterism.core.channel.CallerId;
import org.asterism.core.cli.CliResult;
import org.asterism.core.testing.DialplanFixture;
import org.asterism.core.testing.Eventually;
import org.asterism.core.testing.MemoryLeg;

/** A switch that has core's commands, and a call to look at. */
final class CoreConsole implements AutoCloseable {
    private final DialplanFixture fixture = new DialplanFixture("""
        [default]
        exten => 100,1,Set(COLOUR=green)
         same => n,Wait(600)
        exten => s,1,Trace(s of default)
        [other]
        exten => 7,1,Trace(7 of other)
        """);

    CoreConsole() {
        CoreCommands.all(fixture.pbx(), 0, () -> "5 seconds")
                .forEach(command -> fixture.pbx().cli().register(command, "core"));
    }

    DialplanFixture fixture() {
        return fixture;
    }

    /** A call from Alice that waits in extension 100. */
    MemoryLeg waiting() {
        MemoryLeg leg = fixture.call("default", "100", CallerId.of("Alice", "6001"));
        Eventually.await("Wait runs", () -> leg.channel().application().equals("Wait"));
        return leg;
    }

    /** Runs a command whose result matters and whose words don't. */
    CliResult run(String line) {
        return fixture.pbx().cli().run(line, _ -> {});
    }

    @Override
    public void close() {
        fixture.close();
    }
}
