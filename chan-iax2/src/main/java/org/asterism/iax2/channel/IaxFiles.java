package org.asterism.iax2.channel;

import org.asterism.core.Pbx;
import org.asterism.core.config.ConfigException;
import org.asterism.core.config.ConfigFile;
import org.asterism.core.config.ConfigProblem;
import org.asterism.core.module.ModuleDeclined;
import org.asterism.iax2.config.IaxConfiguration;
import org.asterism.iax2.config.IaxConfigurationReader;
import org.asterism.iax2.keys.RsaKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the driver is configured by: iax.conf, the named rules of acl.conf, and the key files.
 *
 * @param configuration iax.conf
 * @param keys          the keys
 */
record IaxFiles(IaxConfiguration configuration, RsaKeys keys) {
    private static final Logger LOG = LoggerFactory.getLogger(IaxFiles.class);

    /**
     * Reads them and tells in the log what their author should know.
     *
     * @throws ModuleDeclined iax.conf is not there or cannot be used
     */
    static IaxFiles read(Pbx pbx) throws ModuleDeclined {
        ConfigFile file;
        try {
            file = pbx.config().parse("iax.conf");
        } catch (ConfigException e) {
            throw new ModuleDeclined("iax.conf cannot be used: " + e.getMessage());
        }
        IaxConfiguration configuration = IaxConfigurationReader.read(file, acl(pbx));
        for (ConfigProblem problem : configuration.problems()) {
            problem.log(LOG);
        }
        return new IaxFiles(configuration, RsaKeys.read(pbx.directories().key().resolve("keys")));
    }

    private static @Nullable ConfigFile acl(Pbx pbx) throws ModuleDeclined {
        try {
            return pbx.config().parse("acl.conf");
        } catch (ConfigException e) {
            if (e.reason() == ConfigException.Reason.MISSING) {
                return null;
            }
            throw new ModuleDeclined("acl.conf cannot be used: " + e.getMessage());
        }
    }
}
