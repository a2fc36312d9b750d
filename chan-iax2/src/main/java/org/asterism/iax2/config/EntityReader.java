package org.asterism.iax2.config;

import java.util.List;
import org.asterism.core.channel.CallerId;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.config.ConfigSection;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionValues;
import org.asterism.core.security.AccessList;
import org.asterism.iax2.wire.AuthMethods;
import org.asterism.iax2.wire.IaxCodec;
import org.jspecify.annotations.Nullable;

/** Makes {@link User}s and {@link Peer}s of sections; what a section does not say is as {@code [general]} says. */
final class EntityReader {
    private static final String DYNAMIC = "dynamic";

    private final GeneralSettings general;
    private final List<ConfigProblem> problems;
    private final AccessRules rules;

    EntityReader(GeneralSettings general, List<ConfigProblem> problems, AccessRules rules) {
        this.general = general;
        this.problems = problems;
        this.rules = rules;
    }

    User user(ConfigSection section, OptionValues values) {
        List<String> contexts = values.all(EntityOptions.CONTEXT);
        List<String> inKeys = GeneralReader.words(values.get(EntityOptions.INKEYS), ":");
        return new User(
                section.name(),
                List.copyOf(values.all(EntityOptions.SECRET)),
                values.get(EntityOptions.DBSECRET),
                userMethods(values, inKeys),
                inKeys,
                contexts.isEmpty() ? List.of("default") : List.copyOf(contexts),
                !contexts.isEmpty(),
                access(section),
                callerId(values),
                List.copyOf(values.all(EntityOptions.SETVAR)),
                codecs(section),
                values.isSet(EntityOptions.CODECPRIORITY)
                        ? values.get(EntityOptions.CODECPRIORITY)
                        : general.codecPriority(),
                orGeneral(values, EntityOptions.ACCOUNTCODE, general.accountCode()),
                orGeneral(values, EntityOptions.LANGUAGE, general.language()),
                values.isSet(EntityOptions.MAXAUTHREQ)
                        ? values.get(EntityOptions.MAXAUTHREQ)
                        : general.maxAuthRequests(),
                values.get(EntityOptions.REQUIRECALLTOKEN),
                forceEncryption(values));
    }

    Peer peer(ConfigSection section, OptionValues values) {
        String host = values.get(EntityOptions.HOST).trim();
        boolean dynamic = host.equalsIgnoreCase(DYNAMIC);
        List<String> secrets = values.all(EntityOptions.SECRET);
        List<String> contexts = values.all(EntityOptions.CONTEXT);
        return new Peer(
                section.name(),
                dynamic ? "" : host,
                dynamic,
                values.get(EntityOptions.PORT) == 0 ? 4569 : values.get(EntityOptions.PORT),
                values.get(EntityOptions.DEFAULTIP).trim(),
                secrets.isEmpty() ? "" : secrets.getLast(),
                peerMethods(values),
                GeneralReader.words(values.get(EntityOptions.INKEYS), ":"),
                values.get(EntityOptions.OUTKEY),
                values.get(EntityOptions.USERNAME),
                contexts.isEmpty() ? "" : contexts.getFirst(),
                values.get(EntityOptions.PEERCONTEXT),
                access(section),
                callerId(values),
                new Peer.Qualify(
                        values.get(EntityOptions.QUALIFY),
                        values.get(EntityOptions.QUALIFYSMOOTHING),
                        values.get(EntityOptions.QUALIFYFREQOK),
                        values.get(EntityOptions.QUALIFYFREQNOTOK)),
                values.get(EntityOptions.TRUNK),
                GeneralReader.isOn(values.get(EntityOptions.ENCRYPTION)),
                forceEncryption(values),
                values.get(EntityOptions.SENDANI),
                List.copyOf(values.all(EntityOptions.MAILBOX)),
                values.get(EntityOptions.DESCRIPTION),
                values.get(EntityOptions.MAXCALLNUMBERS),
                values.get(EntityOptions.REQUIRECALLTOKEN),
                codecs(section),
                GeneralReader.words(values.get(EntityOptions.REGEXTEN), "&"));
    }

    private AccessList access(ConfigSection section) {
        return rules.of(section);
    }

    private List<IaxCodec> codecs(ConfigSection section) {
        return CodecOrder.of(section, general.codecs(), problems);
    }

    private boolean forceEncryption(OptionValues values) {
        return values.isSet(EntityOptions.FORCEENCRYPTION)
                ? GeneralReader.isOn(values.get(EntityOptions.FORCEENCRYPTION))
                : general.forceEncryption();
    }

    /** Without {@code auth=}: MD5 for a secret, RSA for keys (Asterisk's default). */
    private int userMethods(OptionValues values, List<String> inKeys) {
        if (values.isSet(EntityOptions.AUTH)) {
            return values.get(EntityOptions.AUTH);
        }
        if (general.authMethods() != 0) {
            return general.authMethods();
        }
        if (inKeys.isEmpty()) {
            return AuthMethods.MD5;
        }
        boolean secret = values.isSet(EntityOptions.SECRET) || values.isSet(EntityOptions.DBSECRET);
        return AuthMethods.RSA | (secret ? AuthMethods.MD5 : 0);
    }

    private int peerMethods(OptionValues values) {
        if (values.isSet(EntityOptions.AUTH)) {
            return values.get(EntityOptions.AUTH);
        }
        return general.authMethods() != 0 ? general.authMethods() : AuthMethods.MD5;
    }

    private static String orGeneral(OptionValues values, Option<String> option, String inherited) {
        return values.isSet(option) ? values.get(option) : inherited;
    }

    private static @Nullable CallerId callerId(OptionValues values) {
        String text = values.get(EntityOptions.CALLERID).trim();
        String name = values.get(EntityOptions.FULLNAME);
        String number = values.get(EntityOptions.CID_NUMBER);
        if (!text.isEmpty() && !text.equalsIgnoreCase("asreceived")) {
            int open = text.lastIndexOf('<');
            int close = text.lastIndexOf('>');
            if (open >= 0 && close > open) {
                number = text.substring(open + 1, close).trim();
                name = text.substring(0, open).trim();
            } else {
                number = text;
            }
            name = name.replace("\"", "").trim();
        }
        if (name.isEmpty() && number.isEmpty()) {
            return null;
        }
        return new CallerId(name, number, number, "", "", 0x01);
    }
}
