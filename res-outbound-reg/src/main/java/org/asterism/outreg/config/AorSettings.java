package org.asterism.outreg.config;

import java.util.ArrayList;
import java.util.List;
import org.asterism.core.config.OptionTypes;
import org.asterism.core.config.OptionValues;
import org.jspecify.annotations.Nullable;

/**
 * A section {@code type=aor}.
 *
 * @param id          the name of the section
 * @param contacts    URIs where the endpoint is reached
 * @param maxContacts how many contacts may register
 * @param written     the other options
 */
public record AorSettings(String id, List<String> contacts, long maxContacts, WrittenOptions written)
        implements PjsipObject {
    /** Copies the list. */
    public AorSettings {
        contacts = List.copyOf(contacts);
    }

    static @Nullable AorSettings read(SectionReader section, OptionValues values) {
        List<String> contacts = new ArrayList<>();
        for (OptionValues.Written<String> line : values.written(AorOptions.CONTACT)) {
            for (String contact : OptionTypes.LIST.parse(line.value())) {
                if (!UriCheck.isUsable(contact)) {
                    section.refuse(
                            line.entry(),
                            "Contact uri or hostname length exceeds pjproject limit or is not a sip(s) uri: " + contact
                                    + "; write contact=sip:user@host");
                    return null;
                }
                contacts.add(contact);
            }
        }
        return new AorSettings(
                section.id(), contacts, values.get(AorOptions.MAX_CONTACTS), WrittenOptions.of(AorOptions.SET, values));
    }

    @Override
    public List<Parameter> parameters() {
        ParameterList list = new ParameterList().addEach(AorOptions.CONTACT, contacts);
        written.addTo(list, AorOptions.SET, List.of(AorOptions.TYPE, AorOptions.CONTACT));
        return list.sorted();
    }
}
