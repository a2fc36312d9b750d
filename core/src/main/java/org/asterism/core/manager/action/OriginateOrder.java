package org.asterism.core.manager.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.dialplan.ArgumentList;
import org.asterism.core.dialplan.plan.DialplanSnapshot;
import org.asterism.core.manager.ActionRequest;
import org.jspecify.annotations.Nullable;

/**
 * What an Originate action asks for.
 *
 * @param technology  such as {@code IAX2}
 * @param resource    the dial string after {@code Tech/}
 * @param application what runs once it is answered, empty for the dialplan
 * @param data        the application's arguments
 * @param position    where the dialplan begins, {@code null} for an application
 * @param callerId    who is said to call
 * @param account     the account code, empty for none
 * @param variables   what the channel is to have
 * @param timeoutMs   how long to wait for the answer, in ms
 * @param actionId    to be echoed in the event
 */
record OriginateOrder(
        String technology,
        String resource,
        String application,
        String data,
        @Nullable DialplanPosition position,
        CallerId callerId,
        String account,
        Map<String, String> variables,
        long timeoutMs,
        String actionId) {
    private static final String DEFAULT_TIMEOUT_MS = "30000";

    /**
     * Reads an action.
     *
     * @param request the action
     * @param plan    where labels are looked up
     * @return what it asks for
     * @throws IllegalArgumentException with Asterisk's text, when something is missing or wrong
     */
    static OriginateOrder of(ActionRequest request, DialplanSnapshot plan) {
        String channel = require(request.get("Channel"), "Channel not specified");
        String timeoutText = request.get("Timeout");
        String exten = request.get("Exten");
        String context = request.get("Context");
        int priority = priority(plan, context, exten, request.get("Priority"));
        int timeout = ChannelActions.number(timeoutText.isEmpty() ? DEFAULT_TIMEOUT_MS : timeoutText);
        check(timeout >= 0, "Invalid timeout");
        int slash = channel.indexOf('/');
        check(slash > 0 && slash < channel.length() - 1, "Invalid channel");
        String application = request.get("Application");
        check(
                !application.isEmpty() || (!exten.isEmpty() && !context.isEmpty() && priority > 0),
                "Originate with 'Exten' requires 'Context' and 'Priority'");
        check(request.get("Codecs").isEmpty(), "Codecs is not supported: the peer's configuration decides");
        String caller = request.get("CallerID");
        return new OriginateOrder(
                channel.substring(0, slash),
                channel.substring(slash + 1),
                application,
                request.get("Data"),
                application.isEmpty() ? new DialplanPosition(context, exten, priority) : null,
                caller.isEmpty() ? CallerId.UNKNOWN : CallerId.parse(caller),
                request.get("Account"),
                variables(request.all("Variable")),
                timeout,
                request.actionId());
    }

    private static String require(String text, String otherwise) {
        check(!text.isEmpty(), otherwise);
        return text;
    }

    private static void check(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** 0 when none is given. */
    private static int priority(DialplanSnapshot plan, String context, String exten, String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int number = PriorityNumber.of(plan, context, exten, text);
        check(number > 0, "Invalid priority");
        return number;
    }

    private static Map<String, String> variables(List<String> headers) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String header : headers) {
            ArgumentList assignments = ArgumentList.of(header);
            for (int i = 0; i < assignments.size(); i++) {
                String assignment = assignments.get(i);
                int equals = assignment.indexOf('=');
                if (equals > 0) {
                    variables.put(assignment.substring(0, equals).strip(), assignment.substring(equals + 1));
                }
            }
        }
        return variables;
    }
}
