package org.asterism.core.net;

class NioTransportTest extends DatagramTransportTest {

    @Override
    DatagramSelector newSelector() {
        return TransportKind.NIO.newSelector();
    }
}
