package org.asterism.iax2.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandTablesTest {
    @Test
    void shouldNumberIaxCommandsFrom1To40() {
        assertThat(IntStream.rangeClosed(1, 40).mapToObj(IaxCommand::of)).containsExactly(IaxCommand.values());
        assertThat(IaxCommand.of(0)).isNull();
        assertThat(IaxCommand.of(41)).isNull();
        assertThat(IaxCommand.of(255)).isNull();
        for (IaxCommand command : IaxCommand.values()) {
            assertThat(command.number()).isEqualTo(command.ordinal() + 1);
            assertThat(command.label()).hasSizeBetween(7, 8);
        }
    }

    @Test
    void shouldKnowTransportProperties() {
        assertThat(those(command -> !command.isSequenced()))
                .containsExactly(IaxCommand.ACK, IaxCommand.INVAL, IaxCommand.VNAK, IaxCommand.TXCNT, IaxCommand.TXACC);
        assertThat(those(IaxCommand::isAcceptedOutOfOrder))
                .containsExactly(
                        IaxCommand.ACK,
                        IaxCommand.INVAL,
                        IaxCommand.VNAK,
                        IaxCommand.TXCNT,
                        IaxCommand.TXACC,
                        IaxCommand.TXREADY,
                        IaxCommand.TXREL,
                        IaxCommand.UNQUELCH);
        assertThat(those(IaxCommand::echoesTimestamp))
                .containsExactly(IaxCommand.PONG, IaxCommand.ACK, IaxCommand.LAGRP);
    }

    private static Set<IaxCommand> those(Predicate<IaxCommand> property) {
        return Arrays.stream(IaxCommand.values())
                .filter(property)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(IaxCommand.class)));
    }

    @Test
    void shouldNumberControlCommands() {
        assertThat(IntStream.concat(IntStream.rangeClosed(1, 37), IntStream.of(255))
                        .mapToObj(ControlCommand::of))
                .containsExactly(ControlCommand.values());
        assertThat(ControlCommand.of(0)).isNull();
        assertThat(ControlCommand.of(38)).isNull();
        assertThat(ControlCommand.of(254)).isNull();
    }

    @Test
    void shouldKeepInternalControlCommandsOffTheWire() {
        int[] blocked = {19, 20, 21, 25, 26, 27, 29, 32, 33, 34, 35, 36, 37};
        for (ControlCommand command : ControlCommand.values()) {
            boolean allowed = Arrays.stream(blocked).noneMatch(number -> number == command.number());
            boolean identity = command == ControlCommand.CONNECTED_LINE || command == ControlCommand.REDIRECTING;
            assertThat(command.isAllowedOnWire(true)).as("%s", command).isEqualTo(allowed);
            assertThat(command.isAllowedOnWire(false)).as("%s", command).isEqualTo(allowed && !identity);
        }
    }

    @Test
    void shouldKnowFrameTypes() {
        assertThat(IntStream.range(0, 256).filter(FrameType::isKnown))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }
}
