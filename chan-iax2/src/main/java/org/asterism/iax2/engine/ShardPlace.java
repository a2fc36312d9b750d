package org.asterism.iax2.engine;

import org.asterism.core.net.LoopSettings;
import org.asterism.core.net.PacketFilter;
import org.asterism.core.net.PeerAddress;

/**
 * Which of several shards something belongs to. Shards share their ports; the kernel hands each datagram to the right one
 * by a {@linkplain #steering program} that knows as much as this class: a full frame with one of our call numbers belongs to the shard whose
 * number it is, everything else to the shard of its source's IP address. So each shard has dialogs, call numbers and limits of its
 * own, and nothing is shared.
 *
 * @param index which shard, from 0
 * @param count how many there are: a power of two, 1 to {@value #MOST}
 */
public record ShardPlace(int index, int count) {
    /** The only shard. */
    public static final ShardPlace ONLY = new ShardPlace(0, 1);

    /** Most shards: must divide {@link CallNumbers#FIRST_DIALOG}, so that the last bits of a call number tell its shard. */
    public static final int MOST = LoopSettings.MOST_SHARDS;

    /** 2³² by the golden ratio: addresses that differ little in any byte come out apart. */
    private static final int SPREAD = 0x9E3779B1;

    private static final int SPREAD_SHIFT = 16;
    private static final int FULL_FRAME = 0x8000;
    private static final int CALL_NUMBER = 0x7FFF;
    private static final int IPV6 = 6;

    // Where an IP header has its source address, in bytes.
    private static final int IPV4_SOURCE = 12;
    private static final int IPV6_SOURCE = 8;

    /** Checks the ranges. */
    public ShardPlace {
        if (Integer.bitCount(count) != 1 || count > MOST || index < 0 || index >= count) {
            throw new IllegalArgumentException("there is no shard " + index + " of " + count);
        }
    }

    /** {@return how many call numbers dialogs of this shard may have} */
    int callNumbers() {
        return (CallNumbers.LAST_DIALOG + 1 - CallNumbers.FIRST_DIALOG) / count;
    }

    /** The nth of this shard's call numbers. */
    int callNumber(int nth) {
        return CallNumbers.FIRST_DIALOG + nth * count + index;
    }

    /** This shard's part of a limit that all shards keep together. */
    int partOf(int limit) {
        return (limit + count - 1) / count;
    }

    /**
     * Finds the shard that a far end's datagrams are handed to.
     *
     * @param address the far end's
     * @param count   how many shards there are
     * @return its index
     */
    public static int of(PeerAddress address, int count) {
        long high = address.high();
        int folded = (int) address.low();
        if (!address.isIpv4()) {
            folded ^= (int) (address.low() >>> Integer.SIZE) ^ (int) high ^ (int) (high >>> Integer.SIZE);
        }
        return ((folded * SPREAD) >>> SPREAD_SHIFT) & (count - 1);
    }

    /**
     * The same choice for the kernel.
     *
     * @param count how many shards, and sockets at each port, there are
     * @return given with the first of a port's sockets, which are opened in the order of the shards
     */
    public static PacketFilter steering(int count) {
        PacketFilter.Builder program = new PacketFilter.Builder()
                .loadHalf(0)
                .unlessAtLeastSkip(FULL_FRAME, 5)
                .loadHalf(2)
                .and(CALL_NUMBER)
                .unlessAtLeastSkip(CallNumbers.FIRST_DIALOG, 2)
                .and(count - 1)
                .choose()
                .loadNetworkByte(0)
                .shiftRight(4)
                .unlessEqualSkip(IPV6, 14)
                .loadNetworkWord(IPV6_SOURCE)
                .copyToX()
                .loadNetworkWord(IPV6_SOURCE + 4)
                .xorX()
                .copyToX()
                .loadNetworkWord(IPV6_SOURCE + 8)
                .xorX()
                .copyToX()
                .loadNetworkWord(IPV6_SOURCE + 12)
                .xorX();
        chooseBySpread(program, count);
        program.loadNetworkWord(IPV4_SOURCE);
        chooseBySpread(program, count);
        return program.build();
    }

    private static void chooseBySpread(PacketFilter.Builder program, int count) {
        program.multiply(SPREAD).shiftRight(SPREAD_SHIFT).and(count - 1).choose();
    }
}
