/** IAX2 channel driver. */
module org.asterism.iax2 {
    requires org.agrona;
    requires org.asterism.core;

    provides org.asterism.core.module.LoadableModule with
            org.asterism.iax2.channel.ChanIax2;
}
