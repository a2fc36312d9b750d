/** IAX2 channel driver. */
module org.asterism.iax2 {
    requires org.agrona;
    requires org.asterism.core;
}
