/** Inbound registrar. */
module org.asterism.registrar {
    requires org.asterism.core;
}
