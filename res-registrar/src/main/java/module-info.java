/** The inbound registrar: who is registered where, for how long. */
module org.asterism.registrar {
    requires java.net.http;
    requires static lettuce.core;
    requires org.asterism.core;

    provides org.asterism.core.module.LoadableModule with
            org.asterism.registrar.RegistrarModule;
}
