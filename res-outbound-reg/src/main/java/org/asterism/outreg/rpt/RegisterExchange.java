package org.asterism.outreg.rpt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The JSON that a node and the registrar of its network exchange. */
final class RegisterExchange {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String SUCCESS = "successfully registered";
    private static final int LONGEST_REASON = 200;

    /**
     * What the registrar says.
     *
     * @param registered     whether it has the node now
     * @param address        the address it sees us at, empty when it does not say
     * @param port           the IAX2 port it has for us, 0 when it does not say
     * @param refreshSeconds the interval it wants, 0 when it does not say
     * @param text           its words
     */
    record Reply(boolean registered, String address, int port, int refreshSeconds, String text) {}

    private RegisterExchange() {}

    /**
     * The body of a request.
     *
     * @param line    who registers
     * @param iaxPort our IAX2 port, 0 to let the registrar assume the usual one
     * @return JSON in UTF-8
     */
    static byte[] request(HttpRegisterLine line, int iaxPort) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            if (iaxPort > 0) {
                json.writeNumberField("port", iaxPort);
            }
            json.writeObjectFieldStart("data");
            json.writeObjectFieldStart("nodes");
            json.writeObjectFieldStart(line.node());
            json.writeStringField("node", line.node());
            json.writeStringField("passwd", line.secret());
            json.writeNumberField("remote", 0);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a buffer in memory cannot fail", e);
        }
        return body.toByteArray();
    }

    /**
     * Reads the body of an answer.
     *
     * @param body JSON
     * @return what it says
     * @throws IOException it is no JSON object; the message says where
     */
    static Reply reply(byte[] body) throws IOException {
        String address = "";
        int port = 0;
        int refresh = 0;
        StringBuilder text = new StringBuilder();
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                switch (name) {
                    case "ipaddr" -> address = value.isScalarValue() ? visible(json.getText()) : "";
                    case "port" -> port = Math.clamp(json.getValueAsInt(), 0, 0xFFFF);
                    case "refresh" -> refresh = Math.max(0, json.getValueAsInt());
                    case "data" -> collect(json, value, text);
                    default -> {}
                }
                json.skipChildren();
            }
        }
        String words = text.toString();
        return new Reply(words.contains(SUCCESS), address, port, refresh, words);
    }

    /** All texts of a value: the registrar sends a list, an object by node, or one text. */
    private static void collect(JsonParser json, JsonToken first, StringBuilder text) throws IOException {
        int depth = 0;
        JsonToken token = first;
        while (true) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING) {
                append(text, visible(json.getText()));
            }
            if (depth == 0) {
                return;
            }
            token = json.nextToken();
            if (token == null) {
                throw new IOException("the JSON ends too early");
            }
        }
    }

    private static void append(StringBuilder text, String words) {
        if (text.length() < LONGEST_REASON) {
            text.append(text.isEmpty() ? "" : "; ").append(words);
            text.setLength(Math.min(text.length(), LONGEST_REASON));
        }
    }

    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
