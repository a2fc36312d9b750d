package org.asterism.iax2.channel;

import java.net.InetAddress;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.asterism.core.Pbx;
import org.asterism.core.channel.CallerId;
import org.asterism.core.channel.Channel;
import org.asterism.core.channel.ChannelState;
import org.asterism.core.channel.DialplanPosition;
import org.asterism.core.channel.Mailbox;
import org.asterism.core.db.AstDbException;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.iax2.call.AcceptedCall;
import org.asterism.iax2.call.Call;
import org.asterism.iax2.call.CallObserver;
import org.asterism.iax2.call.CallService;
import org.asterism.iax2.call.NewCall;
import org.asterism.iax2.config.User;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets calls in as iax.conf says and connects them to the dialplan. Lives on the shard's thread. */
final class PbxCallService implements CallService {
    private static final Logger LOG = LoggerFactory.getLogger(PbxCallService.class);

    private static final int EXISTS = 1;
    private static final int CAN_EXIST = 2;
    private static final int NONEXISTENT = 4;
    private static final int IGNORE_PATTERN = 0x4000;
    private static final int MATCH_MORE = 0x8000;

    private final Pbx pbx;
    private final Iax2Driver driver;

    PbxCallService(Pbx pbx, Iax2Driver driver) {
        this.pbx = pbx;
        this.driver = driver;
    }

    @Override
    public boolean acceptsCalls() {
        return pbx.acceptsCalls();
    }

    @Override
    public boolean delaysRefusals() {
        return driver.configuration().general().delayReject();
    }

    @Override
    public boolean shrinksCallerId() {
        return driver.configuration().general().shrinkCallerId();
    }

    @Override
    public int maxAuthRequests() {
        return driver.configuration().general().maxAuthRequests();
    }

    @Override
    public @Nullable User userFor(NewCall call, InetAddress source) {
        return driver.configuration().userFor(call.userName(), source, call.context());
    }

    @Override
    public void secrets(User user, Executor shard, Consumer<List<String>> answer) {
        String path = user.dbSecret();
        int slash = path.indexOf('/');
        if (slash <= 0) {
            answer.accept(user.secrets());
            return;
        }
        Thread.ofVirtual().name("iax2-dbsecret").start(() -> {
            List<String> secrets = new ArrayList<>(user.secrets());
            try {
                String stored = pbx.database().get(path.substring(0, slash), path.substring(slash + 1));
                if (stored != null) {
                    secrets.add(stored);
                }
            } catch (AstDbException e) {
                LOG.error("Secret of user {} cannot be read from AstDB {}: {}", user.name(), path, e.getMessage());
            }
            shard.execute(() -> answer.accept(secrets));
        });
    }

    @Override
    public @Nullable PublicKey publicKey(String name) {
        return driver.keys().publicKey(name);
    }

    @Override
    public boolean exists(String context, String extension, String caller) {
        return pbx.dialplan().exists(context, extension, 1, caller);
    }

    @Override
    public int dialplanStatus(String context, String extension, String caller) {
        Dialplan dialplan = pbx.dialplan();
        int status = dialplan.exists(context, extension, 1, caller)
                ? EXISTS
                : dialplan.canMatch(context, extension, 1, caller) ? CAN_EXIST : NONEXISTENT;
        if (dialplan.ignorePattern(context, extension)) {
            status |= IGNORE_PATTERN;
        }
        return dialplan.matchMore(context, extension, 1, caller) ? status | MATCH_MORE : status;
    }

    @Override
    public CallObserver begin(Call call, AcceptedCall accepted) {
        User user = accepted.user();
        String host = accepted.authMethod().equals("none")
                ? driver.nameOf(call.dialog().remote().address())
                : user.name();
        String name = driver.channelName(host);
        call.name(name);
        Channel channel = pbx.channels()
                .create(
                        driver.technology(),
                        name,
                        ChannelState.RING,
                        new Mailbox(),
                        _ -> new Iax2Leg(call, null),
                        made -> prepare(made, accepted));
        setVariables(channel, accepted);
        pbx.dialplan().start(channel);
        return new ChannelObserver(channel);
    }

    private static void prepare(Channel channel, AcceptedCall accepted) {
        User user = accepted.user();
        NewCall request = accepted.request();
        channel.callerId(callerId(user, request));
        String language = user.language().isEmpty() ? request.language() : user.language();
        if (!language.isEmpty()) {
            channel.language(language);
        }
        channel.accountCode(user.accountCode());
        channel.position(new DialplanPosition(accepted.context(), accepted.extension(), 1));
    }

    private static void setVariables(Channel channel, AcceptedCall accepted) {
        for (String variable : accepted.user().variables()) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                channel.variables()
                        .set(
                                variable.substring(0, equals).trim(),
                                variable.substring(equals + 1).trim());
            }
        }
        IaxVariables.set(channel, accepted.request().variables());
    }

    /** What the configuration says of the caller goes before what he says of himself. */
    private static CallerId callerId(User user, NewCall request) {
        CallerId said = request.callerId();
        CallerId known = user.callerId();
        return known == null
                ? said
                : new CallerId(
                        known.name(), known.number(), known.number(), said.dnid(), said.rdnis(), known.presentation());
    }
}
