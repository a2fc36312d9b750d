package org.asterism.outreg.sip.location;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.asterism.core.net.PointerResolution;
import org.asterism.core.net.Resolution;
import org.asterism.core.net.Resolver;
import org.asterism.core.net.ServiceResolution;

/** The questions location asks. Answers come on the executor that asked. */
public interface NameService {
    /**
     * Asks for NAPTR records.
     *
     * @param domain   the domain
     * @param callback gets the outcome
     */
    void pointers(String domain, Consumer<PointerResolution> callback);

    /**
     * Asks for SRV records.
     *
     * @param name     such as {@code _sip._udp.example.org}
     * @param callback gets the outcome
     */
    void services(String name, Consumer<ServiceResolution> callback);

    /**
     * Asks for addresses.
     *
     * @param host     a name or an address
     * @param callback gets the outcome
     */
    void addresses(String host, Consumer<Resolution> callback);

    /**
     * Asks a resolver.
     *
     * @param resolver the resolver
     * @param executor where answers come
     * @return the service
     */
    static NameService of(Resolver resolver, Executor executor) {
        return new NameService() {
            @Override
            public void pointers(String domain, Consumer<PointerResolution> callback) {
                resolver.resolvePointers(domain, executor, callback);
            }

            @Override
            public void services(String name, Consumer<ServiceResolution> callback) {
                int dot = name.indexOf('.', name.indexOf('.') + 1);
                resolver.resolveService(name.substring(0, dot), name.substring(dot + 1), executor, callback);
            }

            @Override
            public void addresses(String host, Consumer<Resolution> callback) {
                resolver.resolve(host, executor, callback);
            }
        };
    }
}
