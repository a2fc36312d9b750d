package org.asterism.apps.softhangup;

import java.util.List;
import java.util.Locale;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.OptionLetters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code SoftHangup(Technology/resource[,options])}. */
final class SoftHangup implements Application {
    private static final Logger LOG = LoggerFactory.getLogger(SoftHangup.class);

    private final Pbx pbx;

    SoftHangup(Pbx pbx) {
        this.pbx = pbx;
    }

    @Override
    public String name() {
        return "SoftHangup";
    }

    @Override
    public Documentation documentation() {
        return new Documentation(
                "Hangs up the requested channel.",
                "SoftHangup(Technology/Resource[,options])",
                "Ends a channel by its name, or the first one of a device.",
                List.of("options: a - hang up all channels of the device, not only the first"));
    }

    @Override
    public void execute(Channel channel, String text) {
        ArgumentList arguments = ArgumentList.of(text);
        if (!arguments.has(0)) {
            LOG.warn("{}: SoftHangup requires an argument (Technology/resource)", channel.name());
            return;
        }
        boolean all = OptionLetters.parse("SoftHangup", "a", arguments.get(1)).has('a');
        String wanted = arguments.get(0).toLowerCase(Locale.ROOT);
        for (Channel each : pbx.channels().all()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            int serial = name.lastIndexOf('-');
            if (name.equals(wanted) || (serial > 0 && name.substring(0, serial).equals(wanted))) {
                each.requestHangup(HangupCause.NORMAL_CLEARING);
                if (!all) {
                    return;
                }
            }
        }
    }
}
