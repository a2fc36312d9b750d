package org.asterism.outreg.sip.command;

import java.util.List;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.outreg.sip.MessageLog;
import org.asterism.outreg.sip.SipStack;

/** All commands of {@code res_pjsip}. */
public final class StackCommands {
    private StackCommands() {}

    /**
     * Makes them.
     *
     * @param stack what they look at
     * @param log   what they switch
     * @return the commands
     */
    public static List<CliCommand> all(SipStack stack, MessageLog log) {
        TransportListing transports = new TransportListing(stack);
        return List.of(
                new DeclaredCommand(
                        "pjsip show transports [like]", "Show PJSIP Transports", listUsage("show"), transports::list),
                new DeclaredCommand(
                        "pjsip list transports [like]", "List PJSIP Transports", listUsage("list"), transports::list),
                new DeclaredCommand(
                        "pjsip show transport", "Show PJSIP Transport", """
                            Usage: pjsip show transport <id>
                                   Show the configured PJSIP Transport\
                            """, transports::show, transports::names),
                new DeclaredCommand(
                        "pjsip show stats",
                        "Show what the SIP stack does and drops",
                        """
                        Usage: pjsip show stats
                               Shows transactions, connections, and messages that
                               came to nothing, with the reason\
                        """,
                        new StatisticsListing(stack)::show),
                new DeclaredCommand(
                        LoggerCommand.WORDS,
                        LoggerCommand.SUMMARY,
                        LoggerCommand.USAGE,
                        new LoggerCommand(log)::run,
                        LoggerCommand::complete));
    }

    private static String listUsage(String verb) {
        return "Usage: pjsip " + verb + " transports [ like <pattern> ]\n"
                + (verb.equals("show") ? "       Show" : "       List")
                + " the configured PJSIP Transport\n"
                + "       Optional regular expression pattern is used to filter the list.";
    }
}
