package org.asterism.iax2.wire;

import static org.asterism.iax2.wire.NetworkOrder.getU16;
import static org.asterism.iax2.wire.NetworkOrder.getU32;
import static org.asterism.iax2.wire.NetworkOrder.getU64;
import static org.asterism.iax2.wire.NetworkOrder.getU8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.asterism.core.net.PeerAddress;

/** The values of information elements as {@link FrameDump} prints them. */
final class ElementText {
    /** What is printed for a secret. */
    static final String SECRET = "****";

    private static final HexFormat BYTE_ESCAPES = HexFormat.of().withPrefix("\\x");
    private static final String[] SAMPLING_RATES = {"8khz", "11.025khz", "16khz", "22.05khz", "44.1khz", "48khz"};

    private ElementText() {}

    /** The value of an element that is {@code length} bytes long, whatever its encoding would ask for. */
    static String of(InformationElement element, MemorySegment segment, long offset, int length) {
        return switch (element) {
            case PASSWORD, MD5_RESULT -> SECRET;
            case CHALLENGE -> BYTE_ESCAPES.formatHex(bytes(segment, offset, length));
            case DATE_TIME ->
                length == Integer.BYTES ? DateTimeElement.print(getU32(segment, offset)) : "Invalid DATETIME format!";
            case SAMPLING_RATE -> length == Short.BYTES ? samplingRates(getU16(segment, offset)) : "Invalid SHORT";
            case CODEC_PREFERENCES -> Codecs.names(CodecPreferences.decode(text(segment, offset, length)));
            default -> encoded(element, segment, offset, length);
        };
    }

    private static String encoded(InformationElement element, MemorySegment segment, long offset, int length) {
        return switch (element.encoding()) {
            case TEXT -> printable(text(segment, offset, length));
            case U8 -> u8(segment, offset, length);
            case U16 -> u16(segment, offset, length);
            case U32 -> u32(segment, offset, length);
            case VERSIONED_U64 -> format(segment, offset, length);
            case ADDRESS -> address(segment, offset, length);
            case FLAG, RAW -> size(length);
            case NESTED -> ProvisioningText.of(segment, offset, length);
        };
    }

    static String u8(MemorySegment segment, long offset, int length) {
        return length == Byte.BYTES ? Integer.toString(getU8(segment, offset)) : "Invalid BYTE";
    }

    static String u16(MemorySegment segment, long offset, int length) {
        return length == Short.BYTES ? Integer.toString(getU16(segment, offset)) : "Invalid SHORT";
    }

    static String u32(MemorySegment segment, long offset, int length) {
        return length == Integer.BYTES ? Long.toString(getU32(segment, offset)) : "Invalid INT";
    }

    static String size(int length) {
        return length == 0 ? "Present" : length + " bytes";
    }

    private static String format(MemorySegment segment, long offset, int length) {
        if (length > 0 && getU8(segment, offset) != 0) {
            return "Unknown version!";
        }
        return length == InformationElement.Encoding.VERSIONED_U64.size()
                ? Codecs.name(getU64(segment, offset + 1))
                : "Invalid length!";
    }

    private static String address(MemorySegment segment, long offset, int length) {
        InetSocketAddress address = ApparentAddress.decode(segment, offset, length);
        if (address == null) {
            return "Invalid Address";
        }
        PeerAddress peer = PeerAddress.of(address);
        return (peer.isIpv4() ? "IPV4 " : "IPV6 ") + peer;
    }

    private static String samplingRates(int bits) {
        StringJoiner rates = new StringJoiner(",").setEmptyValue("None Specified!");
        for (int i = 0; i < SAMPLING_RATES.length; i++) {
            if ((bits & 1 << i) != 0) {
                rates.add(SAMPLING_RATES[i]);
            }
        }
        return rates.toString();
    }

    /** Text up to the first NUL. */
    static String text(MemorySegment segment, long offset, int length) {
        String text = new String(bytes(segment, offset, length), StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The text with control characters escaped: what a stranger sends must not move the cursor or forge log lines. */
    static String printable(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                printable.append(BYTE_ESCAPES.formatHex(new byte[] {(byte) c}));
            } else {
                printable.append((char) c);
            }
        });
        return printable.toString();
    }

    private static byte[] bytes(MemorySegment segment, long offset, int length) {
        byte[] bytes = new byte[length];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, bytes, 0, length);
        return bytes;
    }
}
