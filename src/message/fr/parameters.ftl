## Parameters of rules, as `missionlint explain` lists them: parameter-<table>-<key>.

parameter-attendee-without-representation-meetings = Nombre de réunions sans siège permanent à partir duquel la participation est considérée comme régulière.
parameter-cluster-cover_days = Une représentation déclarée comme remplacement temporaire (`cover`) n’est pas évaluée si elle ne dure pas plus de ce nombre de jours, premier et dernier compris.
parameter-concurrent-office-holder-handover_days = Nombre de jours, premier et dernier compris, pendant lesquels deux personnes peuvent occuper le poste ensemble.
parameter-continuing-platform-disengaged-meetings = Nombre de réunions tenues sans personne de l’OIM à partir duquel la plateforme est signalée.
parameter-continuing-platform-disengaged-window_days = Les réunions de ce nombre de jours jusqu’au jour du contrôle sont examinées.
parameter-coverage-ending_days = Un programme qui se termine dans ce nombre de jours après la date du contrôle n’exige plus de siège dans un cluster.
parameter-coverage-new_days = Une plateforme devenue active il y a ce nombre de jours ou moins n’est pas évaluée : il n’y a pas encore eu le temps d’y envoyer quelqu’un.
parameter-future-attendance-tolerance_hours = Nombre d’heures, après la fin du jour du contrôle (UTC), pendant lesquelles une réunion peut commencer et comporter déjà des présences.
parameter-late-entry-bulk_meetings = Ce nombre de réunions d’une mission saisies le même jour constitue une importation et n’est pas évalué ; 0 = chaque réunion est évaluée.
parameter-late-entry-days = Délai, en jours, dans lequel une réunion devrait être saisie après s’être tenue.
parameter-meeting-cadence-gap-window_days = Les interruptions terminées plus de ce nombre de jours avant le jour du contrôle ne sont pas évaluées.
parameter-meeting-outside-platform-lifetime-handover_days = Nombre de jours après le dernier jour d’activité de la plateforme, ou avant le premier, pendant lesquels une réunion de passation peut se tenir.
parameter-omt-representation-rmo-cover_days = Une représentation déclarée comme remplacement temporaire (`cover`) n’est pas évaluée si elle ne dure pas plus de ce nombre de jours, premier et dernier compris.
parameter-period-incomplete-grace_days = Nombre de jours après la fin d’une période pendant lesquels ses réunions peuvent encore être saisies.
parameter-person-in-two-places-assumed_minutes = Durée supposée, en minutes, d’une réunion dont la fin n’est pas enregistrée.
parameter-platform-status-missing-status_days = Nombre de jours pendant lesquels le statut enregistré d’une plateforme reste valable sans confirmation.
parameter-refugee-context-cluster-transition_days = Un cluster est toléré tant que le modèle de contexte `refugee` a commencé il y a ce nombre de jours ou moins.
parameter-retention-exceeded-years = Nombre d’années pendant lesquelles les présences sont conservées lorsque la mission n’indique pas `retention_years`.
parameter-scale-up-overrun-extension_months = Nombre maximal de mois calendaires dont l’unique prolongation allonge un Scale-Up.
parameter-scale-up-overrun-months = Nombre maximal de mois calendaires pendant lesquels un Scale-Up est activé.
parameter-smt-acting_com_satisfies = Indique si la présence d’une personne désignée comme chef de mission par intérim satisfait à l’obligation de participer.
parameter-smt-short_notice_days = La gravité d’une absence est moindre lorsque la réunion a été annoncée moins de ce nombre de jours avant le jour où elle se tient : 1 = le jour même, 0 = le délai d’annonce ne compte jamais.
parameter-stale-record-contact_days = Nombre de jours pendant lesquels un contact fonctionnel reste valable sans confirmation.
parameter-stale-record-designation_days = Nombre de jours pendant lesquels une désignation reste valable sans confirmation.
parameter-stale-record-mission_days = Nombre de jours pendant lesquels l’enregistrement d’une mission reste valable sans confirmation.
parameter-stale-record-person_days = Nombre de jours pendant lesquels l’enregistrement d’une personne reste valable sans confirmation.
parameter-stale-record-platform_days = Nombre de jours pendant lesquels une plateforme reste valable sans confirmation.
parameter-stale-record-programme_days = Nombre de jours pendant lesquels un programme reste valable sans confirmation.
parameter-stale-record-representation_days = Nombre de jours pendant lesquels un siège auprès d’une plateforme reste valable sans confirmation.
parameter-stale-record-vacancy_days = Nombre de jours pendant lesquels une vacance de poste reste valable sans confirmation.
parameter-superseded-un-framework-name-last_cycle = La dernière année au cours de laquelle pouvait commencer le cycle d’un cadre portant l’ancien nom.
parameter-suspended-contact-stale-stale_days = Nombre de jours qui peuvent s’écouler après un contact avec l’entité qui convoque une plateforme suspendue.
parameter-suspended-grace_days = Une plateforme suspendue depuis moins de ce nombre de jours n’est pas évaluée : il n’y a pas encore eu le temps de s’adresser à l’entité qui la convoque.
