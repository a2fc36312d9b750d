package org.asterism.core.manager.action;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.core.Pbx;
import org.asterism.core.manager.ManagerAction;

/** All actions of this package. */
public final class CoreActions {
    private CoreActions() {}

    /**
     * The actions, ready to be registered.
     *
     * @param pbx the switch
     * @return one instance each
     */
    public static List<ManagerAction> all(Pbx pbx) {
        return Stream.of(
                        new GeneralActions(pbx).all(),
                        new ChannelActions(pbx).all(),
                        new OriginateAction(pbx).all(),
                        new RedirectAction(pbx).all(),
                        new BridgeActions(pbx).all(),
                        new ExtensionStateActions(pbx).all(),
                        new VariableActions(pbx).all(),
                        new DatabaseActions(pbx).all(),
                        new DialplanActions(pbx).all())
                .flatMap(List::stream)
                .toList();
    }
}
