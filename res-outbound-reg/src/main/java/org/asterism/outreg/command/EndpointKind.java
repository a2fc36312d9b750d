package org.asterism.outreg.command;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asterism.outreg.config.AorSettings;
import org.asterism.outreg.config.AuthSettings;
import org.asterism.outreg.config.EndpointSettings;
import org.asterism.outreg.config.IdentifySettings;
import org.asterism.outreg.config.PjsipConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * {@code pjsip show endpoints}. Endpoints are {@code Unavailable}: no SIP channel driver could call them.
 *
 * @param configuration the objects
 * @param transports    gives the line about a transport of that name, without label; null when there is none
 */
record EndpointKind(Supplier<PjsipConfiguration> configuration, Function<String, @Nullable String> transports)
        implements ObjectKind<EndpointSettings> {
    private static final int ID_WIDTH = 51;

    @Override
    public String word() {
        return "endpoint";
    }

    @Override
    public String words() {
        return "endpoints";
    }

    @Override
    public String title() {
        return "Endpoint";
    }

    @Override
    public String titles() {
        return "Endpoints";
    }

    @Override
    public SortedMap<String, EndpointSettings> objects() {
        return configuration.get().endpoints();
    }

    @Override
    public String header() {
        return " Endpoint:  <Endpoint/CID.....................................>  <State.....>  <Channels.>";
    }

    @Override
    public List<String> detailHeader() {
        return List.of(
                "    I/OAuth:  <AuthId/UserName...........................................................>",
                "        Aor:  <Aor............................................>  <MaxContact>",
                "      Contact:  <Aor/ContactUri..........................> <Hash....> <Status> <RTT(ms)..>",
                "  Transport:  <TransportId........>  <Type>  <cos>  <tos>  <BindAddress..................>",
                "   Identify:  <Identify/Endpoint.........................................................>",
                "        Match:  <criteria.........................>",
                "    Channel:  <ChannelId......................................>  <State.....>  <Time.....>",
                "        Exten: <DialedExten...........>  CLCID: <ConnectedLineCID.......>");
    }

    @Override
    public String row(EndpointSettings endpoint) {
        return Rows.label("Endpoint:", 0) + "  " + Rows.pad(endpoint.id() + callerId(endpoint), ID_WIDTH)
                + "  Unavailable   0 of inf";
    }

    /** The number of the caller ID, as Asterisk adds it. */
    private static String callerId(EndpointSettings endpoint) {
        String text = endpoint.callerId();
        int open = text.lastIndexOf('<');
        int close = text.lastIndexOf('>');
        String number = open >= 0 && close > open ? text.substring(open + 1, close) : text;
        return number.isEmpty() || text.equals("<unknown>") ? "" : "/" + number;
    }

    @Override
    public List<String> details(EndpointSettings endpoint) {
        PjsipConfiguration objects = configuration.get();
        List<String> rows = new ArrayList<>();
        addAuths("InAuth:", endpoint.auth(), objects, rows);
        addAuths("OutAuth:", endpoint.outboundAuth(), objects, rows);
        for (String name : endpoint.aors()) {
            AorSettings aor = objects.aors().get(name);
            if (aor != null) {
                rows.add(Rows.aor(aor, 1));
                rows.addAll(Rows.contacts(aor, 2));
            }
        }
        String transport = endpoint.transport().isEmpty() ? null : transports.apply(endpoint.transport());
        if (transport != null) {
            rows.add(Rows.label("Transport:", 1) + "  " + transport);
        }
        for (IdentifySettings identify : objects.identifies().values()) {
            if (identify.endpoint().equals(endpoint.id())) {
                rows.add(Rows.identify(identify, 1));
                rows.addAll(Rows.criteria(identify, 2));
            }
        }
        return rows;
    }

    private static void addAuths(String label, List<String> names, PjsipConfiguration objects, List<String> rows) {
        for (String name : names) {
            AuthSettings auth = objects.auths().get(name);
            if (auth != null) {
                rows.add(Rows.auth(label, auth, 1));
            }
        }
    }

    @Override
    public boolean spaced() {
        return true;
    }
}
