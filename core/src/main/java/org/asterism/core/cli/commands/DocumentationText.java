package org.asterism.core.cli.commands;

import org.asterism.core.cli.CliRequest;
import org.asterism.core.dialplan.Documentation;

/** What the console tells of one application or function, in Asterisk's sections. */
final class DocumentationText {
    private DocumentationText() {}

    /**
     * Prints it.
     *
     * @param request       whose output gets it
     * @param kind          {@code Application} or {@code Function}
     * @param name          its name
     * @param module        the module that offers it
     * @param documentation what it says of itself
     */
    static void print(CliRequest request, String kind, String name, String module, Documentation documentation) {
        request.println("");
        request.println("  -= Info about " + kind + " '" + name + "' =- ");
        section(request, "Synopsis", documentation.synopsis());
        section(request, "Provided By", module);
        section(request, "Description", documentation.description());
        section(request, "Syntax", documentation.syntax());
        section(
                request,
                "Arguments",
                documentation.arguments().isEmpty() ? "Not available" : String.join("\n", documentation.arguments()));
        request.println("");
    }

    private static void section(CliRequest request, String title, String text) {
        request.println("");
        request.println("[" + title + "]");
        request.println(text.stripTrailing());
    }
}
