package org.asterism.outreg.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.asterism.outreg.sip.message.Parameters;
import org.asterism.outreg.sip.message.Parameters.Parameter;
import org.asterism.outreg.sip.message.Via;
import org.asterism.outreg.sip.transport.Hop;

/** Makes what must be unique: branches and tags. Loop's thread. */
final class Branches {
    private final RandomGenerator random;

    Branches(RandomGenerator random) {
        this.random = random;
    }

    /** A Via of a new transaction. */
    Via via(Hop hop) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("rport", null));
        parameters.add(new Parameter("branch", Via.MAGIC + "Pj" + unique()));
        if (hop.protocol().reliable()) {
            parameters.add(new Parameter("alias", null)); // RFC 5923: requests to us may come back this way
        }
        return new Via(hop.protocol().name(), hop.advertised(), new Parameters(parameters));
    }

    String unique() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
