/** Configuration files out of databases. */
module org.asterism.resconfig {
    requires java.sql;
    requires org.asterism.core;
    requires org.xerial.sqlitejdbc;

    provides org.asterism.core.module.LoadableModule with
            org.asterism.resconfig.PgsqlModule,
            org.asterism.resconfig.Sqlite3Module;
}
