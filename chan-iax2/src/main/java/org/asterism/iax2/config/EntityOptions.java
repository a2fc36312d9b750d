package org.asterism.iax2.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** What a section of a user, a peer or a friend (both) may say. */
final class EntityOptions {
    static final Map<String, CallTokenRequirement> REQUIREMENTS = requirements();

    static final Option<String> TYPE = Option.text(
            "type",
            "",
            "user: may call us; peer: may register and be called; friend: both; registration: we register there");
    static final Option<String> SECRET =
            Option.repeated("secret", "Shared secret; a user may have several").with(Option.Trait.SECRET);
    static final Option<String> DBSECRET = Option.text("dbsecret", "", "family/key of the secret in AstDB");
    static final Option<Integer> AUTH =
            Option.of("auth", GeneralOptions.AUTH, 0, "Methods permitted: rsa, md5, plaintext");
    static final Option<String> INKEYS = Option.text("inkeys", "", "RSA public keys, separated by colons");
    static final Option<String> OUTKEY = Option.text("outkey", "", "RSA private key for calls to the peer");
    static final Option<String> ENCRYPTION =
            Option.text("encryption", "no", "yes or aes128: offer encryption").withoutEffect();
    static final Option<String> FORCEENCRYPTION = Option.text(
            "forceencryption", "no", "yes or aes128: refuse calls that are not encrypted (all, at present)");
    static final Option<String> CONTEXT =
            Option.repeated("context", "Contexts the user may call, the first by default");
    static final Option<String> PERMIT = Option.repeated("permit", "Addresses to accept");
    static final Option<String> DENY = Option.repeated("deny", "Addresses to refuse");
    static final Option<String> ACL = Option.repeated("acl", "Named rules of acl.conf");
    static final Option<String> CALLERID = Option.text("callerid", "", "\"Name\" <number>, or asreceived");
    static final Option<String> FULLNAME = Option.text("fullname", "", "Caller name");
    static final Option<String> CID_NUMBER = Option.text("cid_number", "", "Caller number");
    static final Option<String> SETVAR = Option.repeated("setvar", "NAME=value set on the user's calls");
    static final Option<CodecPriority> CODECPRIORITY = Option.oneOf(
            "codecpriority", GeneralOptions.CODEC_PRIORITIES, CodecPriority.HOST, "Whose order of codecs counts");
    static final Option<Boolean> TRUNK =
            Option.bool("trunk", false, "Gather calls into trunk frames").withoutEffect();
    static final Option<String> ACCOUNTCODE = Option.text("accountcode", "", "Account code of the user's calls");
    static final Option<String> LANGUAGE = Option.text("language", "", "Language of prompts for the user");
    static final Option<Integer> MAXAUTHREQ =
            Option.integer("maxauthreq", 0, 65535, 3, "Challenges that may be open; 0 for no limit");
    static final Option<CallTokenRequirement> REQUIRECALLTOKEN =
            Option.oneOf("requirecalltoken", REQUIREMENTS, CallTokenRequirement.DEFAULT, "yes, no or auto");
    static final Option<String> HOST = Option.text("host", "", "dynamic, or the peer's address or name");
    static final Option<String> DEFAULTIP =
            Option.text("defaultip", "", "Address of a dynamic peer that is not registered");
    static final Option<Integer> PORT = Option.integer("port", 0, 65535, 4569, "Port of host or defaultip");
    static final Option<String> MASK =
            Option.text("mask", "", "Part of the address that counts when a challenge is answered");
    static final Option<String> REGEXTEN = Option.text("regexten", "", "Extensions made in regcontext");
    static final Option<String> PEERCONTEXT = Option.text("peercontext", "", "Context asked for in calls to the peer");
    static final Option<String> USERNAME =
            Option.text("username", "", "User name in calls to the peer").alias("defaultuser");
    static final Option<Boolean> SENDANI = Option.bool("sendani", false, "Send the ANI in calls to the peer");
    static final Option<String> MAILBOX = Option.repeated("mailbox", "box@context whose messages are counted");
    static final Option<String> DESCRIPTION = Option.text("description", "", "Text in listings");
    static final Option<Integer> QUALIFY =
            Option.of("qualify", GeneralOptions.YES_OR_MS, 0, "Check that the peer answers within 2 s (yes) or ms");
    static final Option<Boolean> QUALIFYSMOOTHING =
            Option.bool("qualifysmoothing", false, "Average the last two round trips");
    static final Option<Integer> QUALIFYFREQOK = Option.integer(
            "qualifyfreqok", 1, Integer.MAX_VALUE, 60000, "Milliseconds between checks of a reachable peer");
    static final Option<Integer> QUALIFYFREQNOTOK = Option.integer(
            "qualifyfreqnotok", 1, Integer.MAX_VALUE, 10000, "Milliseconds between checks of one that is not");
    static final Option<Integer> MAXCALLNUMBERS = Option.integer(
            "maxcallnumbers", 0, 65535, 0, "Calls at a time from the registered address; 0: the general limit");

    static final OptionSet SET = OptionSet.of(
            "iax.conf",
            "friend",
            "A user (may call us), a peer (may register and be called) or both",
            TYPE,
            SECRET,
            DBSECRET,
            AUTH,
            INKEYS,
            OUTKEY,
            ENCRYPTION,
            FORCEENCRYPTION,
            CONTEXT,
            PERMIT,
            DENY,
            ACL,
            CALLERID,
            FULLNAME,
            CID_NUMBER,
            SETVAR,
            GeneralOptions.ALLOW,
            GeneralOptions.DISALLOW,
            CODECPRIORITY,
            TRUNK,
            ACCOUNTCODE,
            LANGUAGE,
            MAXAUTHREQ,
            REQUIRECALLTOKEN,
            HOST,
            DEFAULTIP,
            PORT,
            MASK,
            REGEXTEN,
            PEERCONTEXT,
            USERNAME,
            SENDANI,
            MAILBOX,
            DESCRIPTION,
            QUALIFY,
            QUALIFYSMOOTHING,
            QUALIFYFREQOK,
            QUALIFYFREQNOTOK,
            MAXCALLNUMBERS,
            Option.bool("jitterbuffer", false, "Smooth arriving audio").withoutEffect(),
            Option.bool("immediate", false, "Start at extension s without waiting for digits")
                    .withoutEffect(),
            Option.text("amaflags", "", "AMA flags of calls").withoutEffect(),
            Option.text("parkinglot", "", "Parking lot of calls").withoutEffect(),
            Option.text("mohinterpret", "", "Music class played on hold, or passthrough")
                    .withoutEffect(),
            Option.text("mohsuggest", "", "Music class suggested to the far end")
                    .withoutEffect(),
            Option.bool("adsi", false, "ADSI phones").withoutEffect(),
            Option.text("connectedline", "no", "Send and accept connected-line updates")
                    .withoutEffect(),
            Option.text("transfer", "yes", "Let calls be transferred").withoutEffect(),
            Option.text("sourceaddress", "", "Local address for this peer").withoutEffect(),
            Option.text("timezone", "", "Zone of the DATETIME element").withoutEffect(),
            Option.bool("hasvoicemail", false, "Mailbox by the peer's name").withoutEffect(),
            Option.text("hasiax", "", "users.conf").withoutEffect());

    private EntityOptions() {}

    private static Map<String, CallTokenRequirement> requirements() {
        Map<String, CallTokenRequirement> words = new LinkedHashMap<>();
        for (String yes : new String[] {"yes", "true", "y", "t", "1", "on"}) {
            words.put(yes, CallTokenRequirement.YES);
        }
        words.put("auto", CallTokenRequirement.AUTO);
        for (String no : new String[] {"no", "false", "n", "f", "0", "off"}) {
            words.put(no, CallTokenRequirement.NO);
        }
        return words;
    }
}
