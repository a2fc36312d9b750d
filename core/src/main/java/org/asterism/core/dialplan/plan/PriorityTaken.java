package org.asterism.core.dialplan.plan;

/** A step was to be added where there is one already. */
public final class PriorityTaken extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param context   the context
     * @param extension the extension as it was to be added
     * @param number    the number of the step
     * @param holder    the extension as it was added first, perhaps written differently
     */
    public PriorityTaken(String context, String extension, int number, String holder) {
        super("Unable to register extension '%s' priority %d in '%s', already in use%s"
                .formatted(
                        extension,
                        number,
                        context,
                        holder.equals(extension) ? "" : " by aliased extension '" + holder + "'"));
    }
}
