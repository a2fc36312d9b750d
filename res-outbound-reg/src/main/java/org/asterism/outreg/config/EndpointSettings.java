package org.asterism.outreg.config;

import java.util.List;
import org.asterism.core.config.OptionValues;

/**
 * A section {@code type=endpoint}.
 *
 * @param id           the name of the section
 * @param context      where its calls enter the dialplan
 * @param aors         names of its aors
 * @param auth         names of the auths it is challenged by
 * @param outboundAuth names of the auths it answers challenges with
 * @param transport    name of its transport, empty for any
 * @param callerId     who it is in its calls, as written
 * @param codecs       {@code allow} and {@code disallow} taken together, in order of preference
 * @param written      the other options
 */
public record EndpointSettings(
        String id,
        String context,
        List<String> aors,
        List<String> auth,
        List<String> outboundAuth,
        String transport,
        String callerId,
        List<String> codecs,
        WrittenOptions written)
        implements PjsipObject {
    /** Copies the lists. */
    public EndpointSettings {
        aors = List.copyOf(aors);
        auth = List.copyOf(auth);
        outboundAuth = List.copyOf(outboundAuth);
        codecs = List.copyOf(codecs);
    }

    static EndpointSettings of(SectionReader section, OptionValues values) {
        return new EndpointSettings(
                section.id(),
                values.get(EndpointOptions.CONTEXT),
                values.get(EndpointOptions.AORS),
                values.get(EndpointOptions.AUTH),
                values.get(EndpointOptions.OUTBOUND_AUTH),
                values.get(EndpointOptions.TRANSPORT),
                values.get(EndpointOptions.CALLERID),
                CodecList.of(section.section()),
                WrittenOptions.of(EndpointOptions.SET, values));
    }

    @Override
    public List<Parameter> parameters() {
        ParameterList list = new ParameterList().addEach(EndpointOptions.ALLOW, List.of(CodecList.shown(codecs)));
        written.addTo(list, EndpointOptions.SET, EndpointOptions.NOT_SHOWN);
        return list.sorted();
    }
}
