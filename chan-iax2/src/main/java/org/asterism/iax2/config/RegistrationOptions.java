package org.asterism.iax2.config;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;
import org.asterism.core.config.OptionValues;
import org.asterism.core.registration.RetryOptions;
import org.jspecify.annotations.Nullable;

/** What a section of {@code type=registration} may say: a {@code register =>} line with options of its own. */
final class RegistrationOptions {
    private static final RetryOptions RETRY = new RetryOptions(RegisterOptions.DEFAULT_POLICY);
    private static final Option<String> SERVER = Option.text("server", "", "Where to register, host[:port]");
    private static final Option<String> USERNAME =
            Option.text("username", "", "Who registers; the section's name when not written");
    private static final Option<String> SECRET = Option.secret("secret", "Shared secret, or [key] for an RSA key");
    private static final Option<Integer> REFRESH = Option.integer(
            "refresh",
            1,
            0xFFFF,
            RegisterOptions.OF_A_LINE.refreshSeconds(),
            "Seconds to ask for; the registrar decides");

    static final OptionSet SET = OptionSet.of(
            "iax.conf",
            "registration",
            "Where we register ourselves, with options of its own; a register line in [general] is the short form.",
            Stream.concat(Stream.of(EntityOptions.TYPE, SERVER, USERNAME, SECRET, REFRESH), RETRY.all().stream())
                    .toArray(Option<?>[]::new));

    private RegistrationOptions() {}

    /**
     * Reads a section.
     *
     * @param section  a section of {@code type=registration}
     * @param problems what is wrong with it is added here
     * @return the registration, or {@code null} when it cannot be used
     */
    static @Nullable RegisterLine read(ConfigSection section, List<ConfigProblem> problems) {
        OptionValues values = SET.bind(section);
        problems.addAll(values.problems());
        String server = values.get(SERVER).trim();
        if (server.isEmpty()) {
            problems.add(ConfigProblem.error(
                    section.file(),
                    section.line(),
                    section.where() + ": registration '" + section.name()
                            + "' lacks server; write server=host[:port]"));
            return null;
        }
        String user = values.get(USERNAME).trim();
        RegisterOptions options = new RegisterOptions(section.name(), values.get(REFRESH), RETRY.read(values));
        try {
            return RegisterLine.of(
                    user.isEmpty() ? section.name() : user, values.get(SECRET), server, section.where(), options);
        } catch (IllegalArgumentException e) {
            problems.add(ConfigProblem.error(section.file(), section.line(), String.valueOf(e.getMessage())));
            return null;
        }
    }
}
