/** The switch core: what every Asterism module stands on. */
module org.asterism.core {
    requires transitive org.jspecify;
    requires transitive org.slf4j;
    requires com.lmax.disruptor;
    requires java.logging;
    requires jdk.jfr;
    requires org.agrona;
    requires org.jctools.core.jdk11;
    requires org.xerial.sqlitejdbc;
    requires org.jline;

    exports org.asterism.core.bridge;
    exports org.asterism.core.cdr;
    exports org.asterism.core.channel;
    exports org.asterism.core.cli;
    exports org.asterism.core.dialplan;
    exports org.asterism.core.dialplan.config;
    exports org.asterism.core.dialplan.expression;
    exports org.asterism.core.dialplan.hint;
    exports org.asterism.core.dialplan.pattern;
    exports org.asterism.core.dialplan.plan;
    exports org.asterism.core.event;
    exports org.asterism.core.location;
    exports org.asterism.core.log;
    exports org.asterism.core.manager;
    exports org.asterism.core.media;
    exports org.asterism.core.module;
    exports org.asterism.core.registration;
    exports org.asterism.core.security;
    exports org.asterism.core.net;
    exports org.asterism.core.net.dns;
    exports org.asterism.core.sound;
    exports org.asterism.core.time;
    exports org.asterism.core;
    exports org.asterism.core.config;
    exports org.asterism.core.db;

    provides org.slf4j.spi.SLF4JServiceProvider with
            org.asterism.core.log.LogProvider;
}
