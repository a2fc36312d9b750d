/** Dialplan applications. */
module org.asterism.apps {
    requires org.asterism.core;

    provides org.asterism.core.module.LoadableModule with
            org.asterism.apps.dial.DialModule,
            org.asterism.apps.echo.EchoModule,
            org.asterism.apps.playback.PlaybackModule;
}
