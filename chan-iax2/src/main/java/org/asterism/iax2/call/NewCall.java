package org.asterism.iax2.call;

import java.util.List;
import java.util.Map;
import org.asterism.core.channel.CallerId;
import org.asterism.iax2.wire.CodecPreferences;
import org.asterism.iax2.wire.FrameElements;
import org.asterism.iax2.wire.IaxCodec;
import org.asterism.iax2.wire.InformationElement;

/**
 * What a NEW says (RFC 5456 section 6.2.2).
 *
 * @param version     protocol version, 2
 * @param userName    USERNAME, empty when absent
 * @param context     CALLED_CONTEXT, empty when absent
 * @param extension   CALLED_NUMBER, {@code s} when absent
 * @param callerId    who calls
 * @param language    LANGUAGE, empty when absent
 * @param format      wanted codec bits
 * @param capability  codec bits the caller can do
 * @param preferences the caller's order of codecs, empty when he gave none
 * @param variables   channel variables by name
 */
public record NewCall(
        int version,
        String userName,
        String context,
        String extension,
        CallerId callerId,
        String language,
        long format,
        long capability,
        List<IaxCodec> preferences,
        Map<String, String> variables) {
    /** CALLED_NUMBER of a caller who will DIAL later (Asterisk). */
    public static final String TO_BE_DIALLED = "TBD";

    private static final int PROTOCOL_VERSION = 2;
    private static final String DEFAULT_EXTENSION = "s";

    /**
     * Reads the elements of a NEW.
     *
     * @param elements       the elements
     * @param shrinkCallerId whether to take punctuation out of the caller's number
     * @return what they say
     */
    static NewCall parse(FrameElements elements, boolean shrinkCallerId) {
        String number = elements.text(InformationElement.CALLING_NUMBER, "");
        String shrunk = shrinkCallerId ? shrink(number) : number;
        CallerId callerId = new CallerId(
                elements.text(InformationElement.CALLING_NAME, ""),
                shrunk,
                elements.text(InformationElement.CALLING_ANI, shrunk),
                elements.text(InformationElement.DNID, ""),
                elements.text(InformationElement.REDIRECTING_NUMBER, ""),
                elements.u8(InformationElement.CALLING_PRESENTATION, shrunk.isEmpty() ? CallerId.NOT_AVAILABLE : 0));
        long format = elements.format();
        long capability = elements.capability();
        String extension = elements.text(InformationElement.CALLED_NUMBER, "");
        return new NewCall(
                elements.u16(InformationElement.VERSION, PROTOCOL_VERSION),
                elements.text(InformationElement.USERNAME, ""),
                elements.text(InformationElement.CALLED_CONTEXT, ""),
                extension.isEmpty() ? DEFAULT_EXTENSION : extension,
                callerId,
                elements.text(InformationElement.LANGUAGE, ""),
                format,
                capability == 0 ? format : capability,
                CodecPreferences.decode(elements.text(InformationElement.CODEC_PREFERENCES, "")),
                elements.variables());
    }

    NewCall withVariables(Map<String, String> all) {
        return new NewCall(
                version, userName, context, extension, callerId, language, format, capability, preferences, all);
    }

    /** Whether this switch speaks the caller's version. */
    boolean isVersionKnown() {
        return version <= PROTOCOL_VERSION;
    }

    /** {@return whether the number follows later} */
    public boolean isToBeDialled() {
        return extension.equals(TO_BE_DIALLED);
    }

    /** Takes out {@code ( ) blank}, {@code -} outside of brackets and every {@code .} but a last one, as Asterisk does. */
    static String shrink(String number) {
        if (number.chars().noneMatch(c -> "() -.".indexOf(c) >= 0)) {
            return number;
        }
        StringBuilder shrunk = new StringBuilder(number.length());
        boolean inBrackets = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean kept = switch (c) {
                case '(', ')', ' ' -> false;
                case '-' -> inBrackets;
                case '.' -> i == number.length() - 1;
                default -> true;
            };
            inBrackets = c == '[' || (inBrackets && c != ']');
            if (kept) {
                shrunk.append(c);
            }
        }
        return shrunk.toString();
    }
}
