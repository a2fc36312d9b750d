package org.asterism.core;

import org.asterism.core.channel.Channel;
import org.asterism.core.channel.HangupCause;
import org.asterism.core.dialplan.Dialplan;

/** The dialplan while none has been read: no extension exists, so every call ends with "no route". */
final class EmptyDialplan implements Dialplan {
    @Override
    public boolean exists(String context, String extension, int priority, String callerNumber) {
        return false;
    }

    @Override
    public boolean canMatch(String context, String extension, int priority, String callerNumber) {
        return false;
    }

    @Override
    public boolean matchMore(String context, String extension, int priority, String callerNumber) {
        return false;
    }

    @Override
    public boolean ignorePattern(String context, String extension) {
        return false;
    }

    @Override
    public void start(Channel channel) {
        channel.hangup(HangupCause.NO_ROUTE_DESTINATION);
    }

    @Override
    public String substitute(Channel channel, String text) {
        return text;
    }
}
