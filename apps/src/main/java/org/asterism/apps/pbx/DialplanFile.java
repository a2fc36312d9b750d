package org.asterism.apps.pbx;

import org.asterism.core.Pbx;
import org.asterism.core.channel.Variables;
import org.asterism.core.config.ConfigException;
import org.asterism.core.dialplan.Dialplan;
import org.asterism.core.dialplan.config.ExtensionsConf;
import org.asterism.core.dialplan.config.FileScope;
import org.asterism.core.dialplan.expression.Substitution;
import org.asterism.core.module.ModuleDeclined;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** extensions.conf on disk. A file that cannot be read leaves the dialplan as it is. Any thread, one at a time. */
final class DialplanFile {
    private static final Logger LOG = LoggerFactory.getLogger(DialplanFile.class);

    private final Pbx pbx;

    DialplanFile(Pbx pbx) {
        this.pbx = pbx;
    }

    /**
     * Reads the file and puts it into force, in place of what it said before.
     *
     * @throws ModuleDeclined it cannot be read, and nothing was changed
     */
    synchronized void load() throws ModuleDeclined {
        Dialplan dialplan = pbx.dialplan();
        ExtensionsConf conf;
        try {
            conf = ExtensionsConf.read(
                    pbx.config().parse(ExtensionsConf.FILE),
                    globals -> new Substitution(new FileScope(globals, dialplan))::apply);
        } catch (ConfigException e) {
            throw new ModuleDeclined(String.valueOf(e.getMessage()), e);
        }
        conf.problems().forEach(problem -> problem.log(LOG));
        Variables globals = dialplan.globals();
        if (conf.clearGlobals()) {
            globals.all().keySet().forEach(name -> globals.set(name, ""));
        }
        conf.globals().forEach(globals::set);
        dialplan.editor().replace(ExtensionsConf.REGISTRAR, conf.contexts(), conf.autoFallThrough());
        dialplan.editor().snapshot().missingIncludes().forEach(LOG::warn);
    }
}
