/** The switch core: what every Asterism module stands on. */
module org.asterism.core {
    requires transitive org.jspecify;
    requires transitive org.slf4j;
    requires com.lmax.disruptor;
    requires org.agrona;
    requires org.jctools.core.jdk11;

    exports org.asterism.core;
}
