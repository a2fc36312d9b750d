/** The SIP stack and what registers with it at others' registrars. */
module org.asterism.outreg {
    requires static com.fasterxml.jackson.core;
    requires java.naming;
    requires java.net.http;
    requires org.asterism.core;

    provides org.asterism.core.module.LoadableModule with
            org.asterism.outreg.registration.OutboundRegistrationModule,
            org.asterism.outreg.rpt.HttpRegistrationsModule,
            org.asterism.outreg.sip.ResPjsip;
}
