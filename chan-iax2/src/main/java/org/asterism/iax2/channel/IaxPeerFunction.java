package org.asterism.iax2.channel;

import java.util.List;
import java.util.Locale;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.dialplan.DialplanFunction;
import org.asterism.core.dialplan.Documentation;
import org.asterism.core.dialplan.FunctionFailed;
import org.asterism.core.location.Location;
import org.asterism.core.location.Registrar;
import org.asterism.core.net.PeerAddress;
import org.asterism.iax2.config.Peer;
import org.asterism.iax2.peer.PeerEntry;
import org.asterism.iax2.wire.Codecs;
import org.asterism.iax2.wire.IaxCodec;
import org.jspecify.annotations.Nullable;

/** {@code IAXPEER(peer[,item])}: what is known of a peer. */
final class IaxPeerFunction implements DialplanFunction {
    private static final String THIS_CHANNEL = "CURRENTCHANNEL";

    private final Iax2Driver driver;

    IaxPeerFunction(Iax2Driver driver) {
        this.driver = driver;
    }

    @Override
    public String name() {
        return "IAXPEER";
    }

    @Override
    public Documentation documentation() {
        return new Documentation(
                "Gets IAX peer information.",
                "IAXPEER(peername[,item])",
                "Gets information about a peer of iax.conf, or with CURRENTCHANNEL the address of the far end of this"
                        + " channel.",
                List.of(
                        "ip - (default) its address",
                        "status - what checking it has found (qualify=)",
                        "mailbox - its mailbox",
                        "context - its context",
                        "expire - seconds since 1970 when its registration ends",
                        "dynamic - yes if it registers",
                        "callerid_name - the name of its caller id",
                        "callerid_num - the number of its caller id",
                        "codecs - its codecs",
                        "codec[x] - its codec number x, from 0"));
    }

    @Override
    public String read(@Nullable Channel channel, String arguments) throws FunctionFailed {
        String[] parts = arguments.split(",", 2);
        String peerName = parts[0].trim();
        if (peerName.equals(THIS_CHANNEL)) {
            return farEnd(channel);
        }
        PeerEntry entry = driver.peers().find(peerName);
        if (entry == null) {
            throw new FunctionFailed("IAXPEER: there is no peer '" + peerName + "' in iax.conf");
        }
        return item(entry, parts.length > 1 ? parts[1].trim().toLowerCase(Locale.ROOT) : "ip");
    }

    private static String farEnd(@Nullable Channel channel) throws FunctionFailed {
        if (channel != null && channel.leg() instanceof Iax2Leg leg) {
            return leg.iaxCall().dialog().remote().address().host();
        }
        throw new FunctionFailed("IAXPEER(" + THIS_CHANNEL + ") needs an IAX2 channel");
    }

    private String item(PeerEntry entry, String item) {
        Peer peer = entry.peer();
        CallerId callerId = peer.callerId();
        return switch (item) {
            case "ip" -> {
                PeerAddress address = entry.address();
                yield address == null ? "" : address.host();
            }
            case "status" -> entry.status();
            case "mailbox" -> peer.mailboxes().isEmpty() ? "" : peer.mailboxes().getFirst();
            case "context" -> peer.context();
            case "expire" -> expiry(peer.name());
            case "dynamic" -> peer.dynamic() ? "yes" : "no";
            case "callerid_name" -> callerId == null ? "" : callerId.name();
            case "callerid_num" -> callerId == null ? "" : callerId.number();
            case "codecs" -> Codecs.names(Codecs.maskOf(peer.codecs()));
            default -> codec(peer, item);
        };
    }

    private String expiry(String peerName) {
        Registrar registrar = driver.registrar();
        Location location = registrar == null ? null : registrar.find(Iax2Technology.NAME, peerName);
        return location == null ? "-1" : Long.toString(location.expiresAtMs() / 1000);
    }

    private static String codec(Peer peer, String item) {
        if (!item.startsWith("codec[") || !item.endsWith("]")) {
            return "";
        }
        try {
            List<IaxCodec> codecs = peer.codecs();
            int number = Integer.parseInt(item.substring("codec[".length(), item.length() - 1));
            return number >= 0 && number < codecs.size() ? codecs.get(number).codecName() : "";
        } catch (NumberFormatException _) {
            return "";
        }
    }
}
