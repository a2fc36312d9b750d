/** IAX2 channel driver. */
module org.asterism.iax2 {
    requires org.asterism.core;
}
