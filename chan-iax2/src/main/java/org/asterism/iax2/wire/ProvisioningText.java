package org.asterism.iax2.wire;

import static org.asterism.iax2.wire.NetworkOrder.getU32;
import static org.asterism.iax2.wire.NetworkOrder.getU8;

import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.StringJoiner;

/** The elements nested in PROVISIONING, as {@link FrameDump} prints them. */
final class ProvisioningText {
    private static final int ELEMENT_HEADER_LENGTH = 2;
    private static final String[] LABELS = {
        "",
        "USEDHCP",
        "IPADDR",
        "SUBNET",
        "GATEWAY",
        "BINDPORT",
        "USERNAME",
        "PASSWORD",
        "",
        "",
        "LANGUAGE",
        "TYPEOFSERVICE",
        "FLAGS",
        "FORMAT",
        "AESKEY",
        "SERVERIP",
        "SERVERPORT",
        "NEWAESKEY",
        "PROV VERSION",
        "ALTSERVERIP"
    };
    private static final String[] FLAGS = {
        "register", "secure", "heartbeat", "debug", "disablecid", "disablecw", "disablecidcw", "disable3way"
    };

    private ProvisioningText() {}

    static String of(MemorySegment segment, long offset, int length) {
        StringBuilder out = new StringBuilder("\n");
        long position = offset;
        int remaining = length;
        while (remaining >= ELEMENT_HEADER_LENGTH) {
            int number = getU8(segment, position);
            int size = ELEMENT_HEADER_LENGTH + getU8(segment, position + 1);
            if (size > remaining) {
                out.append(String.format(
                        Locale.ROOT,
                        "Total Prov IE length of %d bytes exceeds remaining prov frame length of %d bytes\n",
                        size,
                        remaining));
                break;
            }
            if (number >= LABELS.length || LABELS[number].isEmpty()) {
                out.append(String.format(Locale.ROOT, "       Unknown Prov IE %03d  : Present\n", number));
            } else {
                String value = value(number, segment, position + ELEMENT_HEADER_LENGTH, size - ELEMENT_HEADER_LENGTH);
                out.append(String.format(Locale.ROOT, "       %-15.15s : %s\n", LABELS[number], value));
            }
            position += size;
            remaining -= size;
        }
        return out.toString();
    }

    private static String value(int number, MemorySegment segment, long offset, int length) {
        return switch (number) {
            case 2, 3, 4, 15, 19 -> address(segment, offset, length);
            case 5, 16 -> ElementText.u16(segment, offset, length);
            case 6, 10 -> ElementText.printable(ElementText.text(segment, offset, length));
            case 7 -> ElementText.SECRET;
            case 11 -> ElementText.u8(segment, offset, length);
            case 12 -> flags(segment, offset, length);
            case 13, 18 -> ElementText.u32(segment, offset, length);
            default -> ElementText.size(length);
        };
    }

    private static String address(MemorySegment segment, long offset, int length) {
        return length == Integer.BYTES
                ? String.format(
                        Locale.ROOT,
                        "%d.%d.%d.%d",
                        getU8(segment, offset),
                        getU8(segment, offset + 1),
                        getU8(segment, offset + 2),
                        getU8(segment, offset + 3))
                : "Invalid IPADDR";
    }

    private static String flags(MemorySegment segment, long offset, int length) {
        if (length != Integer.BYTES) {
            return "Invalid INT";
        }
        long bits = getU32(segment, offset);
        StringJoiner names = new StringJoiner(",").setEmptyValue("none");
        for (int i = 0; i < FLAGS.length; i++) {
            if ((bits & 1L << i) != 0) {
                names.add(FLAGS[i]);
            }
        }
        return bits + " (" + names + ")";
    }
}
