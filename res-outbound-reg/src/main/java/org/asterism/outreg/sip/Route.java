package org.asterism.outreg.sip;

import java.util.ArrayList;
import java.util.List;
import org.asterism.outreg.sip.message.SipRequest;
import org.asterism.outreg.sip.message.SipUri;
import org.asterism.outreg.sip.message.Via;

/**
 * The Request-URI and the Route headers that a route set makes of a request (RFC 3261 section 12.2.1.1).
 *
 * @param requestUri what the request line says
 * @param headers    the Route headers
 * @param next       where the request goes
 */
record Route(SipUri requestUri, List<String> headers, SipUri next) {
    /** Keeps the list from changing. */
    Route {
        headers = List.copyOf(headers);
    }

    static Route of(SipUri uri, List<SipUri> routes) {
        if (routes.isEmpty()) {
            return new Route(uri, List.of(), uri);
        }
        SipUri first = routes.getFirst();
        List<String> headers = new ArrayList<>();
        if (first.parameters().has("lr")) {
            routes.forEach(each -> headers.add("<" + each + ">"));
            return new Route(uri, headers, first);
        }
        // A strict router wants to see itself in the request line.
        routes.subList(1, routes.size()).forEach(each -> headers.add("<" + each + ">"));
        headers.add("<" + uri + ">");
        return new Route(first, headers, first);
    }

    /** The request as it goes over the wire. */
    SipRequest applied(SipRequest draft, Via via) {
        return draft.toBuilder()
                .uri(requestUri.toString())
                .first("Via", via)
                .behindVia("Route", headers)
                .build();
    }
}
