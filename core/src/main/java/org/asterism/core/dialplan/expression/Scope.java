package org.asterism.core.dialplan.expression;

/** Where a text finds its values: a channel with its variables, the global variables, the functions of loaded modules. */
public interface Scope {
    /**
     * Reads a variable.
     *
     * @param name its name
     * @return its value, empty when it is not set
     */
    String variable(String name);

    /**
     * Reads a function. What goes wrong is logged by the scope.
     *
     * @param name      its name
     * @param arguments the text between its parentheses
     * @return its value, empty when there is none
     */
    String function(String name, String arguments);

    /**
     * Whether there is a function of that name, for expressions.
     *
     * @param name its name
     * @return whether {@link #function} would find it
     */
    boolean hasFunction(String name);

    /**
     * Tells the author of the dialplan that something is wrong in a text.
     *
     * @param message what
     */
    void warn(String message);
}
