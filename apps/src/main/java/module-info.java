/** Dialplan applications. */
module org.asterism.apps {
    requires org.asterism.core;

    provides org.asterism.core.module.LoadableModule with
            org.asterism.apps.clialiases.AliasModule,
            org.asterism.apps.dial.DialModule,
            org.asterism.apps.echo.EchoModule,
            org.asterism.apps.exec.ExecModule,
            org.asterism.apps.loops.IfModule,
            org.asterism.apps.loops.WhileModule,
            org.asterism.apps.milliwatt.MilliwattModule,
            org.asterism.apps.pbx.PbxConfigModule,
            org.asterism.apps.playback.PlaybackModule,
            org.asterism.apps.playtones.PlayTonesModule,
            org.asterism.apps.read.ReadModule,
            org.asterism.apps.record.RecordModule,
            org.asterism.apps.senddtmf.SendDtmfModule,
            org.asterism.apps.softhangup.SoftHangupModule,
            org.asterism.apps.stack.StackModule,
            org.asterism.apps.userevent.UserEventModule,
            org.asterism.apps.verbose.VerboseModule;
}
