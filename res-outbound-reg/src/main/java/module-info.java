/** Outbound registration. */
module org.asterism.outreg {
    requires org.asterism.core;
}
