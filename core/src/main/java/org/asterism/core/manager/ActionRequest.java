package org.asterism.core.manager;

import java.util.List;
import java.util.function.Consumer;

/** One action as a client sent it, and the way back to that client. For the thread that carries the action out. */
public final class ActionRequest {
    private static final String ACTION_ID = "ActionID";
    private static final String EVENT_LIST = "EventList";
    private static final String MESSAGE = "Message";

    private final ManagerClient client;
    private final ManagerMessage message;
    private final Consumer<String> out;

    /**
     * @param client  who sent it
     * @param message what was sent
     * @param out     takes whole messages, each ended by a blank line; waits while the client does not read
     */
    public ActionRequest(ManagerClient client, ManagerMessage message, Consumer<String> out) {
        this.client = client;
        this.message = message;
        this.out = out;
    }

    /**
     * The same request with another way back.
     *
     * @param other takes whole messages
     * @return the request
     */
    public ActionRequest to(Consumer<String> other) {
        return new ActionRequest(client, message, other);
    }

    /** {@return who sent it} */
    public ManagerClient client() {
        return client;
    }

    /** {@return what the client sent} */
    public ManagerMessage message() {
        return message;
    }

    /**
     * A header's value.
     *
     * @param header its name, in any case
     * @return its value, empty when there is none
     */
    public String get(String header) {
        return message.get(header);
    }

    /**
     * All values of a header.
     *
     * @param header its name, in any case
     * @return its values in their order
     */
    public List<String> all(String header) {
        return message.all(header);
    }

    /** {@return what the client wants echoed in answers, empty when nothing} */
    public String actionId() {
        return message.get(ACTION_ID);
    }

    /**
     * Answers that it was done.
     *
     * @param text the message
     */
    public void success(String text) {
        respond(MESSAGE, text);
    }

    /**
     * Answers that it was done, with fields.
     *
     * @param fields names and values in turn
     */
    public void respond(String... fields) {
        out.accept(begin("Success").fields(fields).end());
    }

    /**
     * Answers that it was not done.
     *
     * @param reason for the person at the client
     */
    public void error(String reason) {
        out.accept(begin("Error").field(MESSAGE, reason).end());
    }

    /**
     * Answers with another word than Success or Error, or with repeated fields.
     *
     * @param response the word after {@code Response:}
     * @param fields   names and values in turn
     */
    public void answer(String response, String... fields) {
        out.accept(begin(response).fields(fields).end());
    }

    /**
     * Begins a list: its entries follow, then {@link #listComplete}.
     *
     * @param text the message
     */
    public void listStart(String text) {
        out.accept(
                begin("Success").field(EVENT_LIST, "start").field(MESSAGE, text).end());
    }

    /**
     * An entry of a list, with the ActionID before its fields.
     *
     * @param event  its name
     * @param fields names and values in turn
     */
    public void entry(String event, String... fields) {
        out.accept(event(event).fields(fields).end());
    }

    /**
     * An entry of a list that has no ActionID, or has it among its fields, as a few of Asterisk's have.
     *
     * @param event  its name
     * @param fields names and values in turn; a field {@code ActionID} is left out when the client sent none
     */
    public void plainEntry(String event, String... fields) {
        out.accept(new MessageText().field("Event", event).fields(fields).end());
    }

    /**
     * Ends a list.
     *
     * @param event  such as {@code PeerlistComplete}
     * @param items  how many entries it had
     * @param fields further names and values in turn
     */
    public void listComplete(String event, int items, String... fields) {
        out.accept(event(event)
                .field(EVENT_LIST, "Complete")
                .field("ListItems", String.valueOf(items))
                .fields(fields)
                .end());
    }

    /**
     * Sends a text that is no message, as {@code IAXnetstats} does.
     *
     * @param text with its line ends
     */
    public void raw(String text) {
        out.accept(text);
    }

    private MessageText begin(String response) {
        return identified(new MessageText().field("Response", response));
    }

    private MessageText event(String name) {
        return identified(new MessageText().field("Event", name));
    }

    private MessageText identified(MessageText text) {
        return actionId().isEmpty() ? text : text.field(ACTION_ID, actionId());
    }
}
