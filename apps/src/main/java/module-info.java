/** Dialplan applications. */
module org.asterism.apps {
    requires org.asterism.core;

    provides org.asterism.core.module.LoadableModule with
            org.asterism.apps.dial.DialModule,
            org.asterism.apps.echo.EchoModule,
            org.asterism.apps.exec.ExecModule,
            org.asterism.apps.loops.IfModule,
            org.asterism.apps.loops.WhileModule,
            org.asterism.apps.pbx.PbxConfigModule,
            org.asterism.apps.playback.PlaybackModule,
            org.asterism.apps.stack.StackModule,
            org.asterism.apps.verbose.VerboseModule;
}
