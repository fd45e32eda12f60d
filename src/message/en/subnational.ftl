## Coordination below the national level. See integrity.ftl for what the attributes mean.
