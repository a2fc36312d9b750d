/** The SIP stack and what registers with it at others' registrars. */
module org.asterism.outreg {
    requires org.asterism.core;
}
