## Parámetros de las reglas: lo que significa cada uno en `missionlint.toml`.

parameter-attendee-without-representation-meetings = Número de reuniones sin puesto permanente a partir del cual la asistencia se considera regular.
parameter-cluster-cover_days = Una representación declarada como suplencia temporal (`cover`) no se juzga si no dura más de este número de días, contados el primero y el último.
parameter-concurrent-office-holder-handover_days = Días, contados ambos extremos, durante los cuales dos personas pueden ocupar el cargo a la vez.
parameter-continuing-platform-disengaged-meetings = Número de reuniones celebradas sin nadie de la OIM a partir del cual se señala la plataforma.
parameter-continuing-platform-disengaged-window_days = Se examinan las reuniones de este número de días hasta el día de la revisión.
parameter-coverage-ending_days = Un programa que termina dentro de este número de días desde la fecha de la revisión ya no exige un puesto en un clúster.
parameter-coverage-new_days = Una plataforma que pasó a estar activa hace este número de días o menos no se juzga: aún no ha habido tiempo de enviar a nadie.
parameter-future-attendance-tolerance_hours = Horas después del final del día de la revisión (UTC) en las que una reunión puede comenzar y, aun así, tener asistencia registrada.
parameter-late-entry-bulk_meetings = Si se introducen en un mismo día este número de reuniones de una misión, o más, se trata de una importación y no se juzgan; 0 = se juzgan todas las reuniones.
parameter-late-entry-days = Número de días después de una reunión dentro de los cuales debe introducirse.
parameter-meeting-cadence-gap-window_days = No se juzgan los intervalos que terminaron más de este número de días antes del día de la revisión.
parameter-meeting-outside-platform-lifetime-handover_days = Días después del último día activo de la plataforma, o antes del primero, en los que puede celebrarse una reunión de traspaso.
parameter-omt-representation-rmo-cover_days = Una representación declarada como suplencia temporal (`cover`) no se juzga si no dura más de este número de días, contados el primero y el último.
parameter-period-incomplete-grace_days = Días después del final de un período dentro de los cuales aún pueden introducirse sus reuniones.
parameter-person-in-two-places-assumed_minutes = Minutos que se supone que dura una reunión cuyo final no consta.
parameter-platform-status-missing-status_days = Número de días durante los cuales lo que consta sobre el estado de una plataforma vale sin confirmarse.
parameter-refugee-context-cluster-transition_days = Un clúster se tolera mientras el modelo de contexto `refugee` haya comenzado hace este número de días o menos.
parameter-retention-exceeded-years = Durante cuántos años se conserva la asistencia si la misión no indica `retention_years`.
parameter-scale-up-overrun-extension_months = Cuántos meses naturales prolonga como máximo un Scale-Up su única prórroga.
parameter-scale-up-overrun-months = Durante cuántos meses naturales se activa como máximo un Scale-Up.
parameter-smt-acting_com_satisfies = Si la presencia de una persona designada como Jefe de misión interino satisface la obligación de participar.
parameter-smt-short_notice_days = Una ausencia pesa menos cuando la reunión se anunció con una antelación inferior a este número de días: 1 = el mismo día, 0 = la antelación nunca se tiene en cuenta.
parameter-stale-record-contact_days = Número de días durante los cuales un contacto funcional vale sin confirmarse.
parameter-stale-record-designation_days = Número de días durante los cuales una designación vale sin confirmarse.
parameter-stale-record-mission_days = Número de días durante los cuales el registro de una misión vale sin confirmarse.
parameter-stale-record-person_days = Número de días durante los cuales el registro de una persona vale sin confirmarse.
parameter-stale-record-platform_days = Número de días durante los cuales una plataforma vale sin confirmarse.
parameter-stale-record-programme_days = Número de días durante los cuales un programa vale sin confirmarse.
parameter-stale-record-representation_days = Número de días durante los cuales un puesto en una plataforma vale sin confirmarse.
parameter-stale-record-vacancy_days = Número de días durante los cuales una vacante vale sin confirmarse.
parameter-superseded-un-framework-name-last_cycle = El último año en que pudo comenzar el ciclo de un marco con el nombre antiguo.
parameter-suspended-contact-stale-stale_days = Número de días que pueden transcurrir después de un contacto con la entidad convocante de una plataforma suspendida.
parameter-suspended-grace_days = Una plataforma suspendida desde hace menos de este número de días no se juzga: aún no ha habido tiempo de dirigirse a su entidad convocante.
