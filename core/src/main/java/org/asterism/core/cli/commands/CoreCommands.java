package org.asterism.core.cli.commands;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.asterism.core.Pbx;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.registration.RegistrationCommands;

/** All commands of this package. */
public final class CoreCommands {
    private CoreCommands() {}

    /**
     * The commands, ready to be registered.
     *
     * @param pbx      the switch
     * @param maxCalls asterisk.conf's, 0 for no limit
     * @param uptime   how long the switch has been running, in words
     * @return one instance each
     */
    public static List<CliCommand> all(Pbx pbx, int maxCalls, Supplier<String> uptime) {
        CallCount calls = new CallCount(pbx, maxCalls);
        return Stream.of(
                        new HelpCommand(pbx.cli()).all(),
                        new ChannelListing(pbx, calls, uptime).all(),
                        new ChannelDetails(pbx).all(),
                        new ChannelControl(pbx).all(),
                        new TechnologyListing(pbx.technologies()).all(),
                        new CodecListing().all(),
                        new TranslationListing().all(),
                        new BridgeCommands(pbx.bridges()).all(),
                        new LicenseCommands().all(),
                        new ApplicationListing(pbx.applications()).all(),
                        new FunctionListing(pbx.functions()).all(),
                        new DatabaseCommands(pbx.database()).all(),
                        new RegistrationCommands(pbx.registrations()).all())
                .flatMap(List::stream)
                .toList();
    }
}
