/** The SIP stack and what registers with it at others' registrars. */
module org.asterism.outreg {
    requires java.naming;
    requires org.asterism.core;

    provides org.asterism.core.module.LoadableModule with
            org.asterism.outreg.sip.ResPjsip;
}
