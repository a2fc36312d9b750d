package org.asterism.core.cli.commands;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.asterism.core.NamedRegistry;
import org.asterism.core.cli.CliCommand;
import org.asterism.core.cli.CliRequest;
import org.asterism.core.cli.CliResult;
import org.asterism.core.cli.DeclaredCommand;
import org.asterism.core.dialplan.Application;

/** {@code core show applications} and {@code core show application}. */
final class ApplicationListing {
    private final NamedRegistry<Application> applications;

    ApplicationListing(NamedRegistry<Application> applications) {
        this.applications = applications;
    }

    List<CliCommand> all() {
        return List.of(
                new DeclaredCommand(
                        "core show applications [like|describing]",
                        "Shows registered dialplan applications",
                        """
                        Usage: core show applications [like <text>|describing <word> [<word> ...]]
                               Lists the dialplan applications: all, or those with <text> in their name, or
                               those whose documentation contains all the words.\
                        """,
                        this::list),
                new DeclaredCommand(
                        "core show application",
                        "Describe a specific dialplan application",
                        """
                        Usage: core show application <application> [<application> ...]
                               Tells what applications do and how they are used.\
                        """,
                        this::show,
                        this::complete));
    }

    /** {@return names of applications that begin with a prefix} */
    static List<String> names(NamedRegistry<Application> applications, String prefix) {
        return Candidates.beginningWith(
                prefix,
                applications.all().stream().map(NamedRegistry.Entry::name).toList());
    }

    private List<String> complete(List<String> arguments, String prefix) {
        return names(applications, prefix).stream()
                .filter(name -> !arguments.contains(name))
                .toList();
    }

    private CliResult list(CliRequest request) {
        List<String> arguments = request.arguments();
        Predicate<NamedRegistry.Entry<Application>> wanted;
        String kind = arguments.isEmpty() ? "" : arguments.getFirst().toLowerCase(Locale.ROOT);
        if (kind.isEmpty()) {
            wanted = _ -> true;
        } else if (kind.equals("like") && arguments.size() == 2) {
            wanted = entry -> contains(entry.name(), arguments.get(1));
        } else if (kind.equals("describing") && arguments.size() > 1) {
            wanted = entry -> describes(entry, arguments.subList(1, arguments.size()));
        } else {
            return CliResult.SHOW_USAGE;
        }
        List<NamedRegistry.Entry<Application>> found =
                applications.all().stream().filter(wanted).toList();
        request.println("    -= " + (kind.isEmpty() ? "Registered" : "Matching") + " Asterisk Applications =-");
        for (NamedRegistry.Entry<Application> entry : found) {
            request.printf(
                    "  %20s: %s", entry.name(), entry.item().documentation().synopsis());
        }
        request.println(
                "    -= " + found.size() + " Applications " + (kind.isEmpty() ? "Registered" : "Matching") + " =-");
        return CliResult.SUCCESS;
    }

    private CliResult show(CliRequest request) {
        if (request.arguments().isEmpty()) {
            return CliResult.SHOW_USAGE;
        }
        boolean any = false;
        for (String name : request.arguments()) {
            NamedRegistry.Entry<Application> entry = applications.entry(name);
            if (entry != null) {
                any = true;
                DocumentationText.print(
                        request,
                        "Application",
                        entry.name(),
                        entry.module(),
                        entry.item().documentation());
            }
        }
        if (!any) {
            request.println("Your application(s) is (are) not registered");
            return CliResult.FAILURE;
        }
        return CliResult.SUCCESS;
    }

    private static boolean describes(NamedRegistry.Entry<Application> entry, List<String> words) {
        String text = entry.name() + " " + entry.item().documentation().synopsis() + " "
                + entry.item().documentation().description();
        return words.stream().allMatch(word -> contains(text, word));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
