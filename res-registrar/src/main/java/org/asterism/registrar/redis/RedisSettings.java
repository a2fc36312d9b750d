package org.asterism.registrar.redis;

/**
 * {@code [redis]} of registrar.conf.
 *
 * @param uri    as {@code redis://[user:password@]host[:port][/database]} or {@code rediss://...}
 * @param node   what this switch is called; the others call it by the peer of that name in their iax.conf
 * @param prefix what the keys begin with
 * @param direct whether devices that are registered elsewhere are called at their own address, not by way of their switch
 */
public record RedisSettings(String uri, String node, String prefix, boolean direct) {
    /** Without the password. */
    @Override
    public String toString() {
        return uri.replaceFirst("//[^/]*@", "//****@") + " as " + node;
    }
}
