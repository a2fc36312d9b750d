package org.asterism.iax2.call;

import java.util.HashMap;
import java.util.Map;
import org.asterism.iax2.engine.Dialog;
import org.asterism.iax2.engine.DialogListener;
import org.asterism.iax2.engine.NewCallHandler;

/** The calls that others begin with us: one for each shard. */
public final class IncomingCalls implements NewCallHandler {
    private final CallService service;
    /** Challenges that wait for their answer, by user name. */
    private final Map<String, Integer> challenges = new HashMap<>();

    /**
     * @param service what lets them in and connects them
     */
    public IncomingCalls(CallService service) {
        this.service = service;
    }

    @Override
    public DialogListener onNew(Dialog dialog) {
        return Call.incoming(dialog, this);
    }

    CallService service() {
        return service;
    }

    /** Counts one more open challenge of a name, unless there are that many already; a limit of 0 is none. */
    boolean challengeBegins(String name, int limit) {
        int open = challenges.getOrDefault(name, 0);
        if (limit > 0 && open >= limit) {
            return false;
        }
        challenges.put(name, open + 1);
        return true;
    }

    void challengeEnds(String name) {
        challenges.computeIfPresent(name, (_, open) -> open == 1 ? null : open - 1);
    }
}
