package org.asterism.iax2.wire;

import org.jspecify.annotations.Nullable;

/** The information elements (RFC 5456 section 8.6 and Asterisk's additions): number, name in debug output, encoding. */
public enum InformationElement {
    /** Number or name to call. */
    CALLED_NUMBER(1, "CALLED NUMBER", Encoding.TEXT),
    /** Number of the caller. */
    CALLING_NUMBER(2, "CALLING NUMBER", Encoding.TEXT),
    /** Number of the caller for billing. */
    CALLING_ANI(3, "ANI", Encoding.TEXT),
    /** Name of the caller. */
    CALLING_NAME(4, "CALLING NAME", Encoding.TEXT),
    /** Dialplan context of the called number. */
    CALLED_CONTEXT(5, "CALLED CONTEXT", Encoding.TEXT),
    /** User or peer name for authentication. */
    USERNAME(6, "USERNAME", Encoding.TEXT),
    /** Secret in the clear. */
    PASSWORD(7, "PASSWORD", Encoding.TEXT),
    /** Codec bits, the low 32. */
    CAPABILITY(8, "CAPABILITY", Encoding.U32),
    /** Wanted or chosen codec, the low 32 bits. */
    FORMAT(9, "FORMAT", Encoding.U32),
    /** Wanted language. */
    LANGUAGE(10, "LANGUAGE", Encoding.TEXT),
    /** Protocol version, 2. */
    VERSION(11, "VERSION", Encoding.U16),
    /** ADSI capability of the caller's device. */
    ADSICPE(12, "ADSICPE", Encoding.U16),
    /** Number that was dialled originally. */
    DNID(13, "DNID", Encoding.TEXT),
    /** Bits of {@link AuthMethods}. */
    AUTH_METHODS(14, "AUTHMETHODS", Encoding.U16),
    /** Challenge text, or the 16 bytes of a new key in RTKEY. */
    CHALLENGE(15, "CHALLENGE", Encoding.TEXT),
    /** {@link Md5Response}. */
    MD5_RESULT(16, "MD5 RESULT", Encoding.TEXT),
    /** {@link RsaSignature}. */
    RSA_RESULT(17, "RSA RESULT", Encoding.TEXT),
    /** {@link ApparentAddress}. */
    APPARENT_ADDRESS(18, "APPARENT ADDRESS", Encoding.ADDRESS),
    /** Seconds until a registration, or a DPREP answer, expires. */
    REFRESH(19, "REFRESH", Encoding.U16),
    /** Bits: 1 exists, 2 can exist, 4 nonexistent, 0x4000 ignore pattern, 0x8000 match more. */
    DIALPLAN_STATUS(20, "DIALPLAN STATUS", Encoding.U16),
    /** Call number at the other end of a transfer. */
    CALL_NUMBER(21, "CALL NUMBER", Encoding.U16),
    /** Hang-up cause as text. */
    CAUSE(22, "CAUSE", Encoding.TEXT),
    /** Command that was not understood. */
    UNKNOWN_COMMAND(23, "UNKNOWN IAX CMD", Encoding.U8),
    /** Waiting messages: old << 8 | new. */
    MESSAGE_COUNT(24, "MESSAGE COUNT", Encoding.U16),
    /** Please answer automatically. */
    AUTO_ANSWER(25, "AUTO ANSWER REQ", Encoding.FLAG),
    /** With QUELCH: play music meanwhile. */
    MUSIC_ON_HOLD(26, "MUSICONHOLD", Encoding.TEXT),
    /** Ties the legs of a transfer together. */
    TRANSFER_ID(27, "TRANSFER ID", Encoding.U32),
    /** Number that redirected the call. */
    REDIRECTING_NUMBER(28, "REFERRING DNIS", Encoding.TEXT),
    /** Nested configuration of a device. */
    PROVISIONING(29, "PROVISIONING", Encoding.NESTED),
    /** Unused. */
    AES_PROVISIONING(30, "AES PROVISIONING", Encoding.RAW),
    /** {@link DateTimeElement}. */
    DATE_TIME(31, "DATE TIME", Encoding.U32),
    /** Kind of device that asks for firmware. */
    DEVICE_TYPE(32, "DEVICE TYPE", Encoding.TEXT),
    /** Identity of a device. */
    SERVICE_IDENT(33, "SERVICE IDENT", Encoding.TEXT),
    /** Version of a device's firmware. */
    FIRMWARE_VERSION(34, "FIRMWARE VER", Encoding.U16),
    /** Block of firmware: index << 8 | size. */
    FIRMWARE_BLOCK(35, "FW BLOCK DESC", Encoding.U32),
    /** Content of a block of firmware. */
    FIRMWARE_DATA(36, "FW BLOCK DATA", Encoding.RAW),
    /** Signature of a device's configuration. */
    PROVISIONING_VERSION(37, "PROVISIONING VER", Encoding.U32),
    /** Presentation and screening of the caller's number. */
    CALLING_PRESENTATION(38, "CALLING PRESNTN", Encoding.U8),
    /** Type and plan of the caller's number. */
    CALLING_TYPE_OF_NUMBER(39, "CALLING TYPEOFNUM", Encoding.U8),
    /** Transit network. */
    CALLING_TRANSIT_NETWORK(40, "CALLING TRANSITNET", Encoding.U16),
    /** Bits of sampling rates. */
    SAMPLING_RATE(41, "SAMPLINGRATE", Encoding.U16),
    /** Hang-up cause, Q.931. */
    CAUSE_CODE(42, "CAUSE CODE", Encoding.U8),
    /** Encryption methods: 1 AES-128, 0x8000 key rotation. */
    ENCRYPTION(43, "ENCRYPTION", Encoding.U16),
    /** Unused. */
    ENCRYPTION_KEY(44, "ENCRYPTION KEY", Encoding.RAW),
    /** {@link CodecPreferences}. */
    CODEC_PREFERENCES(45, "CODEC_PREFS", Encoding.TEXT),
    /** Receiver report: jitter in ms. */
    RR_JITTER(46, "RR_JITTER", Encoding.U32),
    /** Receiver report: percentage lost << 24 | frames lost. */
    RR_LOSS(47, "RR_LOSS", Encoding.U32),
    /** Receiver report: frames received. */
    RR_PACKETS(48, "RR_PKTS", Encoding.U32),
    /** Receiver report: delay of the jitter buffer in ms. */
    RR_DELAY(49, "RR_DELAY", Encoding.U16),
    /** Receiver report: frames dropped as too late. */
    RR_DROPPED(50, "RR_DROPPED", Encoding.U32),
    /** Receiver report: frames out of order. */
    RR_OUT_OF_ORDER(51, "RR_OUTOFORDER", Encoding.U32),
    /** Channel variable {@code name=value}; long values in several elements. */
    VARIABLE(52, "VARIABLE", Encoding.TEXT),
    /** Block of an OSP token: index (8 bits), data. */
    OSP_TOKEN(53, "OSPTOKEN", Encoding.RAW),
    /** Empty: I can do call tokens. Otherwise {@link CallToken}. */
    CALL_TOKEN(54, "CALLTOKEN", Encoding.RAW),
    /** Codec bits, all 64. */
    CAPABILITY2(55, "CAPABILITY2", Encoding.VERSIONED_U64),
    /** Wanted or chosen codec, all 64 bits. */
    FORMAT2(56, "FORMAT2", Encoding.VERSIONED_U64),
    /** Originating line information of the caller. */
    CALLING_ANI2(57, "CALLING ANI2", Encoding.U32);

    /** How the data of an element is laid out. */
    public enum Encoding {
        /** Bytes of text, not terminated. */
        TEXT(-1),
        /** 8 bits. */
        U8(1),
        /** 16 bits. */
        U16(2),
        /** 32 bits. */
        U32(4),
        /** A version byte, 0, and 64 bits. */
        VERSIONED_U64(9),
        /** Socket address of 16 or 28 bytes. */
        ADDRESS(-1),
        /** Presence is all. */
        FLAG(-1),
        /** Elements within the element. */
        NESTED(-1),
        /** Bytes. */
        RAW(-1);

        private final int size;

        Encoding(int size) {
            this.size = size;
        }

        /** Length of the data in bytes, or -1 if it varies. */
        public int size() {
            return size;
        }

        /** Whether data of that length can be read. */
        boolean accepts(int length) {
            return size < 0
                    ? this != ADDRESS || length == ApparentAddress.IPV4_LENGTH || length == ApparentAddress.IPV6_LENGTH
                    : length == size;
        }
    }

    /** Most bytes of data an element can have. */
    public static final int MAX_LENGTH = 255;

    /** Elements below this number fit a 64-bit set. */
    static final int NUMBER_LIMIT = 64;

    private static final @Nullable InformationElement[] BY_NUMBER = new InformationElement[NUMBER_LIMIT];

    static {
        for (InformationElement element : values()) {
            BY_NUMBER[element.number] = element;
        }
    }

    private final int number;
    private final String label;
    private final Encoding encoding;

    InformationElement(int number, String label, Encoding encoding) {
        this.number = number;
        this.label = label;
        this.encoding = encoding;
    }

    /**
     * The element with that number.
     *
     * @param number 0..255.
     * @return null if it is not known: skip it.
     */
    public static @Nullable InformationElement of(int number) {
        return number >= 0 && number < NUMBER_LIMIT ? BY_NUMBER[number] : null;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The name in Asterisk's debug output, before that cuts it at 15 characters. */
    public String label() {
        return label;
    }

    /** How the data is laid out. */
    public Encoding encoding() {
        return encoding;
    }
}
