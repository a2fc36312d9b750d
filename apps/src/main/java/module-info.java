/** Dialplan applications. */
module org.asterism.apps {
    requires org.asterism.core;
}
