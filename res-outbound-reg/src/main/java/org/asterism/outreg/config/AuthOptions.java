package org.asterism.outreg.config;

import org.asterism.core.config.Option;
import org.asterism.core.config.OptionSet;

/** What a section {@code type=auth} may say. */
final class AuthOptions {
    static final String TYPE_NAME = "auth";

    static final Option<String> TYPE = Option.text("type", TYPE_NAME, "Must be auth");
    static final Option<String> AUTH_TYPE =
            Option.text("auth_type", "userpass", "userpass, md5 or digest; which secret there is says the same");
    static final Option<String> USERNAME = Option.text("username", "", "User name that is proved; required");
    static final Option<String> PASSWORD = Option.secret("password", "The password in clear");
    static final Option<String> PASSWORD_DIGEST =
            Option.secret("password_digest", "ALGORITHM:digest of user:realm:password, several separated by commas");
    static final Option<String> MD5_CRED = Option.secret("md5_cred", "As password_digest=MD5:...");
    static final Option<String> REALM =
            Option.text("realm", "", "Only for challenges of this realm; empty or * for any");
    static final Option<Long> NONCE_LIFETIME =
            Option.of("nonce_lifetime", PjsipTypes.UINT, 32L, "Seconds that challenges of ours hold");
    static final Option<String> ALGORITHMS_UAC = Option.text(
            "supported_algorithms_uac", "", "Algorithms used to answer challenges: MD5, SHA-256, SHA-512-256");
    static final Option<String> ALGORITHMS_UAS =
            Option.text("supported_algorithms_uas", "", "Algorithms used to challenge others");
    static final Option<String> REFRESH_TOKEN = Option.secret("refresh_token", "For google_oauth");
    static final Option<String> OAUTH_CLIENTID = Option.text("oauth_clientid", "", "For google_oauth");
    static final Option<String> OAUTH_SECRET = Option.secret("oauth_secret", "For google_oauth");

    static final OptionSet SET = OptionSet.of(
            PjsipConfigurationReader.FILE,
            TYPE_NAME,
            "User name and secret, for registrations and endpoints",
            TYPE,
            AUTH_TYPE,
            USERNAME,
            PASSWORD,
            PASSWORD_DIGEST,
            MD5_CRED,
            REALM,
            NONCE_LIFETIME,
            ALGORITHMS_UAC,
            ALGORITHMS_UAS,
            REFRESH_TOKEN,
            OAUTH_CLIENTID,
            OAUTH_SECRET);

    private AuthOptions() {}
}
