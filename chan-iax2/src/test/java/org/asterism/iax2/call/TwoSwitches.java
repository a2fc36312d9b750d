package org.asterism.iax2.call;

import org.asterism.core.net.MemoryNetwork;
import org.asterism.iax2.keys.Credentials;

/** A switch that calls another on which Alice is a user and every call is answered: what each is told, and what goes over the wire. */
final class TwoSwitches {
    static final Credentials SECRET = Credentials.secret("s3cret");
    static final String USERS = """
        [general]
        disallow=all
        allow=ulaw
        allow=alaw
        allow=slin
        [alice]
        type=user
        secret=s3cret
        context=default
        """;

    final MemoryNetwork network = new MemoryNetwork(7);
    final WireLog wire = new WireLog();
    final Party caller = new Party(network, "127.0.0.1", 1);
    final Party callee = new Party(network, "127.0.0.2", 2);
    final Diary diary = new Diary();
    final Diary otherDiary = new Diary();

    TwoSwitches() {
        network.setTap(wire);
        callee.configure(USERS);
        callee.answerer = (call, accepted) -> {
            call.answer();
            return otherDiary;
        };
    }

    /** Calls 600 as Alice, and lets the call come about. */
    Call callAlice() {
        Call call = caller.call(callee, Party.request("600", "alice", SECRET), diary);
        network.run(100);
        return call;
    }
}
