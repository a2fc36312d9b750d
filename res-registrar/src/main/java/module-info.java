/** The inbound registrar: who is registered where, for how long. */
module org.asterism.registrar {
    requires org.asterism.core;
}
