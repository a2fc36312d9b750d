/** The SIP stack and what registers with it at others' registrars. */
module org.asterism.outreg {
    requires static com.fasterxml.jackson.core;
    requires java.naming;
    requires java.net.http;
    requires java.sql;
    requires org.asterism.core;
    requires org.xerial.sqlitejdbc;

    provides org.asterism.core.module.LoadableModule with
            org.asterism.outreg.realtime.PgsqlModule,
            org.asterism.outreg.realtime.Sqlite3Module,
            org.asterism.outreg.registration.OutboundRegistrationModule,
            org.asterism.outreg.rpt.HttpRegistrationsModule,
            org.asterism.outreg.sip.ResPjsip;
}
