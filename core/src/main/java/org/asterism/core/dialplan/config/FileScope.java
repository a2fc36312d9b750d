package org.asterism.core.dialplan.config;

import java.util.Map;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.expression.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code ${…}} in extensions.conf sees while it is read: its own global variables, then what the switch knows. */
public final class FileScope implements Scope {
    private static final Logger LOG = LoggerFactory.getLogger(FileScope.class);

    private final Map<String, String> globals;
    private final Dialplan dialplan;

    /**
     * @param globals  the file's global variables so far
     * @param dialplan knows the others, and functions
     */
    public FileScope(Map<String, String> globals, Dialplan dialplan) {
        this.globals = globals;
        this.dialplan = dialplan;
    }

    @Override
    public String variable(String name) {
        String own = globals.get(name);
        return own == null ? dialplan.substitute(null, "${" + name + "}") : own;
    }

    @Override
    public String function(String name, String arguments) {
        return dialplan.substitute(null, "${" + name + "(" + arguments + ")}");
    }

    @Override
    public boolean hasFunction(String name) {
        return false;
    }

    @Override
    public void warn(String message) {
        LOG.warn("{} in {}", message, ExtensionsConf.FILE);
    }
}
