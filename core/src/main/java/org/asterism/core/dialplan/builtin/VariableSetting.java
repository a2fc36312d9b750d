package org.asterism.core.dialplan.builtin;

import java.util.List;
import org.asterism.core.Pbx;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.Application;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.DeclaredApplication;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.Documentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Setting variables. */
final class VariableSetting {
    private static final Logger LOG = LoggerFactory.getLogger(VariableSetting.class);

    private final Pbx pbx;

    VariableSetting(Pbx pbx) {
        this.pbx = pbx;
    }

    List<Application> applications() {
        return List.of(set(), multipleSet(), importVariable());
    }

    private Application set() {
        Documentation documentation = new Documentation(
                "Set channel variable or function value.",
                "Set(name=value)",
                "A name that begins with one underscore is inherited by the channels this one makes, with two also by"
                        + " those that they make.",
                List.of("name - a variable, or a function such as CALLERID(num)", "value - all that follows"));
        return new DeclaredApplication("Set", documentation, (channel, arguments) -> {
            int equals = arguments.indexOf('=');
            if (equals < 0) {
                LOG.warn("Set requires an '=' to be a valid assignment.");
                return;
            }
            pbx.dialplan().assign(channel, arguments.substring(0, equals), arguments.substring(equals + 1));
        });
    }

    private Application multipleSet() {
        Documentation documentation = new Documentation(
                "Set channel variable(s) or function value(s).",
                "MSet(name1=value1[,name2=value2[,...]])",
                "As Set, several at once; quotes keep commas together and are taken away.",
                List.of());
        return new DeclaredApplication("MSet", documentation, (channel, arguments) -> {
            for (String each : ArgumentList.of(arguments).all()) {
                int equals = each.indexOf('=');
                if (equals < 0) {
                    LOG.warn("MSet: ignoring entry '{}' with no '='", each);
                } else {
                    pbx.dialplan()
                            .assign(
                                    channel,
                                    each.substring(0, equals).strip(),
                                    each.substring(equals + 1).strip());
                }
            }
        });
    }

    private Application importVariable() {
        Documentation documentation = new Documentation(
                "Import a variable from a channel into a new variable.",
                "ImportVar(newvar=channelname,variable)",
                "Without such a channel the new variable is empty.",
                List.of("channelname - a channel's name or unique id", "variable - a variable or function there"));
        return new DeclaredApplication("ImportVar", documentation, (channel, arguments) -> {
            int equals = arguments.indexOf('=');
            int comma = arguments.indexOf(',', Math.max(0, equals));
            if (equals < 0 || comma < 0) {
                LOG.warn("ImportVar takes newvar=channelname,variable but was given '{}'", arguments);
                return;
            }
            Dialplan dialplan = pbx.dialplan();
            Channel other =
                    pbx.channels().find(arguments.substring(equals + 1, comma).strip());
            String value = other == null ? "" : dialplan.substitute(other, "${" + arguments.substring(comma + 1) + "}");
            dialplan.assign(channel, arguments.substring(0, equals).strip(), value);
        });
    }
}
